/// Makes the people of one household: who they are, how they belong together, when they came.
///
/// The household is laid out as it is on its anchor day: the day of month 1 where it is there then,
/// else its last day, or the first where that is later. What came before and comes after
/// is added to that.
struct HouseholdMaker {
  /// What is known before the people are.
  struct Frame {
    /// From when to when the household has dwellings here.
    var from: Int32
    var to: Int32
    var anchor: Int32
    var kind: Tenure.Kind
    var isVillage: Bool
    /// How many dwellings it had.
    var tenures: Int
    /// How many people it has, for dormitories and homes.
    var beds: Int
    var plant: Plant.Kind?
    /// Whether it is from another country, whatever it draws: some household is, in the smallest district too.
    var isFromAbroad = false
  }

  /// The last day that a later event may have.
  static let last = TruthCalendar.lastOrdinal

  let frame: Frame
  var draw: Draw
  var form = HouseholdForm.single
  var isFloating = false
  /// Parents and marriages by the places in `persons`.
  var persons: [Person] = []
  var marriages: [Marriage] = []
  var formerNames: [(person: Int32, name: PersonName)] = []
  /// Who the household is named for.
  var head = 0
  /// What the family is where it is from another country, or from Hong Kong, Macao or Taiwan.
  private var abroad: Person.Traits = []
  /// The region and ethnic group of the family.
  private var region = Origin.own
  private var ethnicGroup: UInt8 = 1

  init(_ frame: Frame, draw: Draw) {
    self.frame = frame
    self.draw = draw
  }

  /// Makes everyone.
  mutating func make() {
    settleOrigin()
    form = chooseForm()
    switch form {
    case .dormitory, .careHome: makeCollective()
    default:
      makeMembers()
      if frame.plant == nil { addEarlierLives() }
      putHeadFirst()
      settleRelations()
      if frame.plant == nil { addLaterEvents() }
      keepMinorsGuarded()
    }
    settleNames()
    // Who was gone before the household came here never was a member of it.
    for place in persons.indices where persons[place].end < persons[place].joined {
      persons[place].joined = persons[place].end
    }
  }

  // MARK: Where they are from

  /// Of tenants 62 % have their hukou elsewhere, of owners 4 %: together about 18 % of the people
  /// (assumption within the range wanted; 26.6 % of the country's people were floating in 2020).
  private mutating func settleOrigin() {
    let share: Int
    switch frame.kind {
    case .owner: share = 40_000
    case .rent: share = 620_000
    case .publicRent: share = 80_000
    case .relatives: share = 200_000
    case .employer: share = 850_000
    case .institution: share = 60_000
    }
    isFloating = draw.happens(share)
    // 0.45 % of tenants are foreigners and 0.35 % from Hong Kong, Macao or Taiwan: 0.1 % of the people
    // (2020 census: 845,697 and 584,970 of 1,412 million).
    let turn = frame.kind == .rent && frame.plant == nil ? draw.below(10_000) : 10_000
    if turn < 80 { abroad = turn < 45 ? .foreigner : .compatriot }
    if frame.isFromAbroad { abroad = .foreigner }
    if !abroad.isEmpty { isFloating = true }
    switch frame.plant {
    case .coTenants?, .groupRental?: isFloating = true
    case .some: isFloating = false
    case nil: break
    }
    region = isFloating ? Origin.elsewhere(&draw) : Origin.own
    ethnicGroup = abroad == .foreigner ? 98 : drawEthnicGroup(isFloating: isFloating)
  }

  /// 3.4 % of the people, as in Zhejiang in the 2020 census (2.21 of 64.57 million): 1.9 % of the
  /// local ones and 9 % of the others.
  mutating func drawEthnicGroup(isFloating: Bool) -> UInt8 {
    guard draw.happens(isFloating ? 90_000 : 19_000) else { return 1 }
    let groups: [(UInt8, Int)] = [
      (22, 10), (6, 16), (15, 15), (9, 10), (8, 9), (12, 8), (3, 9), (7, 8), (11, 5), (14, 3),
      (13, 3), (2, 2), (10, 1), (37, 3), (5, 2), (4, 1), (19, 1), (36, 1), (25, 2), (32, 1),
    ]
    return groups[draw.weighted(groups.map(\.1))].0
  }

  // MARK: Adding people

  /// Adds someone of the family; the place in `persons`.
  mutating func add(birth: Int32, sex: Person.Sex, joined: Int32) -> Int {
    var person = Person(birth: birth, joined: max(joined, frame.from, birth), sex: sex)
    person.region = region
    person.ethnicGroup = ethnicGroup
    if isFloating {
      person.traits.insert(abroad.isEmpty ? .floating : [.floating, abroad])
    } else if birth < TruthCalendar.firstOrdinal - 18 * 366, draw.happens(130_000) {
      // 户籍迁入: the hukou was moved here, the number was given out elsewhere.
      person.region = Origin.elsewhere(&draw)
      person.traits.insert(.movedIn)
    }
    persons.append(person)
    return persons.count - 1
  }

  /// Adds someone who is not of the family, with an origin of their own.
  mutating func addStranger(birth: Int32, sex: Person.Sex, joined: Int32, floating: Int) -> Int {
    let place = add(birth: birth, sex: sex, joined: joined)
    let isFloating = draw.happens(floating)
    persons[place].traits.remove([.floating, .movedIn])
    if isFloating { persons[place].traits.insert(.floating) }
    persons[place].region = isFloating ? Origin.elsewhere(&draw) : Origin.own
    persons[place].ethnicGroup = drawEthnicGroup(isFloating: isFloating)
    persons[place].name.surname = Surnames.draw(&draw)
    return place
  }

  /// Adds a child of two people, or of one.
  mutating func addChild(birth: Int32, father: Int, mother: Int) -> Int {
    // 111.3 boys for 100 girls were born by the 2020 census.
    let sex: Person.Sex = draw.happens(526_700) ? .male : .female
    var joined = birth
    if father >= 0 {
      joined = max(joined, min(persons[father].joined, mother < 0 ? .max : persons[mother].joined))
    }
    if father < 0, mother >= 0 { joined = max(joined, persons[mother].joined) }
    let place = add(birth: birth, sex: sex, joined: joined)
    (persons[place].father, persons[place].mother) = (Int32(father), Int32(mother))
    if !isFloating, birth > TruthCalendar.firstOrdinal - 30 * 366 {
      persons[place].traits.remove(.movedIn)
      persons[place].region = Origin.own
    }
    return place
  }

  /// The birth day of someone so old on the anchor day, in years and parts of one.
  func birth(age: Double) -> Int32 { frame.anchor - Int32(age * 365.25) }

  /// An age between two bounds, each as likely.
  mutating func age(_ low: Double, _ high: Double) -> Double { low + (high - low) * draw.unit() }

  /// A marriage of two members: not before 22 and 20 (婚姻法 1980 to 民法典 1047), mostly between
  /// 24 and 28, and not after a day.
  mutating func marry(_ husband: Int, _ wife: Int, by latest: Int32) {
    let (his, hers) = (persons[husband].birth, persons[wife].birth)
    let usual = hers + draw.days(years: 25, deviation: 2.6, within: 20...42)
    let day = max(his + 8_036, hers + 7_305, min(usual, latest))
    var marriage = Marriage(husband: Int32(husband), wife: Int32(wife), from: day)
    marriage.isSecondOfHusband = persons[husband].traits.contains(.marriedBefore)
    marriage.isSecondOfWife = persons[wife].traits.contains(.marriedBefore)
    marriages.append(marriage)
  }
}
