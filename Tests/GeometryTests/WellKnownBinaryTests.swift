import Geometry
import Testing

@Suite struct WellKnownBinaryTests {
  let square = Polygon(rings: [
    Ring([
      Coordinate(x: 0, y: 0), Coordinate(x: 4, y: 0), Coordinate(x: 4, y: 4),
      Coordinate(x: 0, y: 4), Coordinate(x: 0, y: 0),
    ])
  ])
  let boundary = MultiPolygon([
    Polygon(rings: [
      Ring([
        Coordinate(x: 0, y: 0), Coordinate(x: 4, y: 0), Coordinate(x: 4, y: 4),
        Coordinate(x: 0, y: 4),
      ]),
      Ring([Coordinate(x: 1, y: 1), Coordinate(x: 1, y: 2), Coordinate(x: 2, y: 2)]),
    ]),
    Polygon(rings: [
      Ring([Coordinate(x: 6, y: 0), Coordinate(x: 7, y: 0), Coordinate(x: 7, y: 1)])
    ]),
  ])

  // Made by SpatiaLite 5.0.1: AsEWKB and AsBinary of POLYGON and POLYGONZ.
  let ewkb = """
    01030000208A1100000100000005000000000000000000000000000000000000000000000000001040000000
    0000000000000000000000104000000000000010400000000000000000000000000000104000000000000000
    000000000000000000
    """
  let isoZ = """
    01EB030000010000000500000000000000000000000000000000000000000000000000224000000000000010
    4000000000000000000000000000002240000000000000104000000000000010400000000000002240000000
    0000000000000000000000104000000000000022400000000000000000000000000000000000000000000022
    40
    """

  @Test func `a boundary comes back as it was written`() throws {
    #expect(try WellKnownBinary.decodeMultiPolygon(WellKnownBinary.encode(boundary)) == boundary)
    #expect(WellKnownBinary.encode(MultiPolygon([])) == bytes("01 06000000 00000000"))
  }

  @Test func `a point comes back as it was written`() throws {
    let point = Coordinate(longitude: 120.3, latitude: 30.4)
    let written = WellKnownBinary.encode(point)
    #expect(written == bytes("01 01000000 3333333333135E40 6666666666663E40"))
    #expect(try WellKnownBinary.decodePoint(written) == point)
  }

  @Test func `the SRID of EWKB and the Z of ISO are dropped`() throws {
    let expected = MultiPolygon([square])

    #expect(try WellKnownBinary.decodeMultiPolygon(bytes(ewkb)) == expected)
    #expect(try WellKnownBinary.decodeMultiPolygon(bytes(isoZ)) == expected)
  }

  @Test(arguments: [
    "00 00000001 3FF0000000000000 4000000000000000",
    "01 E9030000 000000000000F03F 0000000000000040 0000000000002240",
    "01 B90B0000 000000000000F03F 0000000000000040 0000000000002240 0000000000002240",
    "01 010000C0 000000000000F03F 0000000000000040 0000000000002240 0000000000002240",
    "01 010000E0 8A110000 000000000000F03F 0000000000000040 0000000000002240 0000000000002240",
  ]) func `big-endian, Z and M forms of a point give the same position`(hex: String) throws {
    #expect(try WellKnownBinary.decodePoint(bytes(hex)) == Coordinate(x: 1, y: 2))
  }

  @Test func `every truncation is refused`() {
    let whole = WellKnownBinary.encode(boundary)
    for length in 0..<whole.count {
      #expect(throws: GeometryError.self) {
        try WellKnownBinary.decodeMultiPolygon(Array(whole[..<length]))
      }
    }
  }

  @Test func `a damaged count does not reserve memory`() {
    #expect(throws: GeometryError.truncated(offset: 9, needed: 17_179_869_180)) {
      try WellKnownBinary.decodeMultiPolygon(bytes("01 03000000 FFFFFFFF"))
    }
  }

  @Test(arguments: [
    ("", GeometryError.truncated(offset: 0, needed: 1)),
    ("02 01000000", .malformed(offset: 0, .byteOrder(2))),
    ("01 FF0F0000", .malformed(offset: 1, .code(4095))),
    ("01 00000000", .malformed(offset: 1, .code(0))),
    (
      "01 02000000 00000000",
      .unexpectedKind(found: .lineString, needed: [.polygon, .multiPolygon])
    ),
    (
      "01 03000000 01000000 02000000 \("00".repeated(31))01", .malformed(offset: 9, .openRing)
    ),
    (
      "01 03000000 01000000 01000000 000000000000F87F 0000000000000000", .notFinite(offset: 13)
    ),
    ("01 06000000 00000000 AB", .malformed(offset: 9, .surplus(bytes: 1))),
    (
      "01 06000000 01000000 01 02000000 00000000",
      .malformed(offset: 9, .part(.lineString, of: .multiPolygon))
    ),
  ]) func `damage is named with its byte`(hex: String, fault: GeometryError) {
    #expect(throws: fault) { try WellKnownBinary.decodeMultiPolygon(bytes(hex)) }
  }

  @Test func `shapes read their own bytes, and the kind is told`() throws {
    let encoded = WellKnownBinary.encode(boundary)
    let point = WellKnownBinary.encode(Coordinate(x: 1, y: 2))

    #expect(try MultiPolygon(wkb: encoded) == boundary)
    #expect(try Coordinate(wkb: point) == Coordinate(x: 1, y: 2))
    #expect(try WellKnownBinary.kind(of: encoded) == .multiPolygon)
    #expect(try WellKnownBinary.kind(of: point) == .point)
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
