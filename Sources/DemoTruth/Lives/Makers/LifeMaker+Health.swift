/// Disability, veterans, the party, permits: what a person is beside work.
extension LifeMaker {
  /// Disability by age: 1.8 % of the children, 4 % of adults and 20 % of those from 60 here.
  ///
  /// 6.34 % of the people have one (second national sample survey, 2006). By category: sight 14.9,
  /// hearing 24.2, speech 1.5, body 29.1, intellect 6.7, mind 7.4, several 16.3; degrees 1 and 2
  /// 29.6 %. 45 % of them have a card (38.0 million cards of 85 million, 2022).
  mutating func addHealth() {
    let inChildhood = draw.happens(18_000)
    let inAdulthood = draw.happens(43_000)
    let inAge = draw.happens(200_000)
    let unit = draw.unit()
    let onset: Int32
    if inChildhood {
      onset = person.birth + Int32(unit * 2_500)
    } else if inAdulthood {
      onset = day(atAge: 18 + unit * 40)
    } else if inAge {
      onset = day(atAge: 58 + unit * 22)
    } else {
      addIllness()
      return
    }
    let category = UInt8(draw.weighted([149, 242, 15, 291, 67, 74, 163]) + 1)
    let level = UInt8(draw.weighted([140, 156, 290, 414]) + 1)
    add(.disability, from: onset, detail: category, level: level)
    // 43 % of the card holders of working age have a job (9.1 of 18 million, 2023; federation's bulletin).
    if draw.happens(level <= 2 ? 780_000 : 420_000) { unfitFrom = onset }
    guard !person.traits.contains(.floating), draw.happens(level <= 2 ? 700_000 : 400_000) else {
      return
    }
    let card = onset + Int32(draw.number(90...1_800))
    add(.disabilityCard, from: card, detail: category, level: level)
  }

  /// A grant of the illness insurance once: 0.4 % a year after 40 (assumption).
  private mutating func addIllness() {
    let wait = draw.exponential(mean: 365 / 0.004)
    let from = max(day(atAge: 40), TruthCalendar.firstOrdinal, presence.lowerBound)
    guard wait < 4_000 else { return }
    add(.illnessInsurance, from: from + Int32(wait), to: from + Int32(wait) + 1)
  }

  mutating func addStanding() {
    let isGraduate = [31, 21, 14, 11].contains(highest)
    // 57 million veterans are 4 % of the people (Ministry of Veterans Affairs 2019); 6.5 % of local men here.
    if person.sex == .male, person.traits.isDisjoint(with: [.foreigner, .compatriot]),
      draw.happens(person.traits.contains(.floating) ? 25_000 : 65_000)
    {
      let service = MilitaryService(&draw)
      add(
        .veteran, from: service.discharge(of: person, enlistedAt: 18.3 + draw.unit() * 2.4),
        level: service.level)
    }
    // 7.1 % of the people are members (99.2 of 1,410 million, 2023), graduates 2.5 times as often.
    let share = person.traits.contains(.floating) ? 40_000 : isGraduate ? 185_000 : 70_000
    if draw.happens(person.sex == .male ? share * 13 / 10 : share * 7 / 10) {
      add(.partyMember, from: day(atAge: 19 + draw.unit() * 14))
    }
    if person.traits.contains(.floating), draw.happens(720_000) {
      let from = max(presence.lowerBound, day(atAge: 16)) + Int32(draw.number(20...260))
      let reasons: [UInt8] = [1, 2, 3, 4, 5]
      add(.residencePermit, from: from, detail: reasons[draw.weighted([62, 14, 4, 15, 5])])
    }
    if person.traits.contains(.leftBehind) {
      add(.leftBehindChild, from: max(presence.lowerBound, person.birth + 200), to: day(atAge: 16))
    }
  }
}
