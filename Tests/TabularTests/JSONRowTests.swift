import Tabular
import Testing

@Suite struct JSONRowTests {
  static let cells: [TableCell] = [
    .text("中\"\\\n\u{1}"), .number("3.30106199001011E+17"), .empty, .date("2024-01-01"),
    .boolean(true), .boolean(false), .error("#N/A"),
  ]

  @Test func `cells keep their kinds and their digits`() {
    #expect(
      JSONRow(cells: Self.cells).text
        == #"["中\"\\\n\u0001",3.30106199001011E+17,null,{"date":"2024-01-01"},true,false,"#
        + ##"{"error":"#N/A"}]"##)
  }

  @Test func `what is written is read back`() throws {
    let row = JSONRow(cells: Self.cells, geometry: [1, 1, 0xAB])
    #expect(row.text.hasSuffix(#",{"geometry":"0101AB"}]"#))
    #expect(try JSONRow(reading: row.text) == row)
  }

  @Test func `digits that are no JSON number are a string`() throws {
    #expect(JSONRow(cells: [.number("007")]).text == #"["007"]"#)
  }

  @Test func `a text that is no row is refused`() {
    let error = #expect(throws: TabularError.self) { try JSONRow(reading: "[{\"a\":\"b\"}]") }
    #expect(error?.fact == .json(.notACell, at: TextPlace(line: 1, byte: 1)))
  }
}
