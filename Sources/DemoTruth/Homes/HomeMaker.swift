/// Makes the dwellings and premises of buildings.
struct HomeMaker {
  private let ground: Ground
  private let sizes: UInt64
  private let offices: UInt64
  /// The floor area of each compound, in square metres.
  private var compounds: [Double]

  init(_ ground: Ground) {
    self.ground = ground
    compounds = Array(repeating: 0, count: ground.estates.count)
    for building in ground.buildings where building.estate >= 0 {
      compounds[Int(building.estate)] += Self.floorArea(building) * Double(building.floors)
    }
    sizes = Draw.stream(ground.seed, "home.size")
    offices = Draw.stream(ground.seed, "home.office")
  }

  // MARK: Dwellings

  func addDwellings(of building: Building, _ index: Int, to list: inout [Dwelling]) {
    var draw = Draw(sizes, index)
    switch building.kind {
    case .flats, .mixed: addFlats(of: building, index, &draw, to: &list)
    case .villa:
      for entrance in 1...max(1, Int(building.entrances)) {
        list.append(
          Dwelling(
            building: Int32(index), kind: .flat,
            entrance: building.entrances > 1 ? UInt8(entrance) : 0,
            floor: 1, door: 1, rooms: UInt8(draw.number(4...6)),
            area: UInt16(draw.number(1_600...2_900)), beds: 8))
      }
    case .villageHouse, .oldHouse:
      let isVillage = building.kind == .villageHouse
      for door in 1...max(1, Int(building.doors)) {
        // A farmhouse stands on 120 to 140 square metres (Zhejiang's rule for homesteads).
        let area =
          isVillage
          ? Double(building.length * building.depth) * Double(building.floors)
            / Double(building.doors)
          : Double(building.length * building.depth) * Double(building.floors)
            / Double(building.doors) * 0.8
        list.append(
          Dwelling(
            building: Int32(index), kind: isVillage ? .villageHouse : .flat, entrance: 0, floor: 1,
            door: UInt8(door),
            rooms: UInt8(isVillage ? min(7, 2 + Int(building.floors)) : draw.number(1...3)),
            area: UInt16(min(6_000, max(180, area * 10))), beds: isVillage ? 8 : 4))
      }
    case .dormitory, .site:
      let beds = building.kind == .site ? draw.number(30...120) : draw.number(120...400)
      list.append(
        Dwelling(
          building: Int32(index), kind: .dormitory, entrance: 0, floor: 1, door: 1,
          rooms: UInt8(min(250, beds / 4)), area: UInt16(min(65_000, beds * 60)), beds: UInt16(beds)
        ))
    case .careHome:
      let beds = draw.number(60...320)
      list.append(
        Dwelling(
          building: Int32(index), kind: .careHome, entrance: 0, floor: 1, door: 1,
          rooms: UInt8(min(250, beds / 2)), area: UInt16(min(65_000, beds * 240)),
          beds: UInt16(beds)))
    case .shops, .office, .hall, .factory, .storage, .school, .kindergarten, .hospital, .government,
      .culture, .utility, .farm:
      break
    }
  }

  /// Floor by floor within each entrance, as rooms are counted.
  ///
  /// The areas give 105 m² a flat in the
  /// mean, near the 111 m² of a family household of the 2020 census (41.8 m² a person).
  private func addFlats(
    of building: Building, _ index: Int, _ draw: inout Draw, to list: inout [Dwelling]
  ) {
    let isOld = building.built < 12_000
    // One size for each door of a floor, as flats lie above each other.
    var rooms: [Int] = []
    for _ in 0..<max(1, Int(building.doors)) {
      rooms.append(
        [1, 2, 3, 4][draw.weighted(isOld ? [140, 620, 230, 10] : [60, 300, 510, 130])])
    }
    guard building.floors > building.shopFloors else { return }
    for entrance in 1...max(1, Int(building.entrances)) {
      for floor in (Int(building.shopFloors) + 1)...Int(building.floors) {
        for (door, count) in rooms.enumerated() {
          let base = isOld ? [380, 560, 740, 980][count - 1] : [520, 830, 1_150, 1_520][count - 1]
          list.append(
            Dwelling(
              building: Int32(index), kind: .flat,
              entrance: building.entrances > 1 ? UInt8(entrance) : 0,
              floor: UInt8(building.floorLabel(floor)), door: UInt8(door + 1), rooms: UInt8(count),
              area: UInt16(base + (Int(building.number) * 37 + entrance * 53 + door * 17) % 160),
              beds: UInt16(count + 2)))
        }
      }
    }
  }

  // MARK: Premises

  /// - Parameter isFirst: the estates whose compound has its premises already.
  func addPremises(
    of building: Building, _ index: Int, isFirst: inout Set<Int32>, to list: inout [Premises]
  ) {
    var draw = Draw(offices, index)
    let floorArea = Self.floorArea(building)
    func put(_ kind: Premises.Kind, floor: Int, door: Int, area: Double) {
      list.append(
        Premises(
          building: Int32(index), kind: kind, floor: UInt8(floor), door: UInt8(min(door, 255)),
          area: UInt16(max(6, min(60_000, area)))))
    }
    func putWhole(_ kind: Premises.Kind) {
      put(kind, floor: 0, door: 0, area: floorArea * Double(building.floors))
    }
    func putOnce(_ kind: Premises.Kind) {
      guard building.estate >= 0 else { return putWhole(kind) }
      guard isFirst.insert(building.estate).inserted else { return }
      put(kind, floor: 0, door: 0, area: compounds[Int(building.estate)])
    }
    if building.shopFloors > 0 {
      for floor in 1...Int(building.shopFloors) {
        for door in 1...max(1, Int(building.shops)) {
          // A surgery or dentist in one shop of ninety.
          let kind: Premises.Kind = draw.happens(11_000) ? .health : .shop
          put(kind, floor: floor, door: door, area: floorArea / Double(max(1, building.shops)))
        }
      }
    }
    switch building.kind {
    case .office:
      for floor
        in (Int(building.shopFloors) + 1)...max(Int(building.shopFloors) + 1, Int(building.floors))
      {
        for door in 1...max(1, Int(building.doors)) {
          put(.office, floor: floor, door: door, area: floorArea / Double(max(1, building.doors)))
        }
      }
    case .hall:
      for floor in 1...Int(building.floors) {
        for door in 1...max(1, Int(building.doors)) {
          put(.hall, floor: floor, door: door, area: floorArea / Double(max(1, building.doors)))
        }
      }
    case .factory, .storage:
      let kind: Premises.Kind = building.kind == .factory ? .workshop : .storage
      for floor in 1...Int(building.floors) {
        for door in 1...max(1, Int(building.doors)) {
          put(kind, floor: floor, door: door, area: floorArea / Double(max(1, building.doors)))
        }
      }
    case .school: putOnce(.school)
    case .kindergarten: putWhole(.school)
    case .hospital: putOnce(.health)
    case .careHome: putWhole(.health)
    case .government: putWhole(.government)
    case .culture: putOnce(.culture)
    case .utility: putWhole(.utility)
    case .farm: putWhole(.farm)
    case .site: putWhole(.site)
    case .villageHouse:
      // A shop or workshop in the house, one in twenty.
      if draw.happens(50_000) {
        put(draw.happens(800_000) ? .shop : .workshop, floor: 1, door: 0, area: floorArea)
      }
    case .flats, .mixed, .oldHouse, .villa, .dormitory, .shops: break
    }
  }

  /// Halls with fewer stalls, where there are more premises than wanted: some take the next one's room;
  /// at most two in three.
  private func withLargerStalls(_ premises: [Premises], _ firstPremises: [Int32], wanted: Int)
    -> ([Premises], [Int32])
  {
    let stalls = premises.count { $0.kind == .hall }
    let parts = min(660_000, (premises.count - wanted) * 1_000_000 / max(stalls, 1))
    var all: [Premises] = []
    all.reserveCapacity(wanted)
    var first: [Int32] = []
    for building in firstPremises.indices.dropLast() {
      first.append(Int32(all.count))
      for place in Int(firstPremises[building])..<Int(firstPremises[building + 1]) {
        var draw = Draw(offices &+ 2, place)
        let joins = premises[place].kind == .hall && draw.happens(parts)
        if joins, let last = all.last, last.kind == .hall, last.building == building {
          all[all.count - 1].area += min(premises[place].area, 60_000 - last.area)
        } else {
          all.append(premises[place])
        }
      }
    }
    first.append(Int32(all.count))
    return (all, first)
  }

  /// Of a floor, within its walls.
  private static func floorArea(_ building: Building) -> Double {
    Double(building.length * building.depth) * 0.8
  }

  /// Flats whose address firms register as theirs, as many as premises are missing; at most one flat
  /// in eight.
  func withOffices(
    at dwellings: [Dwelling], among premises: [Premises], _ firstPremises: [Int32],
    _ firstDwelling: [Int32], wanted: Int
  ) -> ([Premises], [Int32]) {
    let missing = wanted - premises.count
    if missing < 0 { return withLargerStalls(premises, firstPremises, wanted: wanted) }
    guard missing > 0, !dwellings.isEmpty else { return (premises, firstPremises) }
    let parts = min(125_000, missing * 1_000_000 / dwellings.count)
    var all: [Premises] = []
    all.reserveCapacity(wanted)
    var first: [Int32] = []
    for building in firstPremises.indices.dropLast() {
      first.append(Int32(all.count))
      all += premises[Int(firstPremises[building])..<Int(firstPremises[building + 1])]
      for dwelling in Int(firstDwelling[building])..<Int(firstDwelling[building + 1]) {
        var draw = Draw(offices &+ 1, dwelling - Int(firstDwelling[building]) + building * 1_024)
        let one = dwellings[dwelling]
        guard one.kind == .flat, draw.happens(parts) else { continue }
        all.append(
          Premises(
            building: one.building, kind: .office, entrance: one.entrance, floor: one.floor,
            door: one.door, area: one.area / 10))
      }
    }
    first.append(Int32(all.count))
    return (all, first)
  }
}
