import Geometry
import Testing

@testable import DemoTruth

/// What an eye sees on the map of the ground.
@Suite struct `The ground as a map` {
  private let ground = TestGround.whole

  @Test func `main roads end at the border or at greater roads, and others at roads with a name`() {
    let border = Set(ground.district.boundary.rings.flatMap(\.coordinates))
    var ways: [Coordinate: [Int]] = [:]
    for (index, road) in ground.roads.enumerated() {
      for place in road.path { ways[place, default: []].append(index) }
    }
    for (index, road) in ground.roads.enumerated() where road.kind <= .secondary {
      for end in [road.path[0], road.path[road.path.count - 1]] where !border.contains(end) {
        let others = (ways[end] ?? []).filter { $0 != index }.map { ground.roads[$0].kind }
        #expect(
          others.contains { $0 <= RoadEnds.least(for: road.kind) },
          "\(road.kind) \(road.name) ends in the middle of nothing")
      }
    }
    #expect(ground.roads.filter { $0.kind == .main }.count > 15)
  }

  @Test func `roads run once along each edge, from their western or southern end`() {
    for road in ground.roads {
      #expect(Set(road.path).count == road.path.count, "\(road.name) crosses itself")
      let across = road.line[road.line.count - 1] - road.line[0]
      #expect(abs(across.x) > abs(across.y) ? across.x > 0 : across.y > 0)
    }
  }

  @Test func `only borders of streets cross the water, the others keep to its middle and banks`() {
    let plan = GroundPlan(seed: 7, terrain: Terrain(seed: 7))
    var across: Set<Int> = []
    for edge in plan.plan.line.indices {
      let (one, other) = (plan.plan.face[2 * edge], plan.plan.face[2 * edge + 1])
      guard one >= 0, other >= 0, plan.isRiver[one], plan.isRiver[other],
        plan.grid[one] != plan.grid[other],
        plan.lines[plan.plan.line[edge]].level != .middle
      else { continue }
      #expect(plan.street[one] != plan.street[other])
      across.formUnion([plan.street[one], plan.street[other]])
    }
    #expect(across.count > 3)
    // Each bank of each street has one grid that reaches into the water, or two where a bank is in parts.
    let wet = Set(ground.blocks.filter { $0.use == .river }.map(\.grid))
    #expect((4...20).contains(wet.count), "\(wet.count) grids reach into the river")
    #expect(ground.grids.allSatisfy { $0.boundary.rings.count == 1 })
  }

  @Test func `houses of a village stand at lanes that bend`() {
    let lanes = ground.villageLanes
    #expect(lanes.count > 800)
    let bows = lanes.filter { $0.pathLength > 150 }.map { lane in
      lane.map { Cutter.distance($0, lane[0], lane[lane.count - 1]) }.max() ?? 0
    }
    #expect(bows.count > 150)
    #expect(bows.filter { $0 > 4 }.count * 2 > bows.count)

    var near: [SIMD2<Int>: [(Coordinate, Coordinate)]] = [:]
    let cell = { (p: Coordinate) in SIMD2(Int((p.x / 100).rounded()), Int((p.y / 100).rounded())) }
    for lane in lanes {
      for (a, b) in zip(lane, lane.dropFirst()) {
        for x in -1...1 {
          for y in -1...1 { near[cell((a + b) * 0.5) &+ SIMD2(x, y), default: []].append((a, b)) }
        }
      }
    }
    var far = 0
    let houses = ground.buildings.filter { $0.kind == .villageHouse }
    for house in houses {
      let distances = (near[cell(house.middle)] ?? []).map {
        Cutter.distance(house.middle, $0.0, $0.1)
      }
      let nearest = distances.min() ?? .infinity
      #expect(nearest > Double(house.depth) / 2, "a lane runs through a house at \(house.middle)")
      if nearest > 30 { far += 1 }
    }
    #expect(houses.count > 20_000 && far * 50 < houses.count, "\(far) houses stand at no lane")
  }

  @Test func `houses of a village look in several directions`() {
    var ways: [Int32: [Coordinate]] = [:]
    for house in ground.buildings where house.kind == .villageHouse {
      ways[house.estate, default: []].append(
        Coordinate(x: Double(house.alongX), y: Double(house.alongY)))
    }
    let bent = ways.values.filter { ways in
      ways.count > 20 && ways.contains { abs($0.cross(ways[0])) > 0.1 }
    }
    #expect(bent.count * 3 > ways.values.filter { $0.count > 20 }.count * 2)
  }
}
