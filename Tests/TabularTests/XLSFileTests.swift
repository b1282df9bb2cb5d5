import DemoDistrict
import Foundation
import Tabular
import Testing

@Suite struct XLSFileTests {
  private func workbook(
    _ rows: [[TableCell]], dateFormats: [Int: Int] = [:], codes: [Int: String] = [:],
    uses1904: Bool = false, then adjust: (XLSWriter) throws -> Void = { _ in }
  ) throws -> FileBytes {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xls").path
    let writer = try XLSWriter(path: path, sheet: "人员")
    (writer.dateFormats, writer.codes, writer.uses1904) = (dateFormats, codes, uses1904)
    for row in rows { try writer.write(row, geometry: nil) }
    try adjust(writer)
    try writer.finish()
    return try FileBytes(path: path)
  }

  private func read(_ file: FileBytes, _ dialect: TableDialect = TableDialect()) throws -> TableRows
  {
    defer { try? FileManager.default.removeItem(atPath: file.path) }
    return try TableRows(XLSFile(file), dialect: dialect)
  }

  @Test func `cells keep their kinds, rows the numbers that Excel shows`() throws {
    let file = try workbook([
      [.text("名单")],
      [.text("姓名"), .text("号码"), .text("日期"), .text("时间"), .text("备注")],
      [
        .text("王𠮷"), .number("330106199001011237"), .date("2024-01-31"),
        .date("2024-01-31T12:30:00"),
      ],
      [.empty],
      [.empty, .number("0.1"), .number("4111010001"), .empty, .text("末"), .text("多")],
    ])
    let read = try read(file, TableDialect(headerRows: [2]))
    #expect(read.names == ["姓名", "号码", "日期", "时间", "备注"])
    #expect(
      read.rows == [
        [
          .text("王𠮷"), .number("3.3010619900101126E+17"), .date("2024-01-31"),
          .date("2024-01-31T12:30:00"), .empty,
        ],
        [.empty, .empty, .empty, .empty, .empty],
        [.empty, .number("0.1"), .number("4111010001"), .empty, .text("末"), .text("多")],
      ])
    #expect(read.lines == [3, 4, 5])
    #expect(read.numbers == [1, 2, 3])
    #expect(
      read.raws[0] == #"["王𠮷",3.3010619900101126E+17,{"date":"2024-01-31"},"#
        + #"{"date":"2024-01-31T12:30:00"},null]"#)
  }

  @Test func `the sheet is chosen by name or number, else the first with rows`() throws {
    func file() throws -> FileBytes {
      try workbook([]) { writer in
        try writer.beginSheet("人员名单")
        try writer.write([.text("a")], geometry: nil)
        try writer.write([.text("1")], geometry: nil)
        try writer.beginSheet("说明")
        try writer.write([.text("b")], geometry: nil)
      }
    }
    #expect(try read(file()).names == ["a"])
    var dialect = TableDialect()
    dialect.sheetName = "说*"
    #expect(try read(file(), dialect).names == ["b"])
    dialect.sheetName = nil
    dialect.sheetNumber = 2
    #expect(try read(file(), dialect).names == ["a"])
    dialect.sheetNumber = nil
    dialect.sheetName = "x"
    let error = #expect(throws: TabularError.self) { try read(file(), dialect) }
    let sheets = ["人员", "人员名单", "说明"].map {
      WorkbookFact.Sheet(name: $0, isHidden: false)
    }
    #expect(error?.fact == .workbook(.sheet(.noneNamed("x"), among: sheets)))
  }

  @Test func `what FreeXL does not tell is read from the records`() throws {
    let long = String(repeating: "中", count: 15_000)
    let file = try workbook(
      [
        [.text("a"), .text("b"), .text("c"), .text("d"), .text("e"), .text("f")],
        [
          .date("2024-01-31"), .date("2024-02-29"), .boolean(true), .error("#N/A"), .text(long),
          .text("after"),
        ],
      ], dateFormats: [0: 31, 1: 57])
    #expect(
      try read(file).rows == [
        [
          .date("2024-01-31"), .date("2024-02-29"), .boolean(true), .error("#N/A"), .text(long),
          .text("after"),
        ]
      ])
  }

  @Test func `a number is what its format shows, whatever letters stand in it`() throws {
    let codes = [
      #"0" m/s""#, #"0\d"#, "[Red]0;[Yellow]-0", "yyyy/m/d", "yyyy/m/d", #"[=0]"";yyyy/m/d"#,
      "aaaa",
      #"gge"年""#, "000000", "h:mm", "yyyy-mm-dd", "0.00",
    ]
    let numbers = [
      "12", "3", "7.5", "-2", "4000000", "45292", "45292", "45292", "123", "1.25",
      "2958465.999999988",
      "-9223372036854775808",
    ]
    let file = try workbook(
      [codes.indices.map { .text("c\($0)") }, numbers.map { .number($0) }],
      codes: Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($0, $1) }))
    #expect(
      try read(file).rows[0] == [
        .number("12"), .number("3"), .number("7.5"), .number("-2"), .number("4000000"),
        .date("2024-01-01"), .date("2024-01-01"), .date("2024-01-01"), .text("000123"),
        .number("1.25"), .number("2958465.999999988"), .number("-9.223372036854776E+18"),
      ])
  }

  @Test func `the calendar of 1904 ends where the year 9999 does`() throws {
    let file = try workbook(
      [[.text("a"), .text("b")], [.number("2957003.999999988"), .number("43830")]],
      codes: [0: "yyyy-mm-dd", 1: "yyyy-mm-dd"], uses1904: true)
    #expect(try read(file).rows == [[.number("2957003.999999988"), .date("2024-01-01")]])
  }

  @Test func `the heading of merged cells stands in all of them`() throws {
    let file = try workbook([
      [.text("网格"), .empty, .text("人数")], [.text("编码"), .text("名称"), .empty],
      [.text("1"), .text("x"), .number("3")],
    ]) { $0.merge(rows: 0...0, columns: 0...1) }
    let reader = try XLSFile(file).rows(TableDialect(headerRows: [1, 2]))
    defer { try? FileManager.default.removeItem(atPath: file.path) }
    _ = try reader.next()
    #expect(reader.fields.map(\.string) == ["网格", "网格", "人数"])
  }

  @Test(.enabled(if: RealData.isPresent))
  func `formulas, errors and dates of the test files of others`() throws {
    let path = RealData.path("files/xlsx/readxl/sheets/types.xls")
    var dialect = TableDialect(headerRows: [])
    dialect.sheetName = "smorgasbord"
    let rows = try TableRows(XLSFile(FileBytes(path: path)), dialect: dialect).rows
    let values = Dictionary(
      uniqueKeysWithValues: rows.compactMap { row -> (String, TableCell)? in
        guard case .text(let name) = row[0] else { return nil }
        return (name, row[1])
      })
    #expect(values["text formula"] == .text("HELLO WORLD"))
    #expect(values["numeric formula"] == .number("1.6900000000000002"))
    #expect(values["boolean true"] == .boolean(true))
    #expect(values["boolean formula false"] == .boolean(false))
    #expect(values["date"] == .date("2016-02-26"))
    #expect(values["date formula"] == .date("2016-03-02"))
    #expect(values["error #N/A formula"] == .error("#N/A"))
    #expect(values["error #DIV/0!"] == .error("#DIV/0!"))
  }

  /// The file with the cell of the second row and second column moved to another column.
  private func moved(_ cells: [TableCell], to column: UInt8, high: UInt8 = 0) throws -> FileBytes {
    let whole = try workbook([[.text("a"), .text("b")], cells], then: { $0.codes = [:] })
    defer { try? FileManager.default.removeItem(atPath: whole.path) }
    var bytes = Array(whole.bytes)
    // NUMBER and LABELSST, 14 and 10 bytes long, of row 1 and column 1.
    for record: [UInt8] in [[3, 2, 14, 0, 1, 0, 1, 0], [0xFD, 0, 10, 0, 1, 0, 1, 0]] {
      for at in bytes.indices.dropLast(record.count)
      where bytes[at..<at + record.count].elementsEqual(record) {
        (bytes[at + 6], bytes[at + 7]) = (column, high)
      }
    }
    let path = whole.path + ".moved"
    try Data(bytes).write(to: URL(filePath: path))
    return try FileBytes(path: path)
  }

  @Test(arguments: [
    ([TableCell.number("1"), .number("2")], TableCell.number("2")),
    ([.date("2024-01-31"), .number("2")], .number("2")),
    ([.number("1"), .date("2024-01-31")], .date("2024-01-31")),
    ([.text("x"), .date("2024-01-31")], .date("2024-01-31")),
    ([.date("2024-01-31"), .text("x")], .text("x")),
  ])
  func `of two records of one cell the last is what Excel shows`(
    cells: [TableCell], shown: TableCell
  ) throws {
    #expect(try read(moved(cells, to: 0)).rows == [[shown, .empty]])
  }

  @Test(arguments: [(UInt8(0), UInt8(1), 257), (255, 255, 65_536)])
  func `a cell behind the last column is named with its sheet, row and column`(
    low: UInt8, high: UInt8, column: Int
  ) throws {
    let error = #expect(throws: TabularError.self) {
      try read(moved([.number("1"), .number("2")], to: low, high: high))
    }

    #expect(error?.fact == .workbook(.cellOutside(sheet: "人员", row: 2, column: column)))
  }

  @Test func `a broken workbook is a fault of the file and of nothing else`() throws {
    let whole = try workbook([[.text("a")], [.text("b")]])
    defer { try? FileManager.default.removeItem(atPath: whole.path) }
    for length in [600, 1024, 3000] {
      let path = whole.path + ".cut"
      try Data(whole.bytes[..<length]).write(to: URL(filePath: path))
      defer { try? FileManager.default.removeItem(atPath: path) }
      let error = #expect(throws: TabularError.self) {
        try TableRows(XLSFile(FileBytes(path: path)))
      }
      guard case .workbook(.unreadable) = error?.fact else {
        Issue.record("another fault: \(String(describing: error))")
        continue
      }
    }
  }

  @Test(.enabled(if: RealData.isPresent))
  func `a list of the Ministry of Education is read whole`() throws {
    let file = try FileBytes(path: RealData.path("china/全国高等学校名单.xls"))
    let read = try TableRows(XLSFile(file), dialect: TableDialect(headerRows: [3]))
    #expect(read.names == ["序号", "学校名称", "学校标识码", "主管部门", "所在地", "办学层次", "备注"])
    #expect(
      read.rows[1].prefix(3) == [.number("1"), .text("北京大学"), .number("4111010001")])
    #expect(read.lines.last == 2953)
    #expect(read.rows.count == 2950)
  }
}
