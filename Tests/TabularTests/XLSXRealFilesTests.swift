import Foundation
import Tabular
import Testing

/// Workbooks of readxl's tests, which nobody here wrote; their texts say what their cells are.
@Suite(.enabled(if: RealData.isPresent)) struct XLSXRealFilesTests {
  private func rows(_ name: String, sheet: String? = nil) throws -> [[TableCell]] {
    var dialect = TableDialect(headerRows: [])
    dialect.sheetName = sheet
    let path = RealData.path("files/xlsx/readxl/sheets/\(name)")
    let reader = try XLSXFile(path: path).rows(dialect)
    var rows: [[TableCell]] = []
    while try reader.next() != nil { rows.append(JSONRow(reader.fields).cells) }
    return rows
  }

  @Test func `every workbook is read to its end`() throws {
    let folder = RealData.path("files/xlsx/readxl/sheets")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".xlsx") }
    #expect(!names.isEmpty)
    for name in names {
      let file = try XLSXFile(path: folder + "/" + name)
      #expect(!file.sheetNames.isEmpty)
      let reader = try file.rows(TableDialect(headerRows: []))
      while try reader.next() != nil {}
      #expect(reader.bytesRead == reader.bytesTotal)
    }
  }

  @Test(arguments: ["datetime-rounding.xlsx", "dates-leap-year-1900-xlsx.xlsx"])
  func `moments are those that the text beside them states`(_ name: String) throws {
    var count = 0
    for row in try rows(name).dropFirst() {
      guard case .date(let moment) = row[0], case .text(let stated) = row[1] else { continue }
      #expect(moment == stated.replacing(" ", with: "T"))
      count += 1
    }
    #expect(count > 0)
  }

  @Test func `the calendar of 1904 is seen behind an extension of the same name`() throws {
    let cells = try rows("types.xlsx")
    #expect(cells[1][2] == .date("2017-02-27"))
  }

  @Test func `a prefix on every element does not matter`() throws {
    #expect(try rows("nonstandard-xml-ns-prefix.xlsx")[1] == [.number("1"), .number("3")])
  }

  @Test func `line ends, white space and letters are kept`() throws {
    let lines = try rows("new_line_errors.xlsx")
    guard case .text(let text) = lines[1][0] else {
      Issue.record("no text")
      return
    }
    #expect(text.hasPrefix("first line of text \r\nsecond line"))
    #expect(try rows("whitespace-xlsx.xlsx")[3] == [.text("\t   \t")])
    #expect(try rows("vietnamese-utf8.xlsx")[1] == [.text("BÙN SÉT")])
  }
}
