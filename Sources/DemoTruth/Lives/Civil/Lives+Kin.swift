/// Who answers for somebody: next of kin and guardians.
extension Lives {
  /// The known children of a person, in the order of the people.
  package func children(of person: Int) -> ArraySlice<Int32> { childOrder[childIndex[person]] }

  /// The next of kin who can be called: a grown-up child, a parent, a brother or sister, the spouse, each of
  /// 18 to 79 years; -1 where nobody is known.
  package func nextOfKin(of person: Int, on day: Int32) -> Int32 {
    let one = people.persons[person]
    let parents = [one.father, one.mother].filter { $0 >= 0 }
    let siblings = parents.flatMap { Array(children(of: Int($0))) }.filter { $0 != Int32(person) }
    let partner = spouse(of: person, on: day).map { [$0] } ?? []
    for kin in [Array(children(of: person)), parents, siblings, partner] {
      if let found = kin.first(where: { $0 >= 0 && canAnswer(Int($0), on: day) }) { return found }
    }
    return -1
  }

  /// The guardian of a person; -1 for those who need none or have none.
  ///
  /// Of a minor the parent in the home, else the eldest who can be called; of a grown-up with a disability of the
  /// intellect or the mind the next of kin.
  package func guardian(of person: Int, on day: Int32) -> Int32 {
    let one = people.persons[person]
    if one.age(on: day) < 18 { return guardian(ofMinor: person, on: day) }
    guard let disability = fact(.disability, of: person, on: day),
      (5...6).contains(disability.detail)
    else { return -1 }
    let parent = [one.father, one.mother].first { $0 >= 0 && canAnswer(Int($0), on: day) }
    if let parent { return parent }
    let partner = spouse(of: person, on: day) ?? -1
    return partner >= 0 && canAnswer(Int(partner), on: day)
      ? partner : nextOfKin(of: person, on: day)
  }

  private func guardian(ofMinor person: Int, on day: Int32) -> Int32 {
    let one = people.persons[person]
    guard one.household >= 0 else { return -1 }
    let home = people.households[Int(one.household)].members.filter {
      let other = people.persons[$0]
      return other.joined <= day && day < other.end && other.age(on: day) >= 18
        && !other.traits.contains(.carer)
    }
    for parent in [one.father, one.mother] where parent >= 0 && home.contains(Int(parent)) {
      return parent
    }
    // Whoever can be called goes before an older one who cannot.
    let best = home.min {
      (canAnswer($0, on: day) ? 0 : 1, people.persons[$0].birth)
        < (canAnswer($1, on: day) ? 0 : 1, people.persons[$1].birth)
    }
    return best.map(Int32.init) ?? -1
  }

  private func canAnswer(_ person: Int, on day: Int32) -> Bool {
    isAlive(person, on: day) && (18..<80).contains(people.persons[person].age(on: day))
  }
}
