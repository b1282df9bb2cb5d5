import Time

/// All firms of the district from 2016-07 to 2027-06: who is where, when, and under which name
/// and number.
///
/// The place in ``list`` is a firm's index for good.
package final class Firms: Sendable {
  package let list: [Firm]
  package let brands: [Brand]
  package let places: FirmPlaces
  package let seed: UInt64
  /// Which district of the city they are in.
  package var division: Division { places.division }
  /// The licences of all firms.
  package let licenceBook: LicenceBook
  let names: FirmNames
  /// The first public body in ``list`` and, from there on, how many of its kind come before each.
  private let publicFirst: Int
  private let publicCounts: [UInt16]
  /// The bodies, which are the last of ``list``, from ``firstBody`` on.
  package let bodies: [Body]
  let firstBody: Int
  let offices: OfficePlan

  /// Makes the firms of a seed.
  ///
  /// - Parameter open: how many are open on 2026-06-30, about; 60,000 for the whole district.
  package convenience init(seed: UInt64, places: FirmPlaces, open: Int = 60_000) {
    let maker = FirmMaker(seed: seed, places: places, open: open)
    self.init(
      list: maker.firms, brands: maker.brands, places: places, seed: seed,
      publicBodies: maker.publicBodies, bodies: maker.bodies, offices: maker.offices)
  }

  private init(
    list: [Firm], brands: [Brand], places: FirmPlaces, seed: UInt64, publicBodies: Range<Int>,
    bodies: [Body], offices: OfficePlan
  ) {
    (self.bodies, self.offices) = (bodies, offices)
    firstBody = list.count - bodies.count
    (self.list, self.brands, self.places, self.seed) = (list, brands, places, seed)
    names = FirmNames(seed: seed, division: places.division)
    licenceBook = LicenceBook(list, seed: seed, division: places.division)
    publicFirst = publicBodies.lowerBound
    var seen: [String: UInt16] = [:]
    publicCounts = list[publicBodies].map { firm in
      let building = places.premises[Int(firm.premises)].building
      let key = PublicNames.key(
        Trade.all[Int(firm.trade)], community: places.community(building),
        road: places.road(building))
      defer { seen[key, default: 0] += 1 }
      return seen[key] ?? 0
    }
  }

  /// The trade of a firm.
  package func trade(of index: Int) -> Trade { Trade.all[Int(list[index].trade)] }

  /// The building of a firm.
  package func building(of index: Int) -> Int32 {
    places.premises[Int(list[index].premises)].building
  }

  /// The firms that are registered on a day, in order.
  package func open(on day: Int32) -> [Int] { list.indices.filter { list[$0].isOpen(on: day) } }

  /// The firms of a trade, by the four digits of its class, that are registered on a day: schools
  /// (8321, 8331, 8334), kindergartens (8310), hospitals (8411), property companies (7020).
  package func open(_ code: String, on day: Int32) -> [Int] {
    let place = Trade.place(code)
    return list.indices.filter { Int(list[$0].trade) == place && list[$0].isOpen(on: day) }
  }

  /// Who employs people on a day, with the staff of each as its weight.
  package func employers(on day: Int32) -> (firms: [Int32], weights: CumulativeWeights) {
    let firms = list.indices.filter { list[$0].isOpen(on: day) && list[$0].staff > 0 }
    return (firms.map(Int32.init), CumulativeWeights(firms.map { Int(list[$0].staff) }))
  }

  /// The registered name: 单位名称.
  package func name(of index: Int) -> String {
    let firm = list[index]
    let trade = Trade.all[Int(firm.trade)]
    let building = building(of: index)
    if firm.form == .branch {
      return names.branch(
        of: headName(of: firm), trade: trade, road: places.road(building), index)
    }
    if let body = body(of: index) {
      return BodyNames(places: places, offices: offices).name(body, word: names.word(index).text)
    }
    if let office = offices.name(at: firm.premises, street: streetName(building)), isPublic(index) {
      return office
    }
    guard isPublic(index) else {
      return names.firm(index, firm)
    }
    return PublicNames.name(
      trade, community: places.community(building), road: places.road(building),
      count: Int(publicCounts[index - publicFirst]), word: names.word(index).text,
      form: firm.form, area: Int(places.premises[Int(firm.premises)].area), in: division)
  }

  /// Whether it is a school, hospital, office or another body with premises of its own, not one of doors.
  package func isPublic(_ index: Int) -> Bool {
    index >= publicFirst && index - publicFirst < publicCounts.count
  }

  /// Whether it is the health centre of a street: the others are stations.
  package func isHealthCentre(_ index: Int) -> Bool {
    isPublic(index) && offices.isHealthCentre(at: list[index].premises)
  }

  private func streetName(_ building: Int32) -> String {
    let community = Int(places.communityIndex(building))
    return places.communities.indices.contains(community)
      ? places.communities[community].streetName : ""
  }

  /// Whether a high school is a vocational one (职业高中).
  package func isVocational(_ index: Int) -> Bool {
    index >= publicFirst && index - publicFirst < publicCounts.count
      && PublicNames.isVocational(Int(publicCounts[index - publicFirst]))
  }

  private func headName(of firm: Firm) -> String {
    if firm.head >= 0 { return names.firm(Int(firm.head), list[Int(firm.head)]) }
    return names.outside(Int(firm.brand) + Int(firm.trade) * 64, trade: Trade.all[Int(firm.trade)])
  }

  /// What its sign says: 店招名称.
  ///
  /// One in eight sole traders has no registered name of its own, so ``hasName(_:)`` is false,
  /// and only this.
  package func sign(of index: Int) -> String {
    let firm = list[index]
    if let body = body(of: index) {
      return BodyNames(places: places, offices: offices).sign(body, word: names.word(index).text)
    }
    if isPublic(index) {
      let name = name(of: index)
      // A park is known by its own name, not by that of the office that keeps it.
      return name.hasSuffix("公园管理处")
        ? name.replacing(division.fullName, with: "").replacing("管理处", with: "")
        : name
    }
    var brandWord: String?
    if firm.form == .branch {
      brandWord =
        firm.head >= 0
        ? names.word(Int(firm.head)).text
        : names.word(200_003 + Int(firm.brand) + Int(firm.trade) * 64).text
    }
    return names.sign(index, firm, brandWord: brandWord)
  }

  /// Whether it has a name in the register: 12 % of sole traders have none (assumption).
  package func hasName(_ index: Int) -> Bool {
    guard list[index].form == .soleTrader else { return true }
    var draw = Draw(Draw.stream(seed, "firm.nameless"), index)
    return !draw.happens(120_000)
  }

  /// Its unified social credit code (GB 32100-2015), which no other firm has.
  package func code(of index: Int) -> String {
    PersonalNumber.credit(
      kind: list[index].form.creditKind, index: codeIndex(index), region: division.code)
  }

  /// The organisation code of nine characters (GB 11714-1997) within its credit code.
  package func organisationCode(of index: Int) -> String {
    String(
      decoding: PersonalNumber.organisation(
        kind: list[index].form.creditKind, index: codeIndex(index)), as: UTF8.self)
  }

  private func codeIndex(_ index: Int) -> Int {
    var draw = Draw(Draw.stream(seed, "firm.code"), index)
    return 40_000_000 + index * 977 + draw.below(977)
  }

  /// The registration number of 15 digits (注册号) of those founded before 2015-10-01, when the
  /// credit code came; nil for later ones and for those that the market supervision does not
  /// register.
  ///
  /// The first digit after the region is 0 for domestic companies, 4 for foreign ones and 6 for
  /// sole traders (GS15-2006).
  package func registrationNumber(of index: Int) -> String? {
    let firm = list[index]
    guard firm.form.isMarketEntity, firm.from < Self.creditCodes else { return nil }
    let kind =
      switch firm.form {
      case .soleTrader: 60_000_000
      case .foreign, .hongKong: 40_000_000
      default: 0
      }
    return PersonalNumber.registration(
      index: kind + 10_000 + index * 7, region: division.code)
  }

  static let creditCodes = Int32(Day(number: 2015_10_01).ordinal)

  /// Its landline or mobile number, of a range that nobody has.
  package func phone(of index: Int) -> String {
    var draw = Draw(Draw.stream(seed, "firm.phone"), index)
    let number = draw.below(1_000_000)
    // Offices, schools, hospitals and operators of halls have a line of their own.
    if isPublic(index) || body(of: index) != nil {
      return PersonalNumber.landline(number, in: division)
    }
    return list[index].form == .soleTrader || draw.below(3) == 0
      ? PersonalNumber.mobile(number, in: division)
      : PersonalNumber.landline(number, in: division)
  }

  /// The firms at each premises, whenever they were there: those of premises `p` are
  /// `order[index[p]]`.
  package func byPremises() -> (index: SpanIndex, order: [Int32]) {
    SpanIndex.order(count: places.premises.count, owners: list.map(\.premises))
  }

  /// The firm that took the place of another one, if any did: the other way of `predecessor`.
  package func successors() -> [Int32] {
    var next = [Int32](repeating: -1, count: list.count)
    for (index, firm) in list.enumerated() where firm.predecessor >= 0 {
      next[Int(firm.predecessor)] = Int32(index)
    }
    return next
  }
}
