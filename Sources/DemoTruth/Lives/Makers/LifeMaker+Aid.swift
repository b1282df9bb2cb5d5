/// Elders who live alone, and posts for those who find no work; aid is made by ``AidMaker``.
extension LifeMaker {
  mutating func addAid(household: Household) {
    guard !person.traits.contains(.floating), person.birth < TruthCalendar.lastOrdinal else {
      return
    }
    addElder(household)
    addPublicJob()
  }

  private mutating func addElder(_ household: Household) {
    let old = day(atAge: 65)
    guard old < TruthCalendar.lastOrdinal else { return }
    guard household.form == .single || household.form == .couple else { return }
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

  private mutating func addPublicJob() {
    if draw.happens(14_000) {
      let from = max(day(atAge: 45), TruthCalendar.firstOrdinal) + Int32(draw.below(3_000))
      add(.publicJob, from: from, to: min(from + 1_095, day(atAge: 60)))
    }
  }
}
