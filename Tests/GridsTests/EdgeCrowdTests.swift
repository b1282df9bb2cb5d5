import Foundation
import Geometry
import Testing

@testable import Grids

/// Pairs of edges that are near each other, found without comparing each with each.
struct EdgeCrowdTests {
  /// Rings within one another, turned by an angle.
  private func nested(_ count: Int, corners: Int, turn: Double) -> EdgeTable {
    let cells = (1...count).map { number in
      let ring = (0...corners).map { corner in
        let angle = turn + 2 * .pi * Double(corner % corners) / Double(corners)
        return Coordinate(x: Double(number) * cos(angle), y: Double(number) * sin(angle))
      }
      return MultiPolygon([Polygon(rings: [Ring(ring)])])
    }
    return CoverageBuilder(cells).edges
  }

  private struct Pair: Hashable {
    var first: Int32
    var second: Int32
  }

  /// The pairs that are at most a distance from each other, each compared with each.
  private func nearby(_ edges: EdgeTable, within margin: Double) -> Set<Pair> {
    let segments = (0..<Int32(edges.count)).map {
      Segment(start: edges.lowerEnd($0), end: edges.upperEnd($0))
    }
    var pairs: Set<Pair> = []
    for (first, one) in segments.enumerated() {
      for (second, other) in segments.enumerated().dropFirst(first + 1) {
        let meet =
          one.turn(to: other.start) * one.turn(to: other.end) <= 0
          && other.turn(to: one.start) * other.turn(to: one.end) <= 0
        let distances = [
          one.distance(to: other.start), one.distance(to: other.end),
          other.distance(to: one.start), other.distance(to: one.end),
        ]
        // Those that are just as far apart as asked for may be found or not.
        if meet || distances.contains(where: { $0 < margin * 0.999_999 }) {
          pairs.insert(Pair(first: Int32(first), second: Int32(second)))
        }
      }
    }
    return pairs
  }

  @Test(arguments: [0, 0.4, 1.5])
  func `all are found that a comparison of each with each finds`(margin: Double) {
    for _ in 0..<6 {
      let spread = Double.random(in: 0.5...40)
      let cells = (0..<70).map { _ in
        let (x, y) = (Double.random(in: 0...spread), Double.random(in: 0...spread))
        let (wide, high) = (Double.random(in: 0.1...9), Double.random(in: 0.1...9))
        return Shapes.cell(Shapes.ring(x, y, x + wide, y, x + wide / 3, y + high))
      }
      let edges = CoverageBuilder(cells).edges
      var found: Set<Pair> = []
      EdgeCrowd(edges, margin: Coordinate(x: margin, y: margin))
        .forEachPair(of: (0..<Int32(edges.count)).map { $0 }) { first, second in
          found.insert(Pair(first: first, second: second))
        }
      let missed = nearby(edges, within: margin).subtracting(found)
      #expect(missed.isEmpty)
      #expect(found.count < edges.count * (edges.count - 1) / 2)
    }
  }

  @Test(arguments: [3, 4, 6, 40], [0, 0.1, 0.5])
  func `rings within one another are told apart in every direction`(corners: Int, turn: Double) {
    let edges = nested(12_000 / corners, corners: corners, turn: turn)
    var comparisons = 0
    EdgeCrowd(edges, margin: Coordinate(x: 0.1, y: 0.1))
      .forEachGroup(of: (0..<Int32(edges.count)).map { $0 }) {
        comparisons += $0.comparisons
      }
    // Each with each would be 144 million.
    #expect(comparisons < 14_400_000)
  }

  @Test func `a strip between two of a thousand rings within one another is a gap`() {
    let metres: @Sendable (Coordinate) -> (x: Double, y: Double) = { _ in (1, 1) }
    func box(_ size: Double) -> Ring { Shapes.box(-size, -size, size, size) }
    // Each cell is what is between two rings, with 5 cm left out after each tenth.
    let cells = (1...1000).map { number in
      let outer = Double(number) - (number % 10 == 0 ? 0.05 : 0)
      return number == 1
        ? Shapes.cell(box(outer)) : Shapes.cell(box(outer), box(Double(number - 1)))
    }

    let problems = Coverage(cells: cells, reach: Reach(metres: 0.1, scale: metres)).problems
    #expect(problems.map(\.kind) == Array(repeating: .gap, count: 99))
    #expect(Set(problems.map(\.cells)) == Set((1...99).map { [Int32($0 * 10)] }))
  }
}
