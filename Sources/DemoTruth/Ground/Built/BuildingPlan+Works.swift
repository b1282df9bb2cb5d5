import Geometry
import Time

/// Offices, halls, works, schools and what else nobody lives in.
extension BuildingPlan {
  /// The door of a building that faces a road; its number comes later.
  func door(of footprint: Lot.Footprint) -> Door {
    guard footprint.edge >= 0, isNamedRoad(footprint.edge) else { return Door() }
    return Door(road: Int16(courses[footprint.edge].road))
  }

  mutating func addFacility(
    _ kind: Building.Kind, of estate: Int32, number: Int = 0, _ face: Int, _ lot: Lot,
    _ draw: inout Draw
  ) {
    let mine = buildings.indices.reversed().prefix { buildings[$0].block == Int32(face) }
    let others = mine.map { footprint(of: $0) }
    let rows = Lot.Rows(depth: 16, length: 24...34, pitch: 12, gap: 500)
    guard
      let found = lot.rows(rows, along: lot.homeward, others: others, margin: 8, &draw).last
    else { return }
    add(found, kind, on: face, form: .ell) { building in
      building.estate = estate
      building.number = UInt16(number)
      building.floors = 3
      building.built = Self.day(1998...2021, &draw)
    }
  }

  func footprint(of building: Int) -> Lot.Footprint {
    let one = buildings[building]
    return Lot.Footprint(
      centre: one.middle, along: Coordinate(x: Double(one.alongX), y: Double(one.alongY)),
      length: Double(one.length), depth: Double(one.depth))
  }

  mutating func buildCompound(_ face: Int, _ lot: Lot, _ draw: inout Draw) {
    let use = blocks[face].use
    let place = add(
      Estate(
        kind: .compound, name: "", grid: blocks[face].grid, blocks: [Int32(face)],
        built: Self.day(1988...2020, &draw)))
    var number = 0
    let along = lot.grain
    let founded = estates[Int(place)].built
    func put(
      _ plan: inout BuildingPlan, _ footprint: Lot.Footprint, _ kind: Building.Kind,
      _ form: Building.Form, floors: ClosedRange<Int>, doors: Int, _ draw: inout Draw
    ) {
      number += 1
      let floor = draw.number(floors)
      let later = Int32(draw.below(2_400))
      let own = plan.door(of: footprint)
      plan.add(footprint, kind, on: face, form: form) { building in
        building.estate = place
        building.number = UInt16(number)
        building.floors = UInt8(floor)
        building.doors = UInt8(doors)
        building.built = founded + later
        building.door = own
      }
    }
    switch use {
    case .office:
      let inTown = blocks[face].urban > 0.7 ? 6...26 : blocks[face].urban > 0.4 ? 4...14 : 3...6
      let fronts = lot.strips(
        depth: 24, length: 30...52, gap: 16, isFront: isNamedRoad, &draw)
      for one in fronts.prefix(7) {
        put(
          &self, one, .office, draw.happens(400_000) ? .cross : .rectangle, floors: inTown,
          doors: Int(one.length / 7), &draw)
        if draw.happens(600_000) { openShops(of: buildings.count - 1) }
      }
      for one in lot.rows(
        Lot.Rows(depth: 22, length: 26...44, pitch: 52, gap: 24), along: along, others: fronts,
        margin: 14, &draw
      ).prefix(4) {
        put(&self, one, .office, .stepped, floors: 3...11, doors: Int(one.length / 7), &draw)
      }
    case .hall:
      let size = max(36, min(95, Double(blocks[face].area).squareRoot() * 0.52))
      for one in lot.rows(
        Lot.Rows(depth: size * 0.62, length: size * 0.8...size, pitch: size * 0.62 + 24, gap: 22),
        along: along, others: [], margin: 0, &draw)
      {
        put(
          &self, one, .hall, draw.happens(500_000) ? .court : .stepped, floors: 2...5,
          doors: Int(one.length * 0.72), &draw)
      }
    case .factory, .storage:
      let kind: Building.Kind = use == .factory ? .factory : .storage
      let office = lot.strips(depth: 14, length: 30...48, gap: 400, isFront: isNamedRoad, &draw)
        .prefix(1)
      for one in office { put(&self, one, .office, .rectangle, floors: 3...6, doors: 8, &draw) }
      let depth = Double(draw.number(24...44))
      for one in lot.rows(
        Lot.Rows(depth: depth, length: 44...118, pitch: depth + 16, gap: 14), along: along,
        others: Array(office), margin: 10, &draw)
      {
        put(
          &self, one, kind, .rectangle, floors: draw.happens(350_000) ? 2...5 : 1...1, doors: 2,
          &draw)
      }
      if use == .factory, blocks[face].area > 25_000, draw.happens(700_000) {
        addFacility(.dormitory, of: place, number: number + 1, face, lot, &draw)
      }
    case .school:
      // A teaching block in a comb, a hall, and the sports ground that is left free to the south.
      let rows = lot.rows(
        Lot.Rows(depth: 12, length: 44...64, pitch: 30, gap: 16), along: lot.homeward, others: [],
        margin: 0, &draw)
      for one in rows.prefix(max(2, rows.count / 2)) {
        put(&self, one, .school, .stepped, floors: 3...5, doors: 6, &draw)
      }
    case .hospital:
      for one in lot.rows(
        Lot.Rows(depth: 22, length: 48...76, pitch: 44, gap: 20), along: lot.homeward, others: [],
        margin: 0, &draw)
      {
        put(&self, one, .hospital, .ell, floors: 3...16, doors: 4, &draw)
      }
      if draw.happens(300_000) {
        addFacility(.careHome, of: place, number: number + 1, face, lot, &draw)
      }
    case .government, .culture:
      let kind: Building.Kind = use == .government ? .government : .culture
      let rows = lot.rows(
        Lot.Rows(depth: 17, length: 40...70, pitch: 42, gap: 24), along: lot.homeward, others: [],
        margin: 0, &draw)
      for one in rows.prefix(5) { put(&self, one, kind, .ell, floors: 2...9, doors: 6, &draw) }
      if use == .government, draw.happens(160_000) {
        addFacility(.careHome, of: place, number: number + 1, face, lot, &draw)
      }
    default:
      let rows = lot.rows(
        Lot.Rows(depth: 12, length: 16...30, pitch: 34, gap: 20), along: along, others: [],
        margin: 0, &draw)
      for one in rows.prefix(4) {
        put(&self, one, .utility, .rectangle, floors: 1...2, doors: 1, &draw)
      }
    }
  }

  mutating func openShops(of building: Int) {
    change(building) { one in
      one.shopFloors = 1
      one.shops = UInt8(max(1, Int(one.length / 6)))
    }
  }

  /// Where something is being built: what stood there was torn down within the ten years.
  mutating func buildSite(_ face: Int, _ lot: Lot, _ draw: inout Draw) {
    let hut = lot.strips(depth: 7, length: 18...24, gap: 600, isFront: isNamedRoad, &draw).prefix(1)
    for one in hut {
      let own = door(of: one)
      add(one, .site, on: face) { building in
        building.floors = 2
        building.built = Self.day(2025...2026, &draw)
        building.built = min(building.built, Int32(Day(number: 2026_05_31).ordinal))
        building.door = own
      }
    }
    guard draw.happens(650_000) else { return }
    let razed = Self.day(2017...2025, &draw)
    let built = Self.day(1975...1992, &draw)
    let place = add(
      Estate(
        kind: .estate, name: nextEstate(isOld: true), grid: blocks[face].grid,
        blocks: [Int32(face)], built: built))
    let rows = lot.rows(
      Lot.Rows(depth: 10, length: 30...48, pitch: 24, gap: 8), along: lot.homeward,
      others: Array(hut), margin: 6, &draw)
    for (index, one) in rows.prefix(14).enumerated() {
      add(one, .flats, on: face) { building in
        building.estate = place
        building.number = UInt16(Building.lucky(index + 1))
        building.floors = UInt8(draw.number(3...5))
        building.entrances = UInt8(max(1, Int(one.length / 13)))
        building.doors = 2
        building.built = built
        building.razed = razed + Int32(draw.below(60))
      }
    }
  }

  mutating func buildFarm(_ face: Int, _ lot: Lot, _ draw: inout Draw) {
    guard draw.happens(120_000) else { return }
    let rows = lot.rows(
      Lot.Rows(depth: 9, length: 36...60, pitch: 11.5, gap: 6), along: lot.grain, others: [],
      margin: 0, &draw)
    let start = rows.isEmpty ? 0 : draw.below(rows.count)
    for one in rows[start...].prefix(draw.number(2...9)) {
      add(one, .farm, on: face) { $0.built = Self.day(2005...2023, &draw) }
    }
  }
}
