import Geometry
import Testing

/// The expected bytes were made by SpatiaLite 5.0.1 on Debian 12: `hex(MakePoint(…))`,
/// `hex(TinyPointEncode(…))`, `hex(GeomFromText(…))`, `hex(CompressGeometry(…))`.
@Suite struct SpatiaLiteBlobTests {
  let square = MultiPolygon([
    Polygon(rings: [
      Ring([
        Coordinate(x: 0, y: 0), Coordinate(x: 4, y: 0), Coordinate(x: 4, y: 4),
        Coordinate(x: 0, y: 4),
      ])
    ])
  ])

  @Test func `a point has the 60 bytes that MakePoint gives it`() throws {
    let point = Coordinate(longitude: 120.3, latitude: 30.4)
    let expected = bytes(
      """
      00018A1100003333333333135E406666666666663E403333333333135E406666666666663E407C
      010000003333333333135E406666666666663E40FE
      """)

    let written = SpatiaLiteBlob.encode(point, srid: 4490)

    #expect(written == expected)
    let read = try SpatiaLiteBlob.decodePoint(written)
    #expect(try Coordinate(spatiaLite: written) == read.point)
    #expect(read.point == point)
    #expect(read.srid == 4490)
  }

  @Test func `a short point has the 24 bytes that TinyPointEncode gives it`() throws {
    let point = Coordinate(longitude: 120.3, latitude: 30.4)

    let written = SpatiaLiteBlob.encodeTiny(point, srid: 4490)

    #expect(written == bytes("00818A110000013333333333135E406666666666663E40FE"))
    let read = try SpatiaLiteBlob.decodePoint(written)
    #expect(read.point == point)
    #expect(read.srid == 4490)
  }

  @Test func `a boundary has the bytes that GeomFromText gives it`() throws {
    let expected = bytes(
      """
      00018A110000000000000000000000000000000000000000000000001C4000000000000010407C06000000
      02000000690300000002000000050000000000000000000000000000000000000000000000000010400000
      00000000000000000000000010400000000000001040000000000000000000000000000010400000000000
      000000000000000000000004000000000000000000F03F000000000000F03F000000000000F03F00000000
      0000004000000000000000400000000000000040000000000000F03F000000000000F03F69030000000100
      000004000000000000000000184000000000000000000000000000001C4000000000000000000000000000
      001C40000000000000F03F00000000000018400000000000000000FE
      """)

    let (boundary, srid) = try SpatiaLiteBlob.decodeMultiPolygon(expected)

    #expect(srid == 4490)
    #expect(boundary.polygons.map(\.rings.count) == [2, 1])
    #expect(SpatiaLiteBlob.encode(boundary, srid: srid) == expected)
    #expect(try MultiPolygon(spatiaLite: expected) == boundary)
  }

  @Test(arguments: [
    // POLYGON
    """
    00018A11000000000000000000000000000000000000000000000000104000000000000010407C03000000
    01000000050000000000000000000000000000000000000000000000000010400000000000000000000000
    00000010400000000000001040000000000000000000000000000010400000000000000000000000000000
    0000FE
    """,
    // CompressGeometry of it
    """
    00018A11000000000000000000000000000000000000000000000000104000000000000010407C43420F00
    01000000050000000000000000000000000000000000000000008040000000000000000000008040000080
    C00000000000000000000000000000000000000000FE
    """,
    // CompressGeometry of POLYGONZM
    """
    00018A11000000000000000000000000000000000000000000000000104000000000000010407CFB4D0F00
    010000000500000000000000000000000000000000000000000000000000F03F0000000000000040000080
    40000000000000000000000000000000400000000000008040000000000000000000000040000080C00000
    000000000000000000000000004000000000000000000000000000000000000000000000F03F0000000000
    000040FE
    """,
    // POLYGONZ
    """
    00018A11000000000000000000000000000000000000000000000000104000000000000010407CEB030000
    01000000050000000000000000000000000000000000000000000000000022400000000000001040000000
    00000000000000000000002240000000000000104000000000000010400000000000002240000000000000
    000000000000000010400000000000002240000000000000000000000000000000000000000000002240FE
    """,
  ]) func `plain, compressed and Z forms of a polygon give the same boundary`(
    hex: String
  ) throws {
    #expect(try SpatiaLiteBlob.decodeMultiPolygon(bytes(hex)).boundary == square)
  }

  @Test func `every truncation and every wrong mark is refused`() {
    let whole = SpatiaLiteBlob.encode(square, srid: 4490)
    for length in 0..<whole.count {
      #expect(throws: GeometryError.self) {
        try SpatiaLiteBlob.decodeMultiPolygon(Array(whole[..<length]))
      }
    }
    let damages: [(Int, GeometryError.Damage?)] = [
      (0, .missing(.start)), (1, .byteOrder(0x41)), (38, .missing(.boxEnd)), (39, nil),
      (47, .missing(.part)), (whole.count - 1, .missing(.end)),
    ]
    for (mark, damage) in damages {
      var damaged = whole
      damaged[mark] ^= 0x40
      let error = #expect(throws: GeometryError.self) {
        try SpatiaLiteBlob.decodeMultiPolygon(damaged)
      }
      if let damage { #expect(error == .malformed(offset: mark, damage)) }
    }
    #expect(throws: GeometryError.unexpectedKind(found: .multiPolygon, needed: [.point])) {
      try SpatiaLiteBlob.decodePoint(whole)
    }
  }

  @Test func `a point is written into a buffer that is longer and not aligned`() {
    var buffer = [UInt8](repeating: 0xAA, count: 70)
    let point = Coordinate(x: 1, y: 2)

    buffer.withUnsafeMutableBytes { bytes in
      SpatiaLiteBlob.writePoint(
        point, srid: 4326, into: UnsafeMutableRawBufferPointer(rebasing: bytes[3...]))
    }

    #expect(Array(buffer[3..<63]) == SpatiaLiteBlob.encode(point, srid: 4326))
    #expect(buffer[2] == 0xAA && buffer[63] == 0xAA)
  }
}
