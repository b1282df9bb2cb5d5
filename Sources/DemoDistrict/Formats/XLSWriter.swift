import DemoTruth
import Files

package import Tabular

/// Writes a workbook of Excel 97 to 2003 (BIFF8 in an OLE 2 container), which lies in memory until
/// it is finished.
///
/// The same rows give the same bytes. A sheet takes 65,536 rows and 256 columns, a cell 32,767
/// characters.
package final class XLSWriter: TableWriter {
  /// The built-in number format of days: 14, or one of the Chinese ones, 27…36 and 50…58, whose
  /// meaning no file states.
  package var dateFormat = 14
  /// The built-in number format of single columns, counted from 0, where it is another.
  package var dateFormats: [Int: Int] = [:]

  /// The number formats of the numbers of single columns, counted from 0, as codes: `000000`.
  package var codes: [Int: String] = [:]
  /// Whether day 0 is 1904-01-01.
  package var uses1904 = false

  private struct Sheet {
    var name: String
    var isHidden: Bool
    var cells = BIFFRecords()
    var merged: [[UInt16]] = []
    var rows = 0
    var columns = 0
  }

  private let path: String
  private var sheets: [Sheet]
  private var strings = XLSStringTable()
  /// The number formats of the cell styles behind the first, in the order of their use.
  private var styles: [Int] = []
  private static let firstStyle = 15
  /// The first number of a format that files describe.
  private static let firstCode = 164

  /// Begins a workbook with one sheet.
  ///
  /// - Throws: `DemoError` where the name of the sheet is empty or longer than 31 characters.
  package init(path: String, sheet: String = "Sheet1") throws {
    self.path = path
    sheets = []
    try beginSheet(sheet)
  }

  /// Begins another sheet, which takes the rows that follow.
  package func beginSheet(_ name: String, isHidden: Bool = false) throws {
    guard (1...31).contains(name.utf16.count) else {
      throw unfit(
        "a sheet's name has 1 to 31 characters: \"\(name)\"", "工作表名称应为 1 至 31 个字符：“\(name)”")
    }
    sheets.append(Sheet(name: name, isHidden: isHidden))
  }

  /// Merges cells of the sheet, rows and columns counted from 0; the first one keeps its content.
  package func merge(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    sheets[sheets.count - 1].merged.append(
      [rows.lowerBound, rows.upperBound, columns.lowerBound, columns.upperBound]
        .map { UInt16(truncatingIfNeeded: $0) })
  }

  /// Adds a row; a geometry is left out.
  package func write(_ cells: [TableCell], geometry: [UInt8]?) throws {
    let last = sheets.count - 1
    let row = sheets[last].rows
    guard row < 65_536, cells.count <= 256 else {
      throw unfit(
        "row \(row + 1) with \(cells.count) cells is more than a sheet of .xls takes (65,536 rows "
          + "of 256); write .xlsx",
        "第 \(row + 1) 行（\(cells.count) 个单元格）超出 .xls 的限制（65,536 行、256 列）；请改用 .xlsx")
    }
    for (column, cell) in cells.enumerated() {
      try write(cell, row: UInt16(row), column: column, to: &sheets[last].cells)
    }
    // A row without content is a row all the same.
    if cells.allSatisfy({ $0 == .empty }) {
      sheets[last].cells.add(.blankCell, words: [UInt16(row), 0, UInt16(Self.firstStyle)])
    }
    sheets[last].rows += 1
    sheets[last].columns = max(sheets[last].columns, cells.count, 1)
  }

  private func write(
    _ cell: TableCell, row: UInt16, column: Int, to records: inout BIFFRecords
  ) throws {
    let plain = UInt16(Self.firstStyle)
    let place = [row, UInt16(column)]
    func number(_ value: Double, _ style: UInt16) {
      var bytes: [UInt8] = []
      bytes.appendLittle(value)
      records.add(.numberCell, words: place + [style], bytes)
    }
    switch cell {
    case .empty: return
    case .number(let digits):
      let format = dateFormats[column] ?? (codes[column] == nil ? nil : Self.firstCode + column)
      if let value = Double(digits), value.isFinite {
        return number(value, format.map(style) ?? plain)
      }
      try text(digits, place, &records)
    case .date(let date):
      if let serial = WorkbookSerial.number(of: date) {
        let format = dateFormats[column] ?? (date.utf8.count > 10 ? 22 : dateFormat)
        return number(serial, style(format))
      }
      try text(date, place, &records)
    case .boolean(let value):
      records.add(.truthCell, words: place + [plain], [value ? 1 : 0, 0])
    case .error(let error):
      guard let code = WorkbookErrorCode.code(of: error) else {
        return try text(error, place, &records)
      }
      records.add(.truthCell, words: place + [plain], [code, 1])
    case .text(let content): try text(content, place, &records)
    }
  }

  private func text(_ text: String, _ place: [UInt16], _ records: inout BIFFRecords) throws {
    guard text.utf16.count <= 32_767 else {
      throw unfit(
        "row \(place[0] + 1), column \(place[1] + 1): a cell takes 32,767 characters, not "
          + "\(text.utf16.count)",
        "第 \(place[0] + 1) 行第 \(place[1] + 1) 列：单元格最多 32,767 个字符，而有 \(text.utf16.count) 个")
    }
    var index: [UInt8] = []
    index.appendLittle(strings.place(of: text))
    records.add(.textCell, words: place + [UInt16(Self.firstStyle)], index)
  }

  private func style(_ format: Int) -> UInt16 {
    if let known = styles.firstIndex(of: format) { return UInt16(Self.firstStyle + 1 + known) }
    styles.append(format)
    return UInt16(Self.firstStyle + styles.count)
  }

  private func unfit(_ message: String, _ chinese: String) -> DemoError {
    DemoError("\(path): \(message)", "\(path):\(chinese)")
  }

  package func finish() throws {
    let bodies = sheets.enumerated().map { Self.body($1, isFirst: $0 == 0) }
    // The offsets have a fixed width, so the length of the globals is known without them.
    let size = globals(offsets: bodies.map { _ in 0 }).bytes.count
    var offsets: [Int] = []
    var next = size
    for body in bodies {
      offsets.append(next)
      next += body.bytes.count
    }
    var stream = globals(offsets: offsets)
    for body in bodies { stream.add(body) }
    let file = try FileWriter(path: path, sparing: .none)
    try file.write(CompoundFile(name: "Workbook", stream: stream.bytes).bytes)
    try file.finish()
  }

  private static func body(_ sheet: Sheet, isFirst: Bool) -> BIFFRecords {
    var records = BIFFRecords()
    records.begin(16)
    records.add(
      .dimensions,
      words: [
        0, 0, UInt16(truncatingIfNeeded: sheet.rows), UInt16(sheet.rows >> 16), 0,
        UInt16(sheet.columns), 0,
      ])
    records.add(sheet.cells)
    records.add(.view, words: [isFirst ? 0x06B6 : 0x00B6, 0, 0, 0x40, 0, 0, 0, 0, 0])
    for start in stride(from: 0, to: sheet.merged.count, by: 1000) {
      let piece = sheet.merged[start..<min(start + 1000, sheet.merged.count)]
      records.add(.merged, words: [UInt16(piece.count)] + piece.flatMap { $0 })
    }
    records.add(.end)
    return records
  }

  private func globals(offsets: [Int]) -> BIFFRecords {
    var records = BIFFRecords()
    records.begin(5)
    records.add(.codePage, words: [1200])
    records.add(.window, words: [0x0168, 0x010E, 0x3A5C, 0x23BE, 0x0038, 0, 0, 1, 0x0258])
    records.add(.dateMode, words: [uses1904 ? 1 : 0])
    for (column, code) in codes.sorted(by: { $0.key < $1.key }) {
      records.add(
        .formatCode, words: [UInt16(Self.firstCode + column), UInt16(code.utf16.count)],
        [1] + code.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
    }
    for _ in 0..<4 {
      records.add(
        .font, words: [220, 0, 0x7FFF, 400, 0], [0, 0, 134, 0] + BIFFRecords.shortText("宋体"))
    }
    // 15 styles, which cells must not use, then one for each number format.
    for index in 0..<Self.firstStyle + 1 + styles.count {
      let isStyle = index < Self.firstStyle
      let format = index > Self.firstStyle ? styles[index - Self.firstStyle - 1] : 0
      records.add(
        .format,
        words: [0, UInt16(format), isStyle ? 0xFFF5 : 0x0001, 0x0020, 0xF800, 0, 0, 0, 0, 0x20C0])
    }
    records.add(.style, words: [0x8000, 0xFF00])
    for (sheet, offset) in zip(sheets, offsets) {
      var body: [UInt8] = []
      body.appendLittle(UInt32(offset))
      records.add(.sheet, body + [sheet.isHidden ? 1 : 0, 0] + BIFFRecords.shortText(sheet.name))
    }
    strings.write(to: &records)
    records.add(.end)
    return records
  }
}
