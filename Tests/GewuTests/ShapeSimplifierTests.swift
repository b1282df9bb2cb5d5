import Foundation
import Geometry
import Testing

@testable import Gewu

@Suite struct `Simplified shapes` {
  private static let degree = 111_195.0

  /// Positions in metres beside 120° east on the equator.
  private static func positions(_ metres: [(Double, Double)]) -> [Coordinate] {
    metres.map { Coordinate(x: 120 + $0.0 / degree, y: $0.1 / degree) }
  }

  @Test func `a line keeps what is farther off than the distance`() {
    let line = Self.positions([(0, 0), (100, 4), (200, -6), (300, 0)])

    let five = ShapeSimplifier(metres: 5).simplified(.lines([line]))
    let ten = ShapeSimplifier(metres: 10).simplified(.lines([line]))

    #expect(five == .lines([[line[0], line[2], line[3]]]) || five == .lines([line]))
    #expect(ten == .lines([[line[0], line[3]]]))
  }

  @Test func `a ring never has fewer than four positions, and small holes go`() {
    let shell = Self.positions([(0, 0), (4, 0), (4, 3), (2, 3.5), (0, 3), (0, 0)])
    let hole = Self.positions([(1, 1), (1, 2), (2, 2), (2, 1), (1, 1)])
    let area = Shape.area(MultiPolygon([Polygon(rings: [Ring(shell), Ring(hole)])]))

    guard case .area(let far) = ShapeSimplifier(metres: 1_000).simplified(area) else {
      Issue.record("not an area")
      return
    }

    #expect(far.polygons.count == 1)
    #expect(far.rings.count == 1)
    #expect(far.rings[0].coordinates.count == 4)
    #expect(far.rings[0].coordinates.first == far.rings[0].coordinates.last)
    #expect(far.area > 0)
  }

  @Test func `no position that is left out is farther than the distance from what stays`() {
    var state: UInt64 = 7
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    for _ in 0..<40 {
      let metres = (0..<60).map { (Double($0) * 20, random() * 60) }
      let line = Self.positions(metres)
      let tolerance = 1 + random() * 40
      guard case .lines(let kept) = ShapeSimplifier(metres: tolerance).simplified(.lines([line]))
      else { return }
      let stays = kept[0].compactMap { position in line.firstIndex(of: position) }
      #expect(stays.first == 0 && stays.last == line.count - 1)
      for (start, end) in zip(stays, stays.dropFirst()) {
        let (a, b) = (metres[start], metres[end])
        let length = hypot(b.0 - a.0, b.1 - a.1)
        for index in start..<end {
          let (x, y) = metres[index]
          let area = (b.0 - a.0) * (y - a.1) - (b.1 - a.1) * (x - a.0)
          #expect(abs(area) / length <= tolerance * 1.001)
        }
      }
    }
  }
}
