import Geometry
import Testing

@testable import Grids

/// Rings of one cell that are there twice, and holes and parts that are not where they can be.
struct RingUseTests {
  private static let square = Shapes.box(0, 0, 1, 1)
  private static let twice = Shapes.ring(0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1)
  private static let big = Shapes.box(0, 0, 4, 4)
  private static let hole = Shapes.box(1, 1, 2, 2)

  private static let many = (0..<40).map { (number: Int) -> Ring in
    let y = 0.0625 * Double(number + 1)
    return Shapes.box(0.5, y, 0.75, y + 0.03125)
  }

  private static func cell(_ parts: [Ring]...) -> MultiPolygon {
    MultiPolygon(parts.map { Polygon(rings: $0) })
  }

  /// Each with a position and whether it is in the cell all the same.
  static let faults: [(name: String, cell: MultiPolygon, at: Coordinate, isInside: Bool)] = [
    ("a part twice", cell([square], [square]), Coordinate(x: 0.5, y: 0.5), true),
    ("a part twice, turned", cell([square], [square.reversed]), Coordinate(x: 0.5, y: 0.5), true),
    ("a part three times", cell([square], [square], [square]), Coordinate(x: 0.5, y: 0.5), true),
    ("a ring that runs round twice", cell([twice]), Coordinate(x: 0.5, y: 0.5), true),
    ("a hole twice", cell([big, hole, hole]), Coordinate(x: 1.5, y: 1.5), false),
    ("a hole that is its shell", cell([square, square]), Coordinate(x: 0.5, y: 0.5), false),
    (
      "a ring there and back", cell([Shapes.ring(0, 0, 1, 0, 1, 1, 1, 0)]),
      Coordinate(x: 1, y: 0.5), false
    ),
    (
      "a hole outside its shell", cell([square, Shapes.box(5, 5, 6, 6)]),
      Coordinate(x: 0.5, y: 0.5), true
    ),
    (
      "a hole in another part's shell",
      cell([big], [Shapes.box(6, 0, 7, 1), hole]), Coordinate(x: 0.5, y: 0.5), true
    ),
    (
      "a hole in a hole", cell([big, hole, Shapes.box(1.25, 1.25, 1.5, 1.5)]),
      Coordinate(x: 0.5, y: 0.5), true
    ),
    ("a part in a part", cell([big], [hole]), Coordinate(x: 0.5, y: 0.5), true),
    (
      "a hole along its shell", cell([big, Shapes.ring(0, 0, 2, 0, 2, 2, 0, 4)]),
      Coordinate(x: 3, y: 3), true
    ),
    (
      "holes that share an edge", cell([big, hole, Shapes.box(2, 1, 3, 2)]),
      Coordinate(x: 0.5, y: 0.5), true
    ),
    (
      "a ring that crosses itself in a vertex",
      cell([Shapes.ring(0, 0, 1, 1, 2, 2, 2, 0, 1, 1, 0, 2)]), Coordinate(x: 0.25, y: 1), true
    ),
    (
      "a hole of many outside its shell",
      cell([big] + many + [Shapes.box(5, 5, 6, 6)]), Coordinate(x: 3, y: 3), true
    ),
  ]

  @Test(arguments: faults.indices)
  func `rings that are there twice or lie where they cannot are named, and the ground stays`(
    number: Int
  ) {
    let fault = Self.faults[number]
    let beside = Shapes.cell(Shapes.box(10, 0, 11, 1))

    let coverage = Coverage(cells: [beside, fault.cell])

    let invalid = coverage.problems.filter { $0.kind == .invalidRing }
    #expect(invalid.map(\.cells).first == [1], "\(fault.name)")
    #expect(!coverage.isValid, "\(fault.name)")
    let cell = Locator(coverage: coverage).locate(fault.at).cell
    #expect((cell == 1) == fault.isInside, "\(fault.name)")
  }

  @Test func `what rings may do is not refused`() {
    let hole = Shapes.box(1, 1, 3, 3)
    let cells = [
      Self.cell([Self.big, hole], [Shapes.box(1.5, 1.5, 2, 2)]),
      Self.cell([Self.big, hole], [Shapes.ring(1, 2, 2, 1, 3, 2, 2, 3)]),
      Self.cell([Self.big, Shapes.ring(0, 0, 2, 1, 1, 2)], [Shapes.box(4, 4, 5, 5)]),
      Self.cell([Self.big.reversed, hole]),
      Self.cell([Self.big] + Self.many),
      // A hole that hangs at the shell, as one ring.
      Self.cell([Shapes.ring(0, 0, 4, 0, 4, 4, 0, 4, 0, 0, 1, 2, 2, 1)]),
    ]

    for cell in cells {
      let coverage = Coverage(cells: [cell])
      #expect(!coverage.problems.contains { $0.kind == .invalidRing })
      #expect(abs(coverage.areas[0] - cell.area) < 1e-12)
    }
  }

  @Test func `a spike is noted`() {
    let spike = Shapes.cell(Shapes.ring(0, 0, 0, 0, 1, 0, 1, 1, 1, 3, 1, 1, 0, 1))

    let coverage = Coverage(cells: [spike, Shapes.cell(Shapes.box(1, 0, 2, 1))])

    #expect(coverage.problems.map(\.kind) == [.selfTouch])
    #expect(coverage.problems.first?.cells == [0])
    #expect(coverage.isValid)
  }

  @Test func `thousands of holes are told apart in no time`() {
    let side = 120
    let holes = (0..<side * side).map { number -> Ring in
      let (x, y) = (Double(number % side), Double(number / side))
      return Shapes.box(x + 0.25, y + 0.25, x + 0.75, y + 0.75)
    }
    let shell = Shapes.box(0, 0, Double(side), Double(side))
    let good = MultiPolygon([Polygon(rings: [shell] + holes)])
    let bad = MultiPolygon([Polygon(rings: [shell] + holes + [holes[7]])])

    let coverage = Coverage(cells: [good])

    #expect(abs(coverage.areas[0] - Double(side * side) * 0.75) < 1e-6)
    #expect(coverage.problems.count { $0.kind == .gap } == side * side)
    #expect(!coverage.problems.contains { $0.kind == .invalidRing })
    #expect(Coverage(cells: [bad]).problems.contains { $0.kind == .invalidRing })
  }
}
