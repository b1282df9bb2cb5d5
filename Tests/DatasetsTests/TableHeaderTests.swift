import Datasets
import Tabular
import Testing

@Suite struct TableHeaderTests {
  private func table(_ text: String) throws -> DelimitedFile {
    DelimitedFile(try TextFile(file: FileBytes(path: "t.csv", copying: Array(text.utf8))))
  }

  private func manifest(_ dialect: String, own: String = "{}") throws -> Manifest {
    try Manifest(
      yaml: """
        name: t
        fieldsMatch: subset
        dialect: \(dialect)
        fields:
          - {name: no, gewu: {title_zh: 序号}}
          - {name: phone, gewu: {aliases: ["联系方式-手机"]}}
          - {name: home, gewu: {aliases: ["联系方式-座机"]}}
          - {name: note, title: Note (all), gewu: {aliases: [备注（其他）]}}
        gewu: \(own)
        """, path: "t.yaml")
  }

  private func headings(_ dialect: String, _ text: String) throws -> [String] {
    let dialect = try manifest(dialect).dialect
    return try TableHeader(try table(text).rows(dialect), dialect: dialect, path: "t.csv").headings
  }

  /// The first fields of all rows that are data.
  private func rows(_ text: String, footer: String = "[合计, 填表人]") throws -> [String] {
    let manifest = try Manifest(
      yaml: "name: t\nfieldsMatch: subset\nfields: [{name: a}]\ngewu: {footer: \(footer)}",
      path: "t.yaml")
    let data = try DataRows(try table("a,b\n" + text), manifest: manifest)
    var found: [String] = []
    while let row = try data.reader.next() {
      #expect(row.number == found.count + 1)
      #expect(data.reader.raw(row) == data.reader.fields.map(\.string).joined(separator: ","))
      found.append(data.reader.fields.first?.string ?? "")
    }
    return found
  }

  /// More columns than are read.
  private static let wide = "no" + String(repeating: ",", count: TableRow.mostFields) + "\n"

  @Test(arguments: [
    (wide, TableRow.Fault.tooManyFields), ("no,\"a\"b\n", .textAfterQuote),
    ("no,\"a\n", .unterminatedQuote),
  ])
  func `a header that cannot be read is not one that is missing`(
    text: String, fault: TableRow.Fault
  ) throws {
    let plain = try #require(
      #expect(throws: DatasetsError.self) { try headings("{}", text + "1\n") })
    let below = try #require(
      #expect(throws: DatasetsError.self) { try headings("{headerRows: [2]}", "title\n" + text) })
    let codes = try #require(
      #expect(throws: DatasetsError.self) { try CodeTable(file: try table("\n" + text).text) })
    let draft = try #require(
      #expect(throws: DatasetsError.self) {
        try ManifestDraft(try table(text), dataset: "t", words: { _ in "" })
      })

    #expect(plain == DatasetsError(path: "t.csv", line: 1, .header(.malformed(row: 1, fault))))
    #expect(below.fact == .header(.malformed(row: 2, fault)) && below.location == "t.csv:2")
    #expect(codes == DatasetsError(path: "t.csv", line: 2, .header(.malformed(row: 2, fault))))
    #expect(draft == plain)
  }

  @Test func `as many columns as are read are a header`() throws {
    let widest = Self.wide.replacing("no,", with: "no")

    #expect(try headings("{}", widest).count == TableRow.mostFields)
  }

  @Test func `titles are skipped and two merged header rows are joined`() throws {
    let text = """
      2026 年低保名册,,,,
      序号,联系方式,,备 注,
      ,手机,座机,,
      1,a,b,c,
      """
    #expect(
      try headings("{headerRows: [2, 3], headerJoin: \"-\"}", text)
        == ["序号", "联系方式-手机", "联系方式-座机", "备 注", ""])
    let data = try DataRows(
      try table(text),
      manifest: try manifest("{headerRows: [2, 3], headerJoin: \"-\"}").partial)
    #expect(data.columns.columns == [0, 1, 2, nil])
  }

  @Test func `a heading with nothing below it does not spread to its right`() throws {
    #expect(
      try headings("{headerRows: [1, 2]}", "姓名,,住址,\n,手机,路,号\nx,y,z,w\n")
        == ["姓名", "手机", "住址 路", "住址 号"])
    #expect(
      try headings("{headerRows: [1, 2, 3]}", "甲,,,\n乙,,丙,\n丁,戊,己,庚\n")
        == ["甲 乙 丁", "甲 乙 戊", "甲 丙 己", "甲 丙 庚"])
  }

  @Test func `headings agree whatever their width, space, dots and line breaks`() throws {
    let data = try DataRows(
      try table(
        "\u{FEFF}*序\u{3000}号,联系方式－手机,联系 方式\u{A0}-座机,\"备注\n(·其他)\"\n1,2,3,4\n"),
      manifest: try manifest("{}"))
    #expect(data.columns.columns == [0, 1, 2, 3])
    #expect(data.columns.headings[2] == "联系 方式\u{A0}-座机")
    let row = try #require(try data.reader.next())
    #expect(row.number == 1 && row.line == 3)
  }

  @Test func `a header that is not there or not right lists what was found`() throws {
    func fault(_ dialect: String, _ text: String) throws -> DatasetsError {
      try #require(throws: DatasetsError.self) {
        _ = try DataRows(try table(text), manifest: try manifest(dialect))
      }
    }
    let lacking = try fault("{}", "序号,电话,备注(其他)\n")
    #expect(lacking.location == "t.csv:1")
    let header = ["序号", "电话", "备注(其他)"]
    #expect(
      lacking.fact
        == .header(
          .missing(
            ["phone", "home"],
            header: SeenHeadings(header, known: Set(header), expected: 4))))
    let short = try fault("{headerRows: [3]}", "a\n")
    #expect(short.location == "t.csv:3" && short.fact == .header(.noHeader(row: 3)))
    let blank = try fault("{headerRows: [2]}", "a,b\n,\n")
    #expect(blank.location == "t.csv:2" && blank.fact == .header(.noHeader(row: 2)))
    #expect(
      try fault("{}", "no,序号,联系方式-手机,联系方式-座机,note\n").fact
        == .header(.repeated(field: "no", columns: [1, 2])))
  }

  @Test func `a heading that names two fields is refused`() throws {
    let manifest = try Manifest(
      yaml: "name: t\nfields: [{name: a, title: 名称}, {name: b, gewu: {aliases: [名称]}}]",
      path: "t.yaml")
    let error = try #require(throws: DatasetsError.self) {
      _ = try ColumnMap(manifest, header: ["名称", "x"], width: 2, path: "t.csv")
    }
    #expect(error.location == "t.csv:1")
    #expect(error.fact == .header(.claimedTwice("名称", "a", "b")))
  }

  @Test func `footers at the very end are no data, the same text above data is`() throws {
    #expect(try rows("1,x\n2,y\n合计,2\n") == ["1", "2"])
    #expect(try rows("1,x\n 合 计:,2\n,\n填表人:甲,日期\n,,\n") == ["1"])
    #expect(try rows("1,x\n合计,1\n2,y\n合计,2\n") == ["1", "合计", "2"])
    #expect(try rows("合计,1\n,\n2,y\n") == ["合计", "", "2"])
    #expect(try rows(",填表人\n") == [])
    #expect(try rows("1,x\n总计,2\n") == ["1", "总计"])
    #expect(try rows("1,x\n合计,2\n", footer: "[]") == ["1", "合计"])
    let many = String(repeating: "合计,1\n", count: 101)
    #expect(try rows(many).count == 101)
    #expect(try rows(String(repeating: "合计,1\n", count: 100)).isEmpty)
  }
}

extension Manifest {
  /// The manifest with fields that the file may lack.
  fileprivate var partial: Manifest {
    var copy = self
    copy.fieldsMatch = .partial
    return copy
  }
}
