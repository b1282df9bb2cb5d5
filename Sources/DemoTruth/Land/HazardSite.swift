package import Geometry
import Time

/// A place that is dangerous: a slope or bank that threatens houses, or a low place that floods.
package struct HazardSite: Sendable {
  package enum Kind: UInt8, Sendable {
    /// 崩塌, 滑坡: slopes of the hills behind houses.
    case rockfall, landslide
    /// Banks of canals that houses stand at.
    case bank
    /// Low crossings, and old estates and quarters with old drains.
    case crossing, oldEstate
  }

  package var kind: Kind
  /// The number among those of its list, from 1.
  package var number: Int32
  package var community: Int32
  /// The place of the building at it, in `ground.buildings`.
  package var building: Int32
  /// The buildings within its outline.
  package var buildings: [Int32]
  /// Of crossings the places of the two roads, else -1.
  package var roads: (Int32, Int32) = (-1, -1)
  package var position: Coordinate
  /// The area in square metres, and of low places the greatest depth of water in centimetres.
  package var area: Int32
  package var depth: Int16
  /// Found and treated: ordinals of days; `Int32.max` for what is still there.
  package var from: Int32
  package var to: Int32

  /// Whether it is one of slopes and banks.
  package var isGeological: Bool { kind.rawValue <= Kind.bank.rawValue }
}

/// Finds the places that are dangerous on the ground.
struct HazardPlan {
  private(set) var sites: [HazardSite] = []
  /// What the two lists have, and a tenth that is found later or was treated.
  private static let geological = 50
  private static let flooding = 118

  private let ground: Ground
  private let stream: UInt64

  init(_ ground: Ground) {
    self.ground = ground
    stream = Draw.stream(ground.seed, "hazard")
    addSlopes()
    addFloods()
  }

  private func dates(_ draw: inout Draw, _ first: Int, _ place: Int) -> (Int32, Int32) {
    // One in twelve was found in the last year or is found in the next; as many were treated.
    let isNew = place % 12 == 5
    let from =
      isNew
      ? TruthCalendar.todayOrdinal - 120 + Int32(draw.below(420))
      : Int32(first + draw.below(Int(TruthCalendar.todayOrdinal) - 400 - first))
    let to = place % 14 == 3 ? TruthCalendar.todayOrdinal - 200 + Int32(draw.below(560)) : .max
    return (from, max(from + 60, to))
  }

  // MARK: Slopes and banks

  private mutating func addSlopes() {
    let hills = ground.blocks.indices.filter { ground.blocks[$0].use == .woodland }
      .map { ground.plane.loop($0).map(ground.plane.start) }
    let boxes = hills.map { Box(around: $0) }
    var found: [(rank: UInt64, building: Int, square: Double)] = []
    for (index, building) in ground.buildings.enumerated()
    where building.kind == .villageHouse && building.razed == .max {
      let at = building.middle
      var nearest = Double.infinity
      for (ring, box) in zip(hills, boxes)
      where at.x > box.minX - 70 && at.x < box.maxX + 70 && at.y > box.minY - 70
        && at.y < box.maxY + 70
      {
        for place in ring.indices {
          nearest = min(
            nearest, Cutter.distance(at, ring[place], ring[(place + 1) % ring.count]))
        }
      }
      if nearest < 70 {
        var draw = Draw(stream, index)
        found.append((draw.next(), index, nearest))
      }
    }
    found.sort { ($0.rank, $0.building) < ($1.rank, $1.building) }
    var taken: [Coordinate] = []
    for one in found where sites.count < Self.geological * 3 / 4 {
      let at = ground.buildings[one.building].middle
      guard !taken.contains(where: { $0.squareDistance(at) < 120 * 120 }) else { continue }
      taken.append(at)
      addSlope(one.building, one.square < 40 ? .rockfall : .landslide)
    }
    addBanks(&taken)
  }

  private mutating func addBanks(_ taken: inout [Coordinate]) {
    let lines = ground.canals.map(\.line)
    let boxes = lines.map { Box(around: $0) }
    var found: [(rank: UInt64, building: Int)] = []
    for (index, building) in ground.buildings.enumerated()
    where (building.kind == .villageHouse || building.kind == .oldHouse) && building.razed == .max {
      let at = building.middle
      let isNear = zip(lines, boxes).contains { line, box in
        at.x > box.minX - 45 && at.x < box.maxX + 45 && at.y > box.minY - 45
          && at.y < box.maxY + 45
          && zip(line, line.dropFirst()).contains { Cutter.distance(at, $0, $1) < 45 }
      }
      guard isNear else { continue }
      var draw = Draw(stream &+ 1, index)
      found.append((draw.next(), index))
    }
    found.sort { ($0.rank, $0.building) < ($1.rank, $1.building) }
    for one in found where sites.count < Self.geological {
      let at = ground.buildings[one.building].middle
      guard !taken.contains(where: { $0.squareDistance(at) < 150 * 150 }) else { continue }
      taken.append(at)
      addSlope(one.building, .bank)
    }
  }

  private mutating func addSlope(_ building: Int, _ kind: HazardSite.Kind) {
    var draw = Draw(stream &+ 2, building)
    let reach = 18 + draw.unit() * 24
    let (from, to) = dates(&draw, Day.ordinal(year: 2006, month: 6, day: 1), sites.count)
    append(kind, building, within: reach, from: from, to: to, depth: 0)
  }

  // MARK: Floods

  private mutating func addFloods() {
    let first = sites.count
    var buildingAt: [Int32: [Int]] = [:]
    for (index, building) in ground.buildings.enumerated() where building.razed == .max {
      buildingAt[building.block, default: []].append(index)
    }
    // Where two greater roads meet, the lowest draws first.
    var crossings: [(rank: UInt64, vertex: Int, roads: [Int32])] = []
    var roads: [[Int32]] = Array(repeating: [], count: ground.plane.points.count)
    var faces: [[Int]] = Array(repeating: [], count: ground.plane.points.count)
    for half in ground.plane.origin.indices {
      let (road, vertex) = (ground.courses[half / 2].road, ground.plane.origin[half])
      if ground.plane.face[half] >= 0 { faces[vertex].append(ground.plane.face[half]) }
      guard road >= 0, ground.roads[Int(road)].kind.rawValue <= Road.Kind.lane.rawValue,
        !roads[vertex].contains(road)
      else { continue }
      roads[vertex].append(road)
    }
    for vertex in roads.indices where roads[vertex].count > 1 {
      var draw = Draw(stream &+ 3, vertex)
      crossings.append((draw.next(), vertex, roads[vertex].sorted()))
    }
    crossings.sort { ($0.rank, $0.vertex) < ($1.rank, $1.vertex) }
    for crossing in crossings where sites.count - first < Self.flooding * 2 / 5 {
      let at = ground.plane.points[crossing.vertex]
      let near = faces[crossing.vertex].flatMap { buildingAt[Int32($0)] ?? [] }.min {
        ground.buildings[$0].middle.squareDistance(at)
          < ground.buildings[$1].middle.squareDistance(at)
      }
      guard let near else { continue }
      var draw = Draw(stream &+ 4, crossing.vertex)
      let (from, to) = dates(&draw, Day.ordinal(year: 2018, month: 5, day: 1), sites.count)
      // Off the middle of the crossing, so that it lies in one grid.
      let side = (ground.buildings[near].middle - at).unit * (9 + draw.unit() * 5)
      let site = ground.block(atMetres: at + side).map { Int(ground.blocks[$0].grid) }
      guard let site else { continue }
      sites.append(
        HazardSite(
          kind: .crossing, number: Int32(sites.count - first + 1),
          community: ground.grids[site].community, building: Int32(near), buildings: [],
          roads: (crossing.roads[0], crossing.roads[1]), position: Terrain.degrees(at + side),
          area: Int32(draw.number(8...90) * 10), depth: Int16(draw.number(3...14) * 5), from: from,
          to: to))
    }
    let old = ground.buildings.indices.filter { index in
      let one = ground.buildings[index]
      return one.razed == .max && one.built < 9_500
        && [.flats, .mixed, .oldHouse].contains(one.kind)
    }
    var ranked = old.map { index in
      var draw = Draw(stream &+ 5, index)
      return (draw.next(), index)
    }.sorted { $0 < $1 }[...]
    var taken: [Coordinate] = []
    while sites.count - first < Self.flooding, let (_, building) = ranked.popFirst() {
      let at = ground.buildings[building].middle
      guard !taken.contains(where: { $0.squareDistance(at) < 160 * 160 }) else { continue }
      taken.append(at)
      var draw = Draw(stream &+ 6, building)
      let (from, to) = dates(&draw, Day.ordinal(year: 2018, month: 5, day: 1), sites.count)
      append(
        .oldEstate, building, within: 20 + draw.unit() * 25, from: from, to: to,
        depth: Int16(draw.number(2...9) * 5), first: first)
    }
  }

  private mutating func append(
    _ kind: HazardSite.Kind, _ building: Int, within reach: Double, from: Int32, to: Int32,
    depth: Int16, first: Int = 0
  ) {
    let one = ground.buildings[building]
    let near = ground.buildings.indices.filter { index in
      ground.buildings[index].block == one.block && ground.buildings[index].razed == .max
        && ground.buildings[index].middle.squareDistance(one.middle) < reach * reach
    }
    sites.append(
      HazardSite(
        kind: kind, number: Int32(sites.count - first + 1),
        community: ground.grids[Int(one.grid)].community, building: Int32(building),
        buildings: near.map(Int32.init), position: one.position,
        area: Int32(reach * reach * 3.1), depth: depth, from: from, to: to))
  }
}
