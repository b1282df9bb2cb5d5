import Geometry
import Gewu
import Testing

@testable import Server

private func answer(_ body: String, _ fields: PositionFields = .init()) throws -> String {
  let bytes = try CSVBatch.answer(Array(body.utf8), fields: fields) { position in
    guard position.isFinite else { return (.invalid, nil) }
    return position.x > 0 ? (.inside, "g\(Int(position.y))") : (.border, "a,\"b")
  }
  return String(decoding: bytes, as: UTF8.self)
}

@Suite struct `Tables of positions` {
  @Test func `rows come back byte for byte with two columns added`() throws {
    #expect(
      try answer("id,lon,lat\r\n 7 ,1.50,2\r\n\"a\"\"b\",0,1\r\n")
        == "id,lon,lat,grid_code,grid_status\r\n 7 ,1.50,2,g2,inside\r\n"
        + "\"a\"\"b\",0,1,\"a,\"\"b\",border\r\n")
  }

  @Test func `the last row needs no line end and gets none`() throws {
    #expect(try answer("x,y\n1,2") == "x,y,grid_code,grid_status\n1,2,g2,inside")
  }

  @Test func `line ends and delimiters within quotation marks are part of the field`() throws {
    #expect(
      try answer("note,lng,latitude\n\"a,\nb\",1,\"3\"\n")
        == "note,lng,latitude,grid_code,grid_status\n\"a,\nb\",1,\"3\",g3,inside\n")
  }

  @Test func `a row without a position is invalid and keeps its place`() throws {
    #expect(
      try answer("lon,lat,n\n,,x\nabc,1,y\n1,2,z\n")
        == "lon,lat,n,grid_code,grid_status\n,,x,,invalid\nabc,1,y,,invalid\n1,2,z,g2,inside\n")
  }

  @Test func `a short row is filled up, so that the new columns stand under their names`() throws {
    #expect(
      try answer("lon,lat,a,b\n1,2\n")
        == "lon,lat,a,b,grid_code,grid_status\n1,2,,,g2,inside\n")
  }

  @Test func `blank lines are no rows, and a byte order mark stays`() throws {
    #expect(
      try answer("\u{FEFF}经度;纬度\n\n1;2\n\n")
        == "\u{FEFF}经度;纬度;grid_code;grid_status\n\n1;2;g2;inside\n\n")
  }

  @Test func `columns are found by the names given`() throws {
    let fields = PositionFields(longitude: "East", latitude: "north")
    #expect(try answer("x,y,EAST,North\n9,9,1,4\n", fields).contains("9,9,1,4,g4,inside"))
  }

  @Test func `what is wrong with the whole is said once`() {
    #expect(throws: CSVBatch.Fault.empty) { try answer("") }
    #expect(throws: CSVBatch.Fault.noColumn(axis: "latitude", header: ["lon", "b"])) {
      try answer("lon,b\n1,2\n")
    }
    #expect(throws: CSVBatch.Fault.taken("grid_code")) { try answer("lon,lat,grid_code\n") }
    #expect(throws: CSVBatch.Fault.openQuote(row: 3)) { try answer("lon,lat\n1,2\n\"1,2\n") }
  }

  @Test func `a million bytes of one open quotation mark end in a message`() {
    let body = "lon,lat\n\"" + String(repeating: "a,\"\"\n", count: 200_000)
    #expect(throws: CSVBatch.Fault.openQuote(row: 2)) { try answer(body) }
  }
}
