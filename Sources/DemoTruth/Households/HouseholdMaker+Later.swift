/// What happens to the members after the anchor day: births, deaths, weddings, divorces, students.
extension HouseholdMaker {
  mutating func addLaterEvents() {
    let until = min(frame.to, Self.last)
    guard until > frame.anchor else { return }
    for place in persons.indices where persons[place].end > frame.anchor {
      addDeath(of: place, until: until)
    }
    for index in marriages.indices where marriages[index].to == Person.open {
      guard marriages[index].husband >= 0, marriages[index].wife >= 0 else { continue }
      addDivorce(index, until: until)
      addBirth(index, until: until)
    }
    for place in persons.indices where persons[place].end > until {
      addStudies(of: place, until: until)
      addWedding(of: place, until: until)
    }
  }

  private mutating func addDeath(of place: Int, until: Int32) {
    let age = Int(frame.anchor - persons[place].birth) / 365
    let yearly = LifeTable.yearly(age: age, sex: persons[place].sex)
    let wait = draw.exponential(mean: 365.25 / yearly)
    guard wait < Double(until - frame.anchor) else { return }
    let day = max(frame.anchor, persons[place].joined) + 1 + Int32(wait)
    guard day < persons[place].left, day < until else { return }
    persons[place].death = day
    endMarriages(of: place, on: day)
  }

  /// 0.7 % of the couples under 55 a year: 2.6 million divorces of 1,410 million people in 2023.
  private mutating func addDivorce(_ index: Int, until: Int32) {
    let marriage = marriages[index]
    let (husband, wife) = (Int(marriage.husband), Int(marriage.wife))
    guard frame.anchor - persons[wife].birth < 55 * 365,
      frame.anchor - marriage.from > 365
    else { return }
    let wait = draw.exponential(mean: 365.25 / 0.010)
    guard wait < Double(until - frame.anchor) else { return }
    let day = frame.anchor + 1 + Int32(wait)
    (marriages[index].to, marriages[index].end) = (day, .divorce)
    let leaving = draw.happens(620_000) ? husband : wife
    persons[leaving].left = min(persons[leaving].left, day)
  }

  /// Births of 0.6 % of the people a year (0.568 % in 2023, 0.677 % in 2024): by the age of the wife and
  /// how many children there are.
  private mutating func addBirth(_ index: Int, until: Int32) {
    let marriage = marriages[index]
    let (husband, wife) = (Int(marriage.husband), Int(marriage.wife))
    let age = Int(frame.anchor - persons[wife].birth) / 365
    guard (20...43).contains(age) else { return }
    let children = persons.filter { $0.mother == wife }
    let yearly: Double
    switch children.count {
    case 0: yearly = age < 25 ? 0.16 : age < 33 ? 0.24 : age < 38 ? 0.1 : 0.025
    case 1: yearly = age < 25 ? 0.06 : age < 36 ? 0.075 : age < 41 ? 0.025 : 0.003
    default: yearly = age < 38 ? 0.012 : 0.002
    }
    let wait = draw.exponential(mean: 365.25 / yearly)
    guard wait < Double(until - frame.anchor) else { return }
    let day = frame.anchor + 1 + Int32(wait)
    let youngest = children.map(\.birth).max() ?? marriage.from - 200
    guard day > youngest + 300, day < until, day < persons[wife].end,
      day < min(marriages[index].to, until) + 200,
      day < persons[husband].death, persons[wife].joined <= day
    else { return }
    _ = addChild(birth: day, father: husband, mother: wife)
  }

  /// 38 % of those who are 18 in September leave for a university in another city (assumption after
  /// a gross enrolment ratio of 60.8 % in 2024, Ministry of Education).
  private mutating func addStudies(of place: Int, until: Int32) {
    let day = Int32(20_697 + draw.below(6))  // 2026-09-01 and the days after
    let age = day - persons[place].birth
    guard day > frame.anchor, day < until, (18 * 365 + 4..<19 * 365 + 4).contains(Int(age)),
      persons[place].mother >= 0 || persons[place].father >= 0, !isFloating, draw.happens(380_000)
    else { return }
    persons[place].left = day
    persons[place].traits.insert(.leftToStudy)
  }

  /// Weddings of those who are single, 23 to 34 years old: 9 % of them a year (6.1 million couples
  /// in 2024).
  ///
  /// The other one mostly moves in; else the member moves out.
  private mutating func addWedding(of place: Int, until: Int32) {
    let one = persons[place]
    let age = Int(frame.anchor - one.birth) / 365
    guard form == .single || form == .nuclear || form == .elderAndChild, (23...34).contains(age),
      one.end == Person.open, one.joined <= frame.anchor,
      !marriages.contains(where: { $0.husband == place || $0.wife == place })
    else { return }
    let wait = draw.exponential(mean: 365.25 / 0.09)
    guard wait < Double(until - frame.anchor) else { return }
    let day = frame.anchor + 1 + Int32(wait)
    var marriage = Marriage(husband: Int32(place), wife: -1, from: day)
    if one.sex == .female { (marriage.husband, marriage.wife) = (-1, Int32(place)) }
    if draw.happens(form == .single ? 700_000 : 350_000) {
      let apart = draw.days(years: 1.2, deviation: 1.5, within: -2...3)
      let birth = one.sex == .male ? one.birth + apart : one.birth - apart
      let other = addStranger(
        birth: min(birth, day - 8_100), sex: one.sex == .male ? .female : .male, joined: day,
        floating: isFloating ? 850_000 : 120_000)
      if one.sex == .male { marriage.wife = Int32(other) } else { marriage.husband = Int32(other) }
    } else {
      persons[place].left = day
    }
    marriages.append(marriage)
  }

  /// Lets children go to relatives when no grown-up is left.
  mutating func keepMinorsGuarded() {
    let grown = 18 * 366
    var lastAdult = Int32.min
    for person in persons where Int(frame.anchor - person.birth) >= grown {
      if person.joined < person.end { lastAdult = max(lastAdult, person.end) }
    }
    for place in persons.indices {
      let majority = persons[place].birth + Int32(grown)
      if lastAdult < majority, lastAdult < persons[place].left {
        persons[place].left = max(lastAdult, persons[place].birth)
      }
    }
  }
}
