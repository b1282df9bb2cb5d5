/// Aid to people in need and allowances of the old.
extension LifeMaker {
  mutating func addAid(_ aid: HouseholdAid, household: Household) {
    let isLocal = !person.traits.contains(.floating) && person.birth < TruthCalendar.lastOrdinal
    guard isLocal else { return }
    if !aid.minimumLiving.isEmpty {
      add(
        .minimumLiving, from: max(aid.minimumLiving.lowerBound, presence.lowerBound + 30),
        to: aid.minimumLiving.upperBound, detail: isVillage ? 2 : 1)
    }
    if !aid.lowIncome.isEmpty {
      add(
        .lowIncome, from: max(aid.lowIncome.lowerBound, presence.lowerBound + 30),
        to: aid.lowIncome.upperBound)
    }
    let isHead = Int(household.firstPerson) == place
    if isHead, let day = aid.temporary, presence.contains(day) {
      add(.temporaryAid, from: day, to: day + 1, detail: UInt8(draw.number(1...3)))
    }
    let old = day(atAge: 80)
    add(.ageAllowance, from: max(old, presence.lowerBound))
    addElder(household)
    addChild(household)
  }

  private mutating func addElder(_ household: Household) {
    let old = day(atAge: 65)
    guard old < TruthCalendar.lastOrdinal else { return }
    if household.form == .careHome {
      // 特困人员集中供养: 4.35 million of 1,410 million people are cared for, a third in homes.
      if draw.happens(160_000) {
        add(
          .extremePoverty, from: presence.lowerBound + 10, detail: 1,
          level: UInt8(draw.weighted([35, 35, 30]) + 1))
      }
      return
    }
    guard household.form == .single || household.form == .couple else { return }
    if household.form == .single, draw.happens(35_000) {
      add(
        .extremePoverty, from: max(old, presence.lowerBound + 30), detail: 2,
        level: UInt8(draw.weighted([75, 18, 7]) + 1))
    }
    addLoneliness(old, household)
  }

  /// A span of 空巢 with the other one, and one of 独居 after that one is gone.
  private mutating func addLoneliness(_ old: Int32, _ household: Household) {
    var from = max(old, presence.lowerBound)
    let others = household.members.filter { $0 != place }.map { people.persons[$0] }
    if others.contains(where: { person.birth + 6_000 < $0.birth && $0.joined < $0.end }) {
      // Until the last child left.
      let last = others.filter { person.birth + 6_000 < $0.birth }.map(\.end).max() ?? from
      guard last != Person.open else { return }
      from = max(from, last)
    }
    let gone = others.filter { abs($0.birth - person.birth) < 6_000 && $0.joined < $0.end }
      .map(\.end).max()
    if let gone {
      add(.lonelyElder, from: from, to: gone, detail: 2)
      if gone != Person.open { add(.lonelyElder, from: max(from, gone), detail: 1) }
    } else {
      add(.lonelyElder, from: from, detail: 1)
    }
  }

  /// 0.25 % of the children are in hardship (assumption: 144,000 orphans and 370,000 without care of
  /// 250 million, and those of poor or ill parents); 失独 0.15 % of the women from 49.
  private mutating func addChild(_ household: Household) {
    let grown = day(atAge: 18)
    if grown > TruthCalendar.firstOrdinal, household.form.isFamily {
      let parts =
        household.form == .skipped ? 40_000 : household.form == .singleParent ? 12_000 : 500
      if draw.happens(parts) {
        let kinds: [UInt8] = household.form == .skipped ? [1, 2, 3] : [3, 3, 3]
        add(
          .hardshipChild, from: max(presence.lowerBound, person.birth + 300), to: grown,
          detail: draw.pick(kinds))
      }
    }
    if person.sex == .female, draw.happens(2_000) {
      add(
        .specialFamily, from: max(day(atAge: 49), presence.lowerBound),
        detail: UInt8(draw.number(1...2)))
    }
    if draw.happens(14_000) {
      let from = max(day(atAge: 45), TruthCalendar.firstOrdinal) + Int32(draw.below(3_000))
      add(.publicJob, from: from, to: min(from + 1_095, day(atAge: 60)))
    }
  }
}
