import Geometry
import Testing

@testable import DemoTruth

@Suite struct `Outlines are simple` {
  private func fault(_ rings: [[Coordinate]]) -> Shape.Fault? {
    Shape.area(MultiPolygon([Polygon(rings: rings.map { Ring($0) })])).fault
  }

  @Test func `the district's border crosses itself with no seed`() {
    for seed in UInt64(1)...60 {
      let terrain = Terrain(seed: seed)
      let border = terrain.border()
      #expect(fault([border]) == nil, "seed \(seed)")
      #expect(fault([border.map(terrain.bend)]) == nil, "seed \(seed)")
      #expect(border.count > 400)
    }
  }

  @Test func `a lake lies within its park, in a bent block too`() {
    // A crescent whose centre of gravity is outside.
    let outer = (0...12).map { Coordinate(x: Double($0) * 30, y: 160 - abs(Double($0) - 6) * 25) }
    let inner = outer.reversed().map { Coordinate(x: $0.x, y: $0.y - 50) }
    let square = [(0.0, 0.0), (300, 0), (300, 260), (0, 260)].map { Coordinate(x: $0.0, y: $0.1) }
    for ring in [Array(inner + outer).reversed(), square] {
      let inset = BaseLayers.inset(Array(ring), by: ring.map { _ in 9 })
      let (edge, shore) = BaseLayers.lake(Array(ring), inset, seed: 3)
      #expect(fault([edge, shore]) == nil)
      #expect(fault([shore]) == nil)
      #expect(shore.allSatisfy(Ring(edge).holds))
      #expect(abs(GroundPlan.area(shore)) > 150)
    }
  }

  @Test func `no part of a cut is thinner than wished`() {
    let strip = [(0.0, 0.0), (400, 0), (400, 100), (0, 100)].map { Coordinate(x: $0.0, y: $0.1) }
    for (thickness, isCut) in [(10.0, true), (40, false)] {
      var plan = Subdivision(border: strip, line: 0)
      let wish = Cutter.Wish(
        through: Coordinate(x: 200, y: 50), along: Coordinate(x: 0, y: 1), reach: 0, bow: 0,
        thickness: thickness)
      #expect((Cutter.cut(&plan, 0, wish, line: 1) != nil) == isCut)
      #expect(plan.first.count == (isCut ? 2 : 1))
    }
  }
}
