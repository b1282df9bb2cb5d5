/// The table of what is planted, from the people as they were made.
enum PlantList {
  static func make(_ people: People, _ plan: PlantPlan, dwellings: [Dwelling], seed: UInt64)
    -> [Plant]
  {
    var plants: [Plant] = []
    for tenure in people.tenures {
      guard let kind = tenure.plant else { continue }
      let household = people.households[Int(tenure.household)]
      plants.append(
        Plant(
          kind: kind, dwelling: tenure.dwelling, household: tenure.household,
          members: members(kind, household, people.persons)))
    }
    let homes = plan.dwellings(of: .secondHome)
    let stream = Draw.stream(seed, "second homes")
    let owners = people.tenures.indices.filter {
      let tenure = people.tenures[$0]
      return tenure.kind == .owner && tenure.to == Person.open && tenure.plant == nil
        && tenure.from < TruthCalendar.firstOrdinal + 2_000
    }
    for home in homes where !owners.isEmpty {
      var draw = Draw(stream, Int(home))
      let household = people.tenures[draw.pick(owners)].household
      let one = people.households[Int(household)]
      plants.append(
        Plant(
          kind: .secondHome, dwelling: home, household: household, members: [one.firstPerson]))
    }
    return plants.sorted { ($0.kind.rawValue, $0.dwelling) < ($1.kind.rawValue, $1.dwelling) }
  }

  private static func members(_ kind: Plant.Kind, _ household: Household, _ persons: [Person])
    -> [Int32]
  {
    let all = household.members.filter {
      persons[$0].joined <= TruthCalendar.todayOrdinal
        && TruthCalendar.todayOrdinal < persons[$0].end
    }
    let chosen: [Int]
    switch kind {
    case .twins:
      let second = all.filter { persons[$0].traits.contains(.twin) }.prefix(1)
      chosen = second.flatMap { [$0 - 1, $0] }
    case .namesakes:
      let son = all.filter { persons[$0].father >= 0 && persons[$0].sex == .male }.prefix(1)
      chosen = son.flatMap { [Int(persons[$0].father), $0] }
    case .zhangWei: chosen = all.filter { persons[$0].birth == Plant.zhangWeiBirth }
    case .remarriedHead: chosen = [Int(household.firstPerson)]
    case .adoptee: chosen = all.filter { persons[$0].traits.contains(.adopted) }
    case .coTenants, .dormitory, .groupRental, .largeFamily, .secondHome: chosen = all
    }
    return chosen.map(Int32.init)
  }
}
