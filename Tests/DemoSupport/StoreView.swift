package import DemoTruth
import Time
package import UseAnomaly

/// What a store would know of the homes of an invented district: what its departments send (the shares and
/// lags of `GeoData/demo/rows.csv` and `sources.csv`), and never what was planted where.
///
/// - Water and power: of each monthly list the last reading with its day and its meter. The lists do not say
///   how it was read, nor the day of the reading before the first one.
/// - Residents: of those with a register here 85 of 100 where they lived 180 days ago, the others where they are
///   registered; of people from other cities 60,000 (psb_float_pop), most of those there are. Those who are registered
///   in another district of the city are in no list.
/// - Leases: of those put on record in 24 months 4,600 (hud_rent_record).
/// - Homes that are let: those of 38 of 100 buildings (psb_rental_house). The demonstration's own file has the
///   buildings of group rentals first, and a column of tenants that would give them away; neither is used here.
/// - Complaints name a building, never a home: there are none.
package struct StoreView {
  /// What the water company tells of its readings.
  package enum Delivery {
    /// The lists of thirteen months.
    case lists
    /// Its own book: every reading since July 2025, and how it was read.
    case book
  }

  let truth: Truth
  package let day: Int32
  private let residents: [Int]
  private let lodgers: [Int]
  private let infants: [Int]
  private let families: [Int]
  private let leases: [Int]
  private let businesses: [Int: Int]

  /// Everything up to the day of the last list.
  package init(_ truth: Truth) {
    self.truth = truth
    let day = Int32(TruthCalendar.day(ofMonth: TruthCalendar.months).ordinal)
    self.day = day
    let known = Self.knownHomes(truth, on: day)
    var residents = [Int](repeating: 0, count: truth.homes.dwellings.count)
    var (lodgers, infants) = (residents, residents)
    for (person, home, isRegistered) in known {
      if isRegistered { residents[Int(home)] += 1 } else { lodgers[Int(home)] += 1 }
      if day - truth.people.persons[person].birth < 2 * 365 { infants[Int(home)] += 1 }
    }
    (self.residents, self.lodgers, self.infants) = (residents, lodgers, infants)
    families = Self.families(truth, on: day)
    leases = Self.leases(truth, on: day)
    businesses = Self.businesses(truth, on: day)
  }

  /// All homes with an account for water.
  ///
  /// - Parameter buildings: only those of some buildings; nil for all.
  package func homes(_ delivery: Delivery = .lists, in buildings: Set<Int32>? = nil) -> [Home] {
    truth.homes.dwellings.indices.compactMap { index in
      let dwelling = truth.homes.dwellings[index]
      if let buildings, !buildings.contains(dwelling.building) { return nil }
      return home(index, dwelling, delivery)
    }
  }

  private func home(_ index: Int, _ dwelling: Dwelling, _ delivery: Delivery) -> Home {
    let building = truth.ground.buildings[Int(dwelling.building)]
    let water = Int(truth.water.accountOfDwelling[index])
    var facts = HomeFacts()
    facts.leases = leases[index]
    facts.isListedAsLet = isListed(index, dwelling)
    facts.lodgers = lodgers[index]
    facts.largestFamily = families[index]
    facts.businesses = businesses[index] ?? 0
    facts.infants = infants[index]
    let use: Home.Use =
      switch building.kind {
      case .dormitory, .site: .dormitory
      case .careHome: .institution
      default: .dwelling
      }
    return Home(
      key: Int64(index), building: Int64(dwelling.building),
      estate: building.estate < 0 ? nil : Int64(building.estate), cell: Int64(building.grid),
      buildingKind: Int(building.kind.rawValue), area: Double(dwelling.area) / 10, use: use,
      metering: truth.water.accounts[water].kind == .shared ? .shared : .own,
      residents: residents[index], facts: facts,
      water: readings(truth.water, water, delivery),
      power: readings(truth.power, Int(truth.power.accountOfDwelling[index]), .lists))
  }

  /// The buildings of which the water company delivers: a quarter of the accounts (34,000 of about 140,000), first
  /// those with something planted.
  package func deliveredBuildings() -> Set<Int32> {
    let plants = truth.people.plants.filter { $0.kind == .groupRental || $0.kind == .secondHome }
    var chosen = Set(plants.map { truth.homes.dwellings[Int($0.dwelling)].building })
    for plant in truth.water.plants {
      let place = truth.water.accounts[Int(plant.account)].place
      chosen.insert(truth.homes.dwellings[Int(place)].building)
    }
    let stream = Draw.stream(truth.options.seed, "use.delivered")
    for building in truth.ground.buildings.indices {
      var draw = Draw(stream, building)
      if draw.happens(230_000) { chosen.insert(Int32(building)) }
    }
    return chosen
  }

  // MARK: Parts

  private func readings(_ book: MeterBook, _ account: Int, _ delivery: Delivery) -> [Reading] {
    if delivery == .book {
      return book.readings(of: account, through: day - 30).map { reading in
        Reading(
          from: reading.day - Int32(reading.days), to: reading.day, volume: Double(reading.volume),
          kind: Self.kinds[reading.kind] ?? .unknown, meter: Int64(reading.meter))
      }
    }
    var rows: [Reading] = []
    let all = book.readings(of: account, through: day - 30)
    for month in 1...TruthCalendar.months {
      let limit = Int32(TruthCalendar.day(ofMonth: month).ordinal) - 30
      guard let last = all.last(where: { $0.day <= limit }), last.day != rows.last?.to else {
        continue
      }
      rows.append(
        Reading(
          from: rows.last?.to, to: last.day, volume: Double(last.volume), meter: Int64(last.meter)))
    }
    return rows
  }

  private static let kinds: [MeterReading.Kind: Reading.Kind] = [
    .read: .read, .estimated: .estimated, .caughtUp: .caughtUp, .changed: .meterChanged,
  ]

  private func isListed(_ index: Int, _ dwelling: Dwelling) -> Bool {
    var draw = Draw(
      Draw.stream(truth.options.seed, "use.rental-house"), Int(dwelling.building))
    guard draw.happens(380_000) else { return false }
    return truth.lives.tenancies(of: index).contains { $0.holds(on: day - 30) }
  }

  /// Who is known to live where, and whether they are in the register of households.
  private static func knownHomes(_ truth: Truth, on day: Int32)
    -> [(person: Int, home: Int32, isRegistered: Bool)]
  {
    let seed = truth.options.seed
    let (told, floating) = (
      Draw.stream(seed, "use.told"), Draw.stream(seed, "use.float")
    )
    var known: [(person: Int, home: Int32, isRegistered: Bool)] = []
    var strangers: [(draw: UInt64, person: Int, home: Int32)] = []
    for person in truth.people.persons.indices {
      guard truth.lives.isAlive(person, on: day) else { continue }
      if let registration = truth.lives.registration(of: person, on: day) {
        var draw = Draw(told, person)
        if draw.happens(850_000) {
          if let home = truth.lives.residence(of: person, on: day - 180) {
            known.append((person, home.dwelling, true))
          }
        } else {
          let register = truth.lives.registers[Int(registration.register)]
          if !register.isCollective { known.append((person, register.dwelling, true)) }
        }
      } else if truth.people.persons[person].traits.contains(.floating),
        let home = truth.lives.residence(of: person, on: day), home.from <= day - 30
      {
        var draw = Draw(floating, person)
        strangers.append((draw.next(), person, home.dwelling))
      }
    }
    strangers.sort { ($0.draw, $0.person) < ($1.draw, $1.person) }
    let wanted = 60_000 * truth.options.share / 100
    return known + strangers.prefix(wanted).map { ($0.person, $0.home, false) }
  }

  /// By dwelling: the members of its largest register of a family.
  private static func families(_ truth: Truth, on day: Int32) -> [Int] {
    var families = [Int](repeating: 0, count: truth.homes.dwellings.count)
    for (index, register) in truth.lives.registers.enumerated() where !register.isCollective {
      let count = truth.lives.registrations(inRegister: index, on: day).count
      families[Int(register.dwelling)] = max(families[Int(register.dwelling)], count)
    }
    return families
  }

  /// By dwelling: the leases on record that hold.
  private static func leases(_ truth: Truth, on day: Int32) -> [Int] {
    let stream = Draw.stream(truth.options.seed, "use.leases")
    var found: [(draw: UInt64, lease: Int)] = []
    for (index, one) in truth.lives.tenancies.enumerated()
    where one.isRecorded && !one.isPublic && one.from <= day - 15 && day - 15 - one.from < 730 {
      var draw = Draw(stream, index)
      found.append((draw.next(), index))
    }
    found.sort { ($0.draw, $0.lease) < ($1.draw, $1.lease) }
    var leases = [Int](repeating: 0, count: truth.homes.dwellings.count)
    for (_, index) in found.prefix(4_600 * truth.options.share / 100)
    where truth.lives.tenancies[index].holds(on: day) {
      leases[Int(truth.lives.tenancies[index].dwelling)] += 1
    }
    return leases
  }

  /// Firms that are open at the address of a flat, by dwelling.
  private static func businesses(_ truth: Truth, on day: Int32) -> [Int: Int] {
    struct Door: Hashable {
      var building: Int32
      var entrance: UInt8
      var floor: UInt8
      var door: UInt8
    }
    var firms: [Door: Int] = [:]
    for firm in truth.firms.list where firm.isOpen(on: day) && firm.premises >= 0 {
      let place = truth.homes.premises[Int(firm.premises)]
      guard place.kind == .office, place.door > 0 else { continue }
      let door = Door(
        building: place.building, entrance: place.entrance, floor: place.floor, door: place.door)
      firms[door, default: 0] += 1
    }
    var found: [Int: Int] = [:]
    for (index, dwelling) in truth.homes.dwellings.enumerated() {
      let door = Door(
        building: dwelling.building, entrance: dwelling.entrance, floor: dwelling.floor,
        door: dwelling.door)
      if let count = firms[door] { found[index] = count }
    }
    return found
  }
}
