/// Who is what to the head, and what everybody is called.
extension HouseholdMaker {
  /// Puts the head before the others, and one who is there where the chosen one is gone.
  mutating func putHeadFirst() {
    let adults = persons.indices.filter {
      persons[$0].end > frame.anchor && frame.anchor - persons[$0].birth > 18 * 365
    }
    if !adults.contains(head) {
      head = adults.first { !persons[$0].traits.contains(.carer) } ?? adults.first ?? 0
    }
    guard head != 0 else { return }
    persons.swapAt(0, head)
    let moved = Int32(head)
    func new(_ place: Int32) -> Int32 { place == 0 ? moved : place == moved ? 0 : place }
    for place in persons.indices {
      persons[place].father = new(persons[place].father)
      persons[place].mother = new(persons[place].mother)
    }
    for place in marriages.indices {
      marriages[place].husband = new(marriages[place].husband)
      marriages[place].wife = new(marriages[place].wife)
    }
    for place in formerNames.indices { formerNames[place].person = new(formerNames[place].person) }
    head = 0
  }

  /// Sets the relations to the head, by GB/T 4761.
  mutating func settleRelations() {
    for place in persons.indices.dropFirst() { persons[place].relation = relation(of: place) }
  }

  private func spouse(of place: Int) -> Int {
    for marriage in marriages.reversed() where marriage.husband >= 0 && marriage.wife >= 0 {
      if marriage.husband == place { return Int(marriage.wife) }
      if marriage.wife == place { return Int(marriage.husband) }
    }
    return -1
  }

  private func isChild(_ place: Int, of parent: Int) -> Bool {
    parent >= 0 && (persons[place].father == parent || persons[place].mother == parent)
  }

  private func relation(of place: Int) -> UInt8 {
    let one = persons[place]
    let isMale = one.sex == .male
    if form == .flatShare || form == .groupRental { return 80 }
    if one.traits.contains(.carer) { return 80 }
    let spouse = spouse(of: 0)
    if place == spouse
      || marriages.contains(where: {
        $0.spouse(of: 0) == place && ($0.husband == 0 || $0.wife == 0)
      })
    {
      return isMale ? 11 : 12
    }
    if isChild(place, of: 0) || isChild(place, of: spouse) { return childRelation(place, spouse) }
    if isChild(0, of: place) { return isMale ? 51 : 52 }
    if spouse >= 0, isChild(spouse, of: place) {
      return persons[0].sex == .male ? (isMale ? 55 : 56) : (isMale ? 53 : 54)
    }
    let partner = self.spouse(of: place)
    if partner >= 0, isChild(partner, of: 0) || isChild(partner, of: spouse) {
      return isMale ? 28 : 38
    }
    for parent in [one.father, one.mother] where parent >= 0 {
      let parent = Int(parent)
      guard isChild(parent, of: 0) || isChild(parent, of: spouse) else { continue }
      return persons[parent].sex == .male ? (isMale ? 41 : 42) : (isMale ? 43 : 44)
    }
    if form == .skipped, one.traits.contains(.leftBehind) { return isMale ? 41 : 42 }
    let sharesParent =
      (one.father >= 0 && one.father == persons[0].father)
      || (one.mother >= 0 && one.mother == persons[0].mother)
    if sharesParent || form == .siblings {
      return one.birth < persons[0].birth ? (isMale ? 71 : 75) : (isMale ? 73 : 77)
    }
    return 80
  }

  /// 独生子, 长子 and so on, counted among those of one sex.
  private func childRelation(_ place: Int, _ spouse: Int) -> UInt8 {
    let one = persons[place]
    let isMale = one.sex == .male
    if one.traits.contains(.adopted) || one.traits.contains(.stepchild) && !isChild(place, of: 0) {
      return isMale ? 27 : 37
    }
    var (all, elder) = (0, 0)
    for other in persons.indices where isChild(other, of: 0) || isChild(other, of: spouse) {
      all += 1
      if persons[other].sex == one.sex,
        (persons[other].birth, other) < (one.birth, place)
      {
        elder += 1
      }
    }
    if all == 1 { return isMale ? 21 : 31 }
    return UInt8((isMale ? 22 : 32) + min(elder, 4))
  }

  // MARK: Names

  mutating func settleNames() {
    let takeMothers = draw.happens(40_000)
    for _ in 0..<4 {
      for place in persons.indices where persons[place].name.surname == UInt16.max {
        let one = persons[place]
        if one.father < 0 {
          persons[place].name.surname = Surnames.draw(&draw)
        } else {
          let isYoung = one.birth > 9_000
          let parent = takeMothers && isYoung && one.mother >= 0 ? one.mother : one.father
          persons[place].name.surname = persons[Int(parent)].name.surname
        }
      }
    }
    for place in persons.indices where persons[place].name.group == UInt8.max {
      giveName(place)
    }
    if frame.plant == .namesakes, let son = persons.firstIndex(where: { $0.father >= 0 }) {
      persons[son].name = persons[Int(persons[son].father)].name
    }
  }

  private mutating func giveName(_ place: Int) {
    let one = persons[place]
    var group = GivenNames.group(birth: one.birth, isFemale: one.sex == .female)
    if one.traits.contains(.foreigner) {
      persons[place].name.group = GivenNames.latinGroup
      let family = persons[..<place].first { $0.name.group == GivenNames.latinGroup }
      persons[place].name.given = LatinNames.draw(
        &draw, isFemale: one.sex == .female, family: family?.name.given)
      return
    } else if one.ethnicGroup == 5 {
      group = GivenNames.dottedGroup + (one.sex == .female ? 1 : 0)
    } else if draw.happens(400) {
      group = GivenNames.rareGroup
    }
    persons[place].name.group = group
    persons[place].name.given =
      group < GivenNames.rareGroup
      ? GivenNames.draw(&draw, group: group) : GivenNames.special(&draw, group: group)
    // 0.6 % have a former given name (assumption).
    guard group < GivenNames.rareGroup, draw.happens(6_000) else { return }
    var former = persons[place].name
    former.given = GivenNames.draw(&draw, group: group)
    if former != persons[place].name { formerNames.append((Int32(place), former)) }
  }
}
