import Geometry
import TestSupport
import Testing

@testable import Grids

/// Surfaces that are to be one, whether or not they have the same positions where they meet.
struct UnionTests {
  private func area(of parts: [MultiPolygon]) throws -> (area: Double, overlap: Double) {
    let union = try Coverage.union(of: parts)
    #expect(Coverage(cells: [union.boundary]).isValid)
    return (union.boundary.area, union.overlap)
  }

  /// libgeos/geos#889: the parts of a union that are not noded.
  @Test func `a position of one part on an edge of another loses no ground`() throws {
    // Shapely 2.1 (GEOS 3.13): unary_union(...).area == 1.0 and 3.0 and 4.5.
    let square = [
      Shapes.cell(Shapes.box(116.25, 39.5, 117, 40)), Shapes.cell(Shapes.box(116, 39, 116.25, 40)),
      Shapes.cell(Shapes.box(116.25, 39, 116.5, 39.5)),
      Shapes.cell(Shapes.box(116.5, 39, 117, 39.5)),
    ]
    let partly = [
      Shapes.cell(Shapes.box(0, 0, 1, 2)), Shapes.cell(Shapes.box(1, 0.5, 2, 1.5)),
    ]
    let several = [
      Shapes.cell(Shapes.box(0, 0, 1, 3)), Shapes.cell(Shapes.box(1, 1, 2, 2)),
      Shapes.cell(Shapes.box(1, 2, 2, 2.5)),
    ]

    let union = try Coverage.union(of: square)

    #expect(union.boundary.area == 1 && union.overlap == 0)
    #expect(union.boundary.polygons.map(\.rings.count) == [1])
    #expect(try area(of: partly).area == 3)
    #expect(try area(of: several).area == 4.5)
    // The position inside the edge of the neighbour stays, so that a third cell fits.
    let ring = try Coverage.union(of: partly).boundary.rings[0].coordinates
    #expect(ring.contains(Coordinate(x: 1, y: 0.5)) && ring.contains(Coordinate(x: 1, y: 1.5)))
  }

  /// Cuts boxes of whole numbers at random until there are enough.
  private func tiling(_ generator: inout SeededGenerator) -> [Box] {
    var boxes = [Box(minX: 0, minY: 0, maxX: 16, maxY: 16)]
    let count = [4, 6, 8, 12].randomElement(using: &generator) ?? 4
    while boxes.count < count {
      boxes.sort { $0.width * $0.height > $1.width * $1.height }
      let box = boxes.removeFirst()
      var (one, other) = (box, box)
      if box.width >= box.height {
        let middle = Double.random(in: box.minX + 1..<box.maxX, using: &generator).rounded(.down)
        (one.maxX, other.minX) = (middle, middle)
      } else {
        let middle = Double.random(in: box.minY + 1..<box.maxY, using: &generator).rounded(.down)
        (one.maxY, other.minY) = (middle, middle)
      }
      boxes += [one, other]
    }
    return boxes
  }

  /// A box as a cell, turned so that positions on its edges are mostly beside them.
  private func cell(_ box: Box, turned: Bool) -> MultiPolygon {
    let corners = [
      (box.minX, box.minY), (box.maxX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY),
    ]
    return Shapes.cell(
      Ring(
        corners.map { x, y in
          turned
            ? Coordinate(x: 116 + (x * 0.8 - y * 0.6) / 1000, y: 39 + (x * 0.6 + y * 0.8) / 1000)
            : Coordinate(x: x, y: y)
        }))
  }

  @Test(arguments: [false, true])
  func `the union of random tilings is the square, and what it has of each code is all`(
    turned: Bool
  ) throws {
    let unit = turned ? 1e-6 : 1
    for seed in UInt64(0)..<150 {
      var generator = SeededGenerator(seed: seed)
      let boxes = tiling(&generator)
      let codes = boxes.map { _ in Int32.random(in: 0..<3, using: &generator) }
      let cells = boxes.map { cell($0, turned: turned) }

      let whole = try Coverage.union(of: cells)
      let unions = Coverage.unions(of: cells, into: codes, count: 3)

      #expect(abs(whole.boundary.area - 256 * unit) < 1e-7 * unit, "seed \(seed)")
      #expect(whole.overlap < 1e-7 * unit && whole.boundary.polygons.count == 1, "seed \(seed)")
      for code in Int32(0)..<3 {
        // Counted square by square.
        let squares = (0..<16).reduce(0) { sum, x in
          sum
            + (0..<16).count { y in
              let place = Coordinate(x: Double(x) + 0.5, y: Double(y) + 0.5)
              return zip(boxes, codes).contains { $0.contains(place) && $1 == code }
            }
        }
        let union = try #require(unions[Int(code)])
        #expect(abs(union.area - Double(squares) * unit) < 1e-7 * unit, "seed \(seed) \(code)")
      }
    }
  }

  @Test func `what parts share is there once, and said`() throws {
    let two = try area(of: [
      Shapes.cell(Shapes.box(0, 0, 2, 2)), Shapes.cell(Shapes.box(1, 1, 3, 3)),
    ])
    let twice = try area(of: Array(repeating: Shapes.cell(Shapes.box(0, 0, 2, 2)), count: 3))
    let within = try area(of: [
      Shapes.cell(Shapes.box(0, 0, 4, 4)), Shapes.cell(Shapes.box(1, 1, 2, 2)),
    ])

    #expect(two == (7, 1) && twice == (4, 8) && within == (16, 1))
  }

  @Test func `a hole that a part fills is gone, and others stay`() throws {
    let holed = Shapes.cell(
      Shapes.box(0, 0, 9, 4), Shapes.box(1, 1, 2, 2), Shapes.box(5, 1, 6, 2))

    let union = try Coverage.union(of: [holed, Shapes.cell(Shapes.box(1, 1, 2, 2))]).boundary

    #expect(union.polygons.map(\.rings.count) == [2] && union.area == 35)
  }

  @Test func `far islands keep the digits of their areas`() throws {
    let far = [0.0, 400_000, 800_000].map { Shapes.cell(Shapes.box($0, $0, $0 + 3, $0 + 3)) }

    #expect(try area(of: far).area == 27)
  }

  @Test func `a part that crosses itself is refused with the place`() {
    let bow = Shapes.cell(Shapes.ring(0, 0, 2, 2, 2, 0, 0, 3))

    let fault = #expect(throws: NoUnion.self) {
      try Coverage.union(of: [bow, Shapes.cell(Shapes.box(5, 5, 6, 6))])
    }

    #expect(fault?.at.x ?? 0 > 1 && fault?.at.x ?? 3 < 2)
  }

  @Test func `edges that do not close, and a hole without a shell, are errors`() {
    var table = EdgeTable(capacity: 8)
    let corners = Shapes.box(0, 0, 1, 1).coordinates
    var steps: [RingStep] = []
    for (from, to) in zip(corners, corners.dropFirst()) {
      let ends = table.vertices(along: [from, to])
      steps.append(table.step(from: ends[0], to: ends[1]))
    }
    let assembler = PolygonAssembler(edges: table)
    let hole = steps.reversed().map { RingStep(edge: $0.edge, isForward: !$0.isForward) }

    #expect(throws: NoUnion.self) { try assembler.multiPolygon(boundedBy: Array(steps.dropLast())) }
    #expect(throws: NoUnion.self) { try assembler.multiPolygon(boundedBy: hole) }
    #expect(throws: Never.self) { try assembler.multiPolygon(boundedBy: steps) }
  }
}
