/// The forms with parents and children.
extension HouseholdMaker {
  /// Of a thousand children under 18 the number of each age: after the births of 2008 to 2025
  /// (National Bureau of Statistics: 16 million a year before 2016, 17.9 in 2016, 17.2 in 2017, 12.0 in
  /// 2020, 9.0 in 2023, 9.5 in 2024), so that the youngest come at 0.6 % of the people a year.
  private static let childAges = [
    36, 37, 38, 39, 42, 47, 53, 58, 63, 68, 70, 67, 64, 62, 60, 58, 48, 42,
  ]

  /// The age of a child at home.
  private mutating func childAge() -> Double {
    Double(draw.weighted(Self.childAges)) + draw.unit()
  }

  /// How old the mother was at the birth of the youngest of so many children (2020 census: 28.98
  /// years on average, 27.2 for the first and 31.5 for the second child).
  private mutating func motherAge(children: Int, birth: Int32) -> Int32 {
    let earlier = birth < Int32(9_131) ? 2.6 : 0.0  // before 1995
    switch children {
    case 1: return draw.days(years: 27.6 - earlier, deviation: 3.6, within: 21...42)
    case 2: return draw.days(years: 31.2 - earlier, deviation: 3.5, within: 23.5...45)
    default: return draw.days(years: 33.2 - earlier, deviation: 3.3, within: 27...46)
    }
  }

  /// How many children a family with a child of a birth day has, by the law of the years: one from
  /// 1980, two where the first is a girl in a village or for some others, two for all from 2016-01-01,
  /// three from 2021-05-31.
  private mutating func childCount(youngest: Int32) -> Int {
    let turn = draw.below(1_000)
    if youngest >= 18_778 { return turn < 440 ? 1 : turn < 920 ? 2 : 3 }
    if youngest >= 16_801 { return turn < 420 ? 1 : turn < 955 ? 2 : 3 }
    if youngest >= 3_897 {
      let second = frame.isVillage || isFloating ? 420 : 170
      return turn < 1_000 - second ? 1 : turn < 985 ? 2 : 3
    }
    return turn < 250 ? 1 : turn < 700 ? 2 : 3
  }

  /// A couple with children; the husband, the wife and the children.
  @discardableResult
  private mutating func family(youngest: Int32, count wanted: Int, motherAge given: Int32? = nil)
    -> (husband: Int, wife: Int, children: [Int])
  {
    let years = given ?? motherAge(children: wanted, birth: youngest)
    let hers = youngest - years
    var births = [youngest]
    while births.count < wanted {
      let isTwin = births.count == 1 && (frame.plant == .twins || draw.happens(11_000))
      let before = births[births.count - 1]
      if isTwin {
        births.append(before)
        continue
      }
      let gap = draw.days(years: 4.1, deviation: 1.9, within: 1.1...9.5)
      guard before - gap - hers >= 21 * 366 else { break }
      births.append(before - gap)
    }
    births.reverse()
    let (husband, wife) = couple(wife: hers, firstChild: births[0])
    var children: [Int] = []
    for (order, birth) in births.enumerated() {
      let child = addChild(birth: birth, father: husband, mother: wife)
      if order > 0, births[order - 1] == birth { persons[child].traits.insert(.twin) }
      children.append(child)
    }
    return (husband, wife, children)
  }

  mutating func makeNuclear(withGrandparents grandparents: Int) {
    let isGrown = frame.plant == nil && draw.happens(grandparents > 0 ? 90_000 : 170_000)
    var years = isGrown ? age(18, 31) : childAge()
    var count: Int
    switch frame.plant {
    case .twins?: (years, count) = (age(3, 14), 2)
    case .namesakes?: (years, count) = (age(8, 20), 1)
    case .zhangWei?: (years, count) = (age(2, 12), 1)
    case .adoptee?: (years, count) = (age(4, 14), 1)
    default: count = childCount(youngest: birth(age: years))
    }
    if isGrown { count = min(count, 2) }
    let youngest = birth(age: years)
    let motherAge =
      frame.plant == .zhangWei
      ? max(youngest - Plant.zhangWeiBirth - Int32(draw.number(-600...700)), 8_000) : nil
    let (husband, wife, children) = family(youngest: youngest, count: count, motherAge: motherAge)
    head = draw.happens(780_000) || frame.plant != nil ? husband : wife
    if frame.plant == .adoptee { adopt(children[0]) }
    if frame.plant == .namesakes { persons[children[0]].sex = .male }
    guard grandparents > 0 else { return }
    let parent = draw.happens(780_000) ? husband : wife
    addParents(of: parent, count: grandparents)
    if draw.happens(350_000) { head = persons.count - 1 }
  }

  /// Adds the parents of a member, who live with it: both, or the one who is left.
  mutating func addParents(of child: Int, count: Int) {
    let birth = persons[child].birth
    let hers = birth - draw.days(years: 25.4, deviation: 3.4, within: 20.6...41)
    let before = persons.count
    let (father, mother) = couple(wife: hers, firstChild: birth)
    (persons[child].father, persons[child].mother) = (Int32(father), Int32(mother))
    persons[father].name.surname = persons[child].name.surname
    for place in before..<persons.count {
      // Most came when the child had a home, or a grandchild to look after.
      let years = draw.below(9)
      persons[place].joined = max(frame.from, frame.anchor - Int32(years * 365 + 40))
      if years == 8 { persons[place].joined = max(frame.from, persons[child].joined) }
    }
    guard count == 1 else { return }
    widow(marriages.count - 1, hisShare: 740_000)
  }

  mutating func makeSkipped() {
    let years = min(childAge(), 15.9)
    let motherAge = draw.days(years: 24.5, deviation: 2.6, within: 21...34)
    let parent = birth(age: years) - motherAge
    let hers = parent - draw.days(years: 24, deviation: 2.6, within: 21...36)
    let (grandfather, grandmother) = couple(wife: hers, firstChild: parent)
    let surname = Surnames.draw(&draw)
    if draw.happens(700_000) { persons[grandfather].name.surname = surname }
    let count = draw.happens(420_000) ? 2 : 1
    for step in 0..<count {
      let birth = birth(age: years + Double(step) * age(1.5, 4))
      let child = add(
        birth: birth, sex: draw.happens(527_000) ? .male : .female,
        joined: max(birth + Int32(draw.number(200...1_300)), persons[grandmother].joined))
      persons[child].name.surname = surname
      persons[child].traits.insert(.leftBehind)
      persons[child].joined = min(persons[child].joined, max(frame.anchor - 20, birth))
    }
    if draw.happens(180_000) { widow(0, hisShare: 700_000) }
  }

  mutating func makeSingleParent() {
    let isGrown = draw.happens(280_000)
    let youngest = birth(age: isGrown ? age(18, 32) : max(childAge(), 2.5))
    let count = draw.happens(220_000) ? childCount(youngest: youngest) : 1
    let (husband, wife, children) = family(youngest: youngest, count: min(count, 2))
    let byDeath = draw.happens(isGrown ? 450_000 : 200_000)
    let isMother = draw.happens(760_000)
    let latest = persons[children[children.count - 1]].birth + 400
    endMarriage(
      marriages.count - 1, leaving: isMother ? wife : husband, byDeath: byDeath, after: latest)
    head = isMother ? wife : husband
  }

  mutating func makeRemarried() {
    // At least eight, so that there was time for the end of the first marriage.
    let youngest = birth(age: 8 + 9 * draw.unit())
    let hers = youngest - draw.days(years: 26, deviation: 2.6, within: 21...36)
    let husbandHadIt = frame.plant != nil || draw.happens(550_000)
    let second = max(frame.from, youngest + 1_200)
    let wedding = second + Int32(draw.below(max(Int(frame.anchor - second) - 60, 1)))
    let his = min(
      hers - draw.days(years: 2.6, deviation: 2.6, within: -3...12), youngest - 23 * 366)
    let husband = add(birth: his, sex: .male, joined: his + 19 * 366)
    let wife = add(birth: hers, sex: .female, joined: hers + 19 * 366)
    persons[wife].name.surname = Surnames.draw(&draw)
    let parent = husbandHadIt ? husband : wife
    persons[husbandHadIt ? wife : husband].joined = max(wedding, frame.from)
    persons[parent].traits.insert(.marriedBefore)
    let first = max(persons[parent].birth + 8_036, youngest - Int32(draw.number(280...900)))
    marriages.append(
      Marriage(
        husband: husbandHadIt ? Int32(husband) : -1, wife: husbandHadIt ? -1 : Int32(wife),
        from: first, to: max(first + 300, min(wedding - 200, youngest + 900)),
        end: draw.happens(880_000) ? .divorce : .death))
    var marriage = Marriage(
      husband: Int32(husband), wife: Int32(wife), from: max(wedding, first + 600))
    (marriage.isSecondOfHusband, marriage.isSecondOfWife) = (husbandHadIt, !husbandHadIt)
    marriages.append(marriage)
    let child = addChild(
      birth: youngest, father: husbandHadIt ? husband : -1, mother: husbandHadIt ? -1 : wife)
    persons[child].traits.insert(.stepchild)
    persons[child].joined = max(persons[child].joined, persons[parent].joined)
    if draw.happens(400_000), frame.anchor - marriage.from > 500, frame.anchor - hers < 44 * 365 {
      _ = addChild(
        birth: marriage.from + Int32(draw.number(280...480)), father: husband, mother: wife)
    }
    head = husband
  }

  mutating func makeElderAndChild() {
    let child = birth(age: age(32, 56))
    let sex: Person.Sex = draw.happens(640_000) ? .male : .female
    let place = add(birth: child, sex: sex, joined: child + 19 * 366)
    let elders = draw.happens(350_000) ? 2 : 1
    if draw.happens(350_000) { endedMarriage(of: place, byDeath: false) }
    addParents(of: place, count: elders)
    for elder in persons.indices where elder != place && persons[elder].joined > frame.from {
      persons[elder].joined = min(persons[elder].joined, max(frame.from, frame.anchor - 900))
    }
    head = draw.happens(500_000) ? place : persons.count - 1
  }

  /// Three generations with two grandparents and three or four children.
  mutating func makeLarge() {
    let youngest = birth(age: age(1, 5))
    let years = draw.days(years: 34, deviation: 1.5, within: 32...38)
    let (husband, _, children) = family(youngest: youngest, count: 3, motherAge: years)
    head = husband
    addParents(of: husband, count: 2)
    var count = 4 + children.count
    var next = persons[husband].birth
    while count < 7 || (count < 9 && draw.happens(400_000)) {
      next += Int32(draw.number(500...900))
      let sibling = add(
        birth: next, sex: draw.happens(500_000) ? .male : .female, joined: next + 19 * 366)
      (persons[sibling].father, persons[sibling].mother) = (
        persons[husband].father, persons[husband].mother
      )
      count += 1
    }
  }

  /// An adopted child came at one to three years, with another name.
  private mutating func adopt(_ child: Int) {
    persons[child].traits.insert(.adopted)
    persons[child].joined = max(
      persons[child].joined, persons[child].birth + Int32(draw.number(400...1_100)))
    var former = PersonName()
    former.surname = Surnames.draw(&draw)
    former.group = GivenNames.group(
      birth: persons[child].birth, isFemale: persons[child].sex == .female)
    former.given = GivenNames.draw(&draw, group: former.group)
    formerNames.append((Int32(child), former))
  }
}
