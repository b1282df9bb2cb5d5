/// Makes grown-up people the children of couples who live in other households of the district.
///
/// About half of those with a local hukou find parents: by surname, birth days and the wedding of the
/// parents; a couple gets two more children at most.
enum KinLinks {
  static func add(to people: inout People, seed: UInt64) {
    let wives = wives(people)
    let fathers = fathersBySurname(people, wives)
    var given = [UInt8](repeating: 0, count: people.persons.count)
    let stream = Draw.stream(seed, "kin")
    for place in people.persons.indices {
      let one = people.persons[place]
      guard one.father < 0, one.mother < 0, one.region == Origin.own,
        !one.traits.contains(.planted),
        one.ethnicGroup == 1, one.joined < one.end,
        (19 * 365...52 * 365).contains(Int(TruthCalendar.todayOrdinal - one.birth))
      else { continue }
      let bucket = fathers[Int(one.name.surname)]
      guard !bucket.isEmpty else { continue }
      var draw = Draw(stream, place)
      for _ in 0..<8 {
        let marriage = people.marriages[Int(wives[Int(draw.pick(bucket))])]
        let (father, mother) = (Int(marriage.husband), Int(marriage.wife))
        let (his, hers) = (people.persons[father], people.persons[mother])
        guard (22 * 366...42 * 365).contains(Int(one.birth - his.birth)),
          (21 * 365...40 * 365).contains(Int(one.birth - hers.birth)),
          marriage.from + 200 < one.birth, hers.death > one.birth, his.death > one.birth,
          marriage.to > one.birth, given[father] < 2, his.household != one.household
        else { continue }
        given[father] += 1
        people.persons[place].father = Int32(father)
        people.persons[place].mother = Int32(mother)
        break
      }
    }
  }

  /// By person: the marriage in which he is the husband and both are known; -1 for others.
  private static func wives(_ people: People) -> [Int32] {
    var result = [Int32](repeating: -1, count: people.persons.count)
    for (place, marriage) in people.marriages.enumerated()
    where marriage.husband >= 0 && marriage.wife >= 0 && !marriage.isSecondOfHusband
      && !marriage.isSecondOfWife
    {
      result[Int(marriage.husband)] = Int32(place)
    }
    return result
  }

  private static func fathersBySurname(_ people: People, _ wives: [Int32]) -> [[Int32]] {
    var result = [[Int32]](repeating: [], count: Surnames.count)
    for (place, one) in people.persons.enumerated()
    where wives[place] >= 0 && one.sex == .male && one.ethnicGroup == 1
      && !one.traits.contains(.floating) && !one.traits.contains(.planted)
      && TruthCalendar.todayOrdinal - one.birth > 43 * 365
    {
      result[Int(one.name.surname)].append(Int32(place))
    }
    return result
  }
}
