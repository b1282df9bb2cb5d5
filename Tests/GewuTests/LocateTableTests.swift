import Datasets
import Geometry
import Testing

@testable import Gewu

@Suite struct `A table through the locator` {
  static func run(_ text: [UInt8], lon: String? = nil, lat: String? = nil, piece: Int = 1 << 20)
    throws -> (bytes: [UInt8], summary: LocateTable.Summary)
  {
    let table = LocateTable(try Sample.unitSquare(), longitude: lon, latitude: lat)
    var rest = text[...]
    var out: [UInt8] = []
    let summary = try table.transform(
      named: "points.csv",
      from: { buffer in
        let next = rest.prefix(min(piece, buffer.count))
        buffer.copyBytes(from: next)
        rest = rest.dropFirst(next.count)
        return next.count
      }, to: { out += $0 })
    return (out, summary)
  }

  static func run(_ text: String, lon: String? = nil, lat: String? = nil) throws -> String {
    try String(decoding: run(Array(text.utf8), lon: lon, lat: lat).bytes, as: UTF8.self)
  }

  @Test func `every row comes out with its grid and its status`() throws {
    let out = try Self.run("id,lon,lat\n1,0.5,0.5\n2,0,0.5\n3,7,7\n4,,\n5,nan,0\n")

    #expect(
      out == """
        id,lon,lat,grid_code,grid_status
        1,0.5,0.5,a,inside
        2,0,0.5,a,border
        3,7,7,,outside
        4,,,,invalid
        5,nan,0,,invalid

        """)
  }

  @Test func `the counts add up to the rows`() throws {
    let text = "lon,lat\n0.5,0.5\n\n0,0\n9,9\nx,y\n"

    let summary = try Self.run(Array(text.utf8)).summary

    #expect(
      summary == LocateTable.Summary(rows: 4, inside: 1, border: 1, outside: 1, invalid: 1))
  }

  @Test(arguments: 1...40)
  func `the size of the pieces does not matter`(piece: Int) throws {
    let text = "\u{FEFF}id,lon,lat\r\n\"a\r\n\"\"b\"\"\",0.5,.5\r\n\r\n2,0.25,1\r\n3,0,0"
    let bytes = Array(text.utf8)

    #expect(try Self.run(bytes, piece: piece).bytes == Self.run(bytes).bytes)
  }

  @Test func `quotes, line ends, the byte order mark and a missing last line end stay`() throws {
    let out = try Self.run("\u{FEFF}id,lon,lat\r\n\"a,\"\"b\"\"\r\n\",0.5,.5\r\n\r\n3,0,0")

    #expect(
      out == "\u{FEFF}id,lon,lat,grid_code,grid_status\r\n"
        + "\"a,\"\"b\"\"\r\n\",0.5,.5,a,inside\r\n\r\n3,0,0,a,border")
  }

  @Test func `a short row is filled up, so that its columns stay in line`() throws {
    let out = try Self.run("lon,lat,note\n0.5\n0.5,0.5,ok\n")

    #expect(out == "lon,lat,note,grid_code,grid_status\n0.5,,,,invalid\n0.5,0.5,ok,a,inside\n")
  }

  @Test func `GB18030 bytes pass unchanged, and its header is understood`() throws {
    let header: [UInt8] = [0xBE, 0xAD, 0xB6, 0xC8, 0x2C, 0xCE, 0xB3, 0xB6, 0xC8]  // 经度,纬度
    let row: [UInt8] = Array("0.5,0.5".utf8)

    let out = try Self.run(header + [0x0A] + row + [0x0A]).bytes

    #expect(
      out == header + Array(",grid_code,grid_status\n".utf8) + row + Array(",a,inside\n".utf8))
  }

  @Test func `columns can be named`() throws {
    let out = try Self.run("x,lon,e,n\n9,9,0.5,0.5\n", lon: "e", lat: "n")

    #expect(out == "x,lon,e,n,grid_code,grid_status\n9,9,0.5,0.5,a,inside\n")
  }

  @Test(arguments: [
    ("", TableStreamFault.empty), ("id,lat\n", Self.unclear(0, ["id", "lat"])),
    ("lon,x,lat\n", Self.unclear(2, ["lon", "x", "lat"])),
    ("lon,lat,grid_code\n", .taken("grid_code")),
    ("lon,lat\n1,1\n\"a\"b,2\n", .malformed(line: 3)),
    ("lon,lat\n1,1\n\"a,2\n3,3\n", .malformed(line: 3)), ("lon,lat\n1,\0\n", .nulByte),
    ("lon,lat\n1" + String(repeating: ",", count: 65_536) + "\n", .tooManyFields(line: 2)),
    ("lon,lat" + String(repeating: ",", count: 65_536) + "\n", .tooManyFields(line: 1)),
  ])
  func `what is not a table of positions is refused with one fault`(
    text: String, fault: TableStreamFault
  ) throws {
    #expect(throws: TableStreamError(table: "points.csv", fault: fault)) { try Self.run(text) }
  }

  private static func unclear(_ hits: Int, _ header: [String]) -> TableStreamFault {
    .unclearColumn(
      .longitude, wanted: nil, usual: ["longitude", "lon", "lng", "long", "x", "经度"],
      hits: hits,
      header: SeenHeadings(
        header,
        known: [
          "longitude", "lon", "lng", "long", "x", "经度", "latitude", "lat", "y", "纬度",
        ], expected: 2))
  }

  @Test(arguments: [";", "\t"])
  func `another delimiter is that of the first line`(delimiter: String) throws {
    let text = "id,lon,lat\n\"a,\",0.5,0.5\n3,9,9\n".replacing(",", with: delimiter)

    #expect(
      try Self.run(text)
        == "id,lon,lat,grid_code,grid_status\n\"a,\",0.5,0.5,a,inside\n3,9,9,,outside\n"
        .replacing(",", with: delimiter))
  }

  @Test func `a row longer than the header has lost its columns and is invalid`() throws {
    #expect(
      try Self.run("lon,lat\n0.5,0.5,1\n")
        == "lon,lat,grid_code,grid_status\n0.5,0.5,1,,invalid\n")
  }

  @Test func `a short row that has its position is located`() throws {
    #expect(
      try Self.run("lon,lat,a,b\n0.5,0.5\n")
        == "lon,lat,a,b,grid_code,grid_status\n0.5,0.5,,,a,inside\n")
  }

  @Test func `a code that needs quotes has them`() throws {
    let table = LocateTable(try Sample.unitSquare(code: "a,\"b"))
    var stream = LocateTableStream(table)

    try Array("lon,lat\n0.5,0.5\n".utf8).withUnsafeBytes { try stream.take($0, isLast: true) }

    #expect(String(decoding: stream.output, as: UTF8.self).hasSuffix(",\"a,\"\"b\",inside\n"))
  }
}
