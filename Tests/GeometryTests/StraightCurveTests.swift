import Geometry
import Testing

/// Geometries by the names for curved ones (ISO 13249-3), as GeoPackages have them.
@Suite struct `Surfaces and lines that might have arcs` {
  private static func header(_ kind: UInt32) -> [UInt8] { [1] + little(kind) }

  private static func little(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func line(_ positions: [(Double, Double)], kind: UInt32 = 2) -> [UInt8] {
    header(kind) + little(UInt32(positions.count))
      + positions.flatMap { position in
        [position.0, position.1].flatMap { value in
          (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) }
        }
      }
  }

  private static func collection(_ kind: UInt32, _ members: [[UInt8]]) -> [UInt8] {
    header(kind) + little(UInt32(members.count)) + members.flatMap { $0 }
  }

  private static let ring: [(Double, Double)] = [(0, 0), (4, 0), (4, 4), (0, 0)]
  private static let polygon =
    header(3) + little(1) + line(ring).dropFirst(5)
  private static let composed = collection(
    9, [line([(0, 0), (4, 0)]), line([(4, 0), (4, 4), (0, 0)])])
  private static let arc = collection(
    9, [line([(0, 0), (4, 0)]), line([(4, 0), (5, 2), (4, 4)], kind: 8), line([(4, 4), (0, 0)])])

  private static let boundary = MultiPolygon([
    Polygon(rings: [Ring(ring.map { Coordinate(x: $0.0, y: $0.1) })])
  ])

  // geoparquet-io#643
  @Test(arguments: [
    collection(12, [polygon]), collection(10, [line(ring)]), collection(10, [composed]),
    collection(12, [collection(10, [composed])]), collection(7, [collection(12, [polygon])]),
    collection(7, [collection(10, [line(ring)])]),
  ])
  func `straight ones are read`(bytes: [UInt8]) throws {
    #expect(try WellKnownBinary.decodeSurfaces(bytes) == Self.boundary)
    if bytes[1] != 7 {
      let shape = try bytes.withUnsafeBytes { try WellKnownBinary.decodeShape($0) }
      #expect(shape == .area(Self.boundary))
    }
  }

  @Test func `straight lines are read`() throws {
    let whole = Self.ring.map { Coordinate(x: $0.0, y: $0.1) }
    for bytes in [Self.composed, Self.collection(11, [Self.composed])] {
      #expect(try bytes.withUnsafeBytes { try WellKnownBinary.decodeLines($0) } == [whole])
    }
  }

  @Test(arguments: [
    collection(10, [arc]), collection(12, [collection(10, [arc])]), arc,
    collection(11, [line([(0, 0), (1, 1), (2, 0)], kind: 8)]),
    collection(7, [collection(10, [arc])]),
  ])
  func `an arc is refused as one`(bytes: [UInt8]) {
    let error = #expect(throws: GeometryError.self) {
      _ =
        bytes[1] == 9 || bytes[1] == 11
        ? try bytes.withUnsafeBytes { try WellKnownBinary.decodeShape($0) }
        : .area(try WellKnownBinary.decodeSurfaces(bytes))
    }
    #expect(error == .unexpectedKind(found: .circularString, needed: [.lineString]))
  }

  @Test func `every truncation is refused, and so is what does not belong there`() {
    let whole = Self.collection(12, [Self.collection(10, [Self.composed])])
    for length in 0..<whole.count {
      #expect(throws: GeometryError.self) {
        try WellKnownBinary.decodeMultiPolygon(Array(whole[..<length]))
      }
    }
    for bytes in [
      Self.collection(12, [Self.line(Self.ring)]), Self.collection(10, [Self.polygon]),
      Self.collection(10, [Self.line([(0, 0), (1, 1)])]), Self.collection(9, [Self.composed]),
      Self.collection(6, [Self.collection(10, [Self.composed])]),
    ] {
      #expect(throws: GeometryError.self) { try WellKnownBinary.decodeMultiPolygon(bytes) }
    }
  }
}
