import Geometry
import Time

/// Puts lifts, signs, chargers and shelters in their places.
struct FacilityMaker {
  private(set) var all: [Facility] = []
  private var numbers = Array(repeating: Int32(0), count: Facility.Kind.allCases.count)

  let ground: Ground
  let homes: Homes
  let firms: Firms
  let share: Int

  init(ground: Ground, homes: Homes, firms: Firms, share: Int) {
    (self.ground, self.homes, self.firms, self.share) = (ground, homes, firms, share)
    addLifts()
    addEquipment()
    addSigns()
    addChargers()
    addSanitation()
    addShelters()
  }

  /// - Parameter place: in metres.
  private mutating func add(
    _ kind: Facility.Kind, building: Int, at place: Coordinate, from: Int32, to: Int32 = .max,
    _ change: (inout Facility) -> Void = { _ in }
  ) {
    numbers[Int(kind.rawValue)] += 1
    var one = Facility(
      kind: kind, building: Int32(building), number: numbers[Int(kind.rawValue)], from: from,
      to: to, x: Float(place.x), y: Float(place.y))
    change(&one)
    all.append(one)
  }

  private func stream(_ name: String) -> UInt64 { Draw.stream(ground.seed, "facility." + name) }

  /// Whether a building is in the share that has dwellings or premises.
  private func isIn(_ building: Int) -> Bool {
    ground.buildings[building].razed == .max
      && (!homes.dwellings(ofBuilding: building).isEmpty
        || !homes.premises(ofBuilding: building).isEmpty)
  }

  // MARK: Special equipment

  /// Lifts: in houses from seven floors one at each entrance, from twelve two (GB 50096-2011, 6.4.1 and
  /// 6.4.2); elsewhere one for each 4,000 square metres above four floors, three of hospitals; in halls two
  /// escalators a floor.
  ///
  /// They are replaced after 17 to 25 years (assumption).
  private mutating func addLifts() {
    let lifts = stream("lift")
    for (index, building) in ground.buildings.enumerated() where isIn(index) {
      let floors = Int(building.floors)
      let area = Int(building.length * building.depth) * floors
      let counts: (lifts: Int, each: Int, escalators: Int) =
        switch building.kind {
        case .flats, .mixed:
          (max(1, Int(building.entrances)), floors >= 12 ? 2 : 1, 0)
        case .office, .government, .culture, .dormitory:
          (floors >= 5 ? max(1, area / 4_000) : 0, 1, 0)
        case .hospital, .careHome: (floors >= 3 ? max(1, area / 3_000) : 0, 1, 0)
        case .hall: (max(1, area / 6_000), 1, 2 * (floors - 1))
        case .factory where floors >= 3: (max(1, area / 6_000), 1, 0)
        default: (0, 0, 0)
        }
      let isHome = building.kind == .flats || building.kind == .mixed
      guard !isHome || floors >= 7 else { continue }
      for place in 0..<counts.lifts * counts.each + counts.escalators {
        var draw = Draw(lifts, index * 128 + place)
        let isLift = place < counts.lifts * counts.each
        let entrance = isLift && isHome ? place / counts.each + 1 : 0
        var day = building.built
        while day <= TruthCalendar.lastOrdinal {
          let last = day + Int32(draw.number(6_200...9_100))
          if last > TruthCalendar.todayOrdinal - 800 {
            let kind: Facility.Kind = isLift ? .lift : .escalator
            add(kind, building: index, at: building.middle, from: day, to: last) {
              $0.entrance = UInt8(building.entrances > 1 ? min(entrance, 255) : 0)
            }
          }
          day = last + Int32(draw.number(20...60))
        }
      }
    }
  }

  /// Boilers, vessels, cranes and works vehicles of a firm: of manufacturers, hotels, hospitals and
  /// stores with at least 15 people; the larger the more (assumption).
  private mutating func addEquipment() {
    let stream = stream("equipment")
    for (index, firm) in firms.list.enumerated()
    where !firm.isDormant && firms.hasName(index) {
      let trade = firms.trade(of: index)
      let kinds: [Facility.Kind] =
        switch (trade.section, trade.code) {
        case ("C", _): [.vessel, .vessel, .crane, .worksVehicle, .worksVehicle, .boiler, .pipe]
        case ("G", "5990"), ("F", "5281"), ("F", "5165"): [.worksVehicle]
        case (_, "6110"), (_, "8411"), (_, "8051"): [.boiler, .vessel]
        case ("D", _), (_, "5265"): [.vessel, .pipe]
        default: []
        }
      guard firm.staff >= 15 || trade.section == "D", !kinds.isEmpty else { continue }
      let building = Int(firms.building(of: index))
      for number in 0..<min(2 + Int(firm.staff) / 12, 24) {
        var draw = Draw(stream, index * 32 + number)
        let kind = draw.pick(kinds)
        let first = max(firm.from, TruthCalendar.todayOrdinal - 6_000)
        let from = first + Int32(draw.below(number < 2 ? 200 : 3_000))
        guard from < min(firm.to, TruthCalendar.lastOrdinal) else { continue }
        let life = Int32(draw.number(4_000...7_300))
        let to = min(firm.to == Firm.open ? .max : firm.to + 1, from + life)
        add(kind, building: building, at: ground.buildings[building].middle, from: from, to: to) {
          $0.firm = Int32(index)
        }
      }
    }
  }

  // MARK: Signs

  /// Signs on halls, office buildings and some others; screens on the largest (assumption).
  private mutating func addSigns() {
    let stream = stream("sign")
    for (index, building) in ground.buildings.enumerated() where isIn(index) {
      var draw = Draw(stream, index)
      let count: Int
      switch building.kind {
      case .hall: count = draw.number(3...8)
      case .office: count = draw.below(100) < 55 ? draw.number(1...3) : 0
      case .factory, .storage: count = draw.below(100) < 8 ? 1 : 0
      case .mixed, .shops: count = draw.below(100) < 9 ? 1 : 0
      case .hospital, .culture: count = draw.below(100) < 30 ? 1 : 0
      default: count = 0
      }
      for place in 0..<count {
        let kind: Facility.Kind =
          building.kind == .hall && place == 0 && draw.below(2) == 0
          ? .screen : building.floors >= 5 && draw.below(3) == 0 ? .roofSign : .wallSign
        let first = max(building.built + 60, TruthCalendar.firstOrdinal - 700)
        let from = first + Int32(draw.below(max(1, Int(TruthCalendar.lastOrdinal - first))))
        let along = Coordinate(x: Double(building.alongX), y: Double(building.alongY))
        let spot =
          building.middle + along * ((draw.unit() - 0.5) * Double(building.length) * 0.8)
          - along.left * (Double(building.depth) * 0.5)
        // Half of them are on early days there, the others come up evenly.
        add(kind, building: index, at: spot, from: place % 2 == 0 ? min(from, first + 1_200) : from)
      }
    }
  }

  // MARK: Chargers

  /// Stations at halls, hospitals, half of the offices and younger estates, with four to sixteen chargers;
  /// ever more of them since 2017 (EVCIPA: 0.2 million public points at the end of 2017, 3.6 million at the
  /// end of 2024).
  private mutating func addChargers() {
    let stream = stream("charger")
    var isTaken: Set<Int32> = []
    var station: Int32 = 0
    for (index, building) in ground.buildings.enumerated() where isIn(index) {
      var draw = Draw(stream, index)
      let chance =
        switch building.kind {
        case .hall: 80
        case .hospital, .culture, .government: 30
        case .office: 22
        case .flats: building.built > 14_000 ? 12 : 2
        default: 0
        }
      guard draw.below(100) < chance,
        building.estate < 0 || isTaken.insert(building.estate).inserted
      else { continue }
      station += 1
      // The root of an even draw: the number of stations grows with the square of the years.
      let span = Double(TruthCalendar.lastOrdinal - TruthCalendar.firstOrdinal - 180)
      let opened =
        TruthCalendar.firstOrdinal + 180 + Int32(draw.unit().squareRoot() * span)
      let from = max(opened, building.built + 30)
      let count = building.kind == .flats ? draw.number(4...8) : draw.number(4...16)
      let along = Coordinate(x: Double(building.alongX), y: Double(building.alongY))
      for place in 0..<count {
        // A row of bays of 2.6 m, some of them added later.
        let later = place * 3 > count * 2 ? Int32(draw.number(0...500)) : 0
        let spot =
          building.middle + along * ((Double(place) - Double(count) / 2) * 2.6)
          - along.left * (Double(building.depth) * 0.5 + 7)
        let isGone = draw.below(30) == 0
        add(
          .charger, building: index, at: spot, from: from + later,
          to: isGone ? from + later + Int32(draw.number(900...2_400)) : .max
        ) {
          $0.entrance = UInt8(place + 1)
          $0.place = station
        }
      }
    }
  }

  // MARK: Sanitation

  /// What `rows.csv` has beside the 170 toilets, which are components: 24 transfer stations, 296 collection
  /// points at estates and villages, 6 depots and 24 rooms of the street cleaners.
  private mutating func addSanitation() {
    let stream = stream("sanitation")
    let blocks = ground.blocks.indices.filter {
      [.utility, .hall, .factory, .storage, .office, .park].contains(ground.blocks[$0].use)
    }
    let estates = ground.estates.indices.filter {
      [.estate, .village].contains(ground.estates[$0].kind) && !ground.estates[$0].name.isEmpty
    }
    func day(_ draw: inout Draw) -> Int32 {
      Int32(Day(number: 2004_05_01).ordinal) + Int32(draw.below(7_300))
    }
    func put(_ kind: Facility.Kind, _ count: Int, among all: [Int], isEstate: Bool) {
      let wanted = max(1, count * share / 100)
      for place in 0..<wanted {
        let chosen = all[place * all.count / wanted]
        var draw = Draw(stream, Int(kind.rawValue) * 4_096 + place)
        let block = isEstate ? Int(ground.estates[chosen].blocks[0]) : chosen
        let gate = Terrain.metres(ground.gate(ofBlock: block))
        add(kind, building: -1, at: gate, from: day(&draw)) { $0.place = Int32(chosen) }
      }
    }
    guard !blocks.isEmpty, !estates.isEmpty else { return }
    put(.transferStation, 24, among: blocks, isEstate: false)
    put(.collectionPoint, 296, among: estates, isEstate: true)
    put(.depot, 6, among: blocks.reversed(), isEstate: false)
    put(.restRoom, 24, among: blocks.filter { $0 % 3 == 1 }, isEstate: false)
  }

  // MARK: Shelters

  /// Parks of 8,000 square metres and more, the largest schools, halls of culture; the rest of the 120 are
  /// civil defence works, which are components.
  private mutating func addShelters() {
    let wanted = max(12, 120 * share / 100)
    let parks = ground.blocks.indices.filter {
      ground.blocks[$0].use == .park && ground.blocks[$0].area > 8_000
    }.sorted { (ground.blocks[$1].area, $0) < (ground.blocks[$0].area, $1) }
    var left = wanted - max(1, 15 * share / 100)
    let stream = stream("shelter")
    func day(_ draw: inout Draw) -> Int32 {
      Int32(Day(number: 2009_05_12).ordinal) + Int32(draw.below(5_600))
    }
    for block in parks.prefix(wanted / 3).sorted() {
      var draw = Draw(stream, block)
      add(.park, building: -1, at: Terrain.metres(ground.gate(ofBlock: block)), from: day(&draw)) {
        $0.place = Int32(block)
      }
      left -= 1
    }
    func largest(_ codes: [String]) -> [Int] {
      firms.list.indices.filter {
        codes.contains(firms.trade(of: $0).code) && firms.list[$0].to == Firm.open
          && firms.list[$0].from < TruthCalendar.todayOrdinal - 400
      }.sorted { (area($1), $0) < (area($0), $1) }
    }
    func area(_ firm: Int) -> Int {
      Int(firms.places.premises[Int(firms.list[firm].premises)].area)
    }
    let halls = largest(["8831"]).prefix(wanted / 6)
    let schools = largest(["8321", "8331", "8334"]).prefix(max(0, left - halls.count))
    for firm in halls.sorted() + schools {
      var draw = Draw(stream, firm + 1 << 24)
      let building = Int(firms.building(of: firm))
      let isHall = firms.trade(of: firm).code == "8831"
      add(
        isHall ? .hall : .school, building: building, at: ground.buildings[building].middle,
        from: max(day(&draw), firms.list[firm].from)
      ) { $0.firm = Int32(firm) }
    }
  }
}
