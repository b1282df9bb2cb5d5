import Geometry
import Testing

@Suite struct ShapeTests {
  static func ring(_ positions: [(Double, Double)]) -> Ring {
    Ring(positions.map { Coordinate(x: $0.0, y: $0.1) })
  }

  static func area(_ rings: [[(Double, Double)]]) -> Shape {
    .area(MultiPolygon([Polygon(rings: rings.map(ring))]))
  }

  static let square: [(Double, Double)] = [(0, 0), (4, 0), (4, 4), (0, 4)]

  @Test func `the anchor of an area lies inside, also beside a hole and in a hook`() {
    #expect(Self.area([Self.square]).anchor == Coordinate(x: 2, y: 2))
    let hole: [(Double, Double)] = [(1, 1), (1, 3), (2, 3), (2, 1)]
    #expect(Self.area([Self.square, hole]).anchor == Coordinate(x: 3, y: 2))
    let hook: [(Double, Double)] = [
      (0, 0), (10, 0), (10, 1), (1, 1), (1, 9), (10, 9), (10, 10), (0, 10),
    ]
    #expect(Self.area([hook]).anchor == Coordinate(x: 0.5, y: 5))
  }

  @Test func `the anchor of lines is half way along the longest`() {
    let short = [Coordinate(x: 0, y: 0), Coordinate(x: 1, y: 0)]
    let long = [Coordinate(x: 0, y: 0), Coordinate(x: 2, y: 0), Coordinate(x: 2, y: 6)]
    #expect(Shape.lines([short, long]).anchor == Coordinate(x: 2, y: 2))
  }

  @Test func `a fault is found, and a touch is none`() {
    #expect(Self.area([Self.square]).fault == nil)
    #expect(Self.area([[(0, 0), (4, 4), (4, 0), (0, 3)]]).fault == .ringsCross)
    #expect(Self.area([[(0, 0), (4, 4), (8, 8)]]).fault == .ringCollapsed)
    #expect(Self.area([[(0, 0), (1, 1)]]).fault == .ringCollapsed)
    let touching: [(Double, Double)] = [(0, 0), (2, 1), (2, 2)]
    #expect(Self.area([Self.square, touching]).fault == nil)
    let crossing: [(Double, Double)] = [(1, 1), (9, 1), (1, 2)]
    #expect(Self.area([Self.square, crossing]).fault == .ringsCross)
    let point = Coordinate(x: 1, y: 1)
    #expect(Shape.lines([[point, point]]).fault == .lineCollapsed)
  }

  @Test func `a shape is moved whole or not at all`() {
    let moved = Self.area([Self.square]).mapped { Coordinate(x: $0.x + 1, y: $0.y) }
    #expect(moved == Self.area([[(1, 0), (5, 0), (5, 4), (1, 4)]]))
    #expect(Self.area([Self.square]).mapped { $0.x > 3 ? nil : $0 } == nil)
  }

  @Test func `lines are read from well-known binary of both orders, Z dropped`() throws {
    // A MultiLineString Z, big-endian, of one line of two positions.
    var bytes: [UInt8] = [0, 0, 0, 3, 0xED, 0, 0, 0, 1, 0, 0, 0, 3, 0xEA, 0, 0, 0, 2]
    for value in [1.0, 2, 9, 3, 4, 9] {
      bytes += (0..<8).reversed().map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
    }
    let shape = try bytes.withUnsafeBytes { try WellKnownBinary.decodeShape($0) }
    #expect(shape == .lines([[Coordinate(x: 1, y: 2), Coordinate(x: 3, y: 4)]]))
    let blob = try SpatiaLiteBlob.encode(#require(shape), srid: 4490)
    #expect(blob.count == 43 + 4 + 9 + 32 + 1)
    #expect(Array(blob[39..<48]) == [5, 0, 0, 0, 1, 0, 0, 0, 0x69])
  }

  @Test func `an empty point is none, and several points are no point`() throws {
    let nan: [UInt8] = [0, 0, 0, 0, 0, 0, 0xF8, 0x7F]
    #expect(
      try ([1, 1, 0, 0, 0] + nan + nan).withUnsafeBytes { try WellKnownBinary.decodeShape($0) }
        == nil)
    let needed: [GeometryKind] = [.point, .lineString, .polygon]
    #expect(throws: GeometryError.unexpectedKind(found: .multiPoint, needed: needed)) {
      try ([1, 4, 0, 0, 0, 0, 0, 0, 0] as [UInt8]).withUnsafeBytes {
        try WellKnownBinary.decodeShape($0)
      }
    }
  }
}
