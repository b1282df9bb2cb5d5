/// The cells of a sheet whose content is taken from its records instead of from FreeXL.
struct XLSSheetCells {
  /// By row and column, both from 0: `row << 16 | column`.
  private(set) var cells: [Int: TableCell] = [:]
  private(set) var merged = MergedCells()

  /// How many rows and columns have a cell, also an empty one.
  private(set) var rows = 0
  private(set) var columns = 0

  /// The first cell behind the last column that a sheet can have, if there is one; row and column from 1.
  private(set) var outside: (row: Int, column: Int)?
  /// The place of the cell read last of those in order.
  private var last = -1

  /// The columns of a sheet, A to IV.
  private static let maximumColumns = 256

  /// How many bytes its records take.
  private(set) var size = 0

  /// The cells and merged ranges of a sheet that FreeXL does not give right; none for a sheet that
  /// the survey has not found.
  init(of sheet: String, in survey: XLSSurvey) {
    guard let found = survey.sheets.first(where: { $0.name == sheet }) else { return }
    survey.stream.withUnsafeBytes { read(BIFFReader($0, from: found.start), survey) }
  }

  /// The cells of all sheets, each as ``init(of:in:)``.
  ///
  /// Sheets lie one behind another in the stream: where more is read than it has, several names lead
  /// to the same records, and the names that are left are sheets without cells.
  static func all(in survey: XLSSurvey) -> [XLSSheetCells] {
    var left = survey.stream.count
    return survey.sheets.map { sheet in
      guard left > 0 else { return XLSSheetCells() }
      let cells = XLSSheetCells(of: sheet.name, in: survey)
      left -= max(64, cells.size)
      return cells
    }
  }

  private init() {}

  /// Reads the records of a sheet up to its end.
  private mutating func read(_ records: BIFFReader, _ survey: XLSSurvey) {
    var reader = records
    var waiting: Int?
    var depth = 0
    defer { size = reader.offset - records.offset }
    while let record = reader.next() {
      let body = record.body
      switch record.kind {
      case BIFFKind.begin.rawValue: depth += 1
      case BIFFKind.end.rawValue:
        depth -= 1
        if depth <= 0 { return }
      // Charts have cells of their own within the sheet.
      case _ where depth != 1: continue
      case 0x0006 where body.count >= 14: waiting = readFormula(body, reader, survey)
      case 0x0207 where body.count >= 3:
        if let place = waiting { cells[place] = .text(Self.text(body, reader)) }
        waiting = nil
      case BIFFKind.numberCell.rawValue where body.count >= 14:
        readNumber(reader.bytes.littleDouble(body.lowerBound + 6), body, reader, survey)
      case 0x027E where body.count >= 10:
        let packed = reader.bytes.little32(body.lowerBound + 6)
        readNumber(Self.number(packed), body, reader, survey)
      case 0x00BD where body.count >= 6: readNumbers(body, reader, survey)
      case BIFFKind.truthCell.rawValue where body.count >= 8:
        let value = reader.bytes[body.lowerBound + 6]
        let isError = reader.bytes[body.lowerBound + 7] == 1
        note(Self.place(body, reader))
        cells[Self.place(body, reader)] =
          isError ? .error(WorkbookErrorCode.text(of: value)) : .boolean(value != 0)
      case BIFFKind.textCell.rawValue where body.count >= 10:
        let index = Int(reader.bytes.little32(body.lowerBound + 6))
        note(Self.place(body, reader))
        if let texts = survey.texts, index < texts.count {
          cells[Self.place(body, reader)] = .text(texts[index])
        }
      // Texts in the cell itself, which FreeXL reads.
      case 0x0204 where body.count >= 6, 0x00D6 where body.count >= 6:
        supersede(Self.place(body, reader))
      case BIFFKind.merged.rawValue where body.count >= 2: readMerged(body, reader)
      case BIFFKind.blankCell.rawValue where body.count >= 4:
        note(Self.place(body, reader))
      default: break
      }
    }
  }

  private static func place(_ body: Range<Int>, _ reader: BIFFReader) -> Int {
    Int(reader.bytes.little16(body.lowerBound)) << 16
      | Int(reader.bytes.little16(body.lowerBound + 2))
  }

  private mutating func readNumber(
    _ value: Double, _ body: Range<Int>, _ reader: BIFFReader, _ survey: XLSSurvey
  ) {
    take(
      value, style: Int(reader.bytes.little16(body.lowerBound + 4)),
      at: Self.place(body, reader), survey)
  }

  /// Keeps what FreeXL may read otherwise, and any other number where it is not asked.
  private mutating func take(_ value: Double, style: Int, at place: Int, _ survey: XLSSurvey) {
    note(place)
    if let cell = survey.cell(value, style: style) {
      cells[place] = cell
    } else if survey.texts != nil {
      cells[place] = .number(NumberText.digits(value))
    }
  }

  private mutating func note(_ place: Int) {
    supersede(place)
    let column = place & 0xFFFF + 1
    if column > Self.maximumColumns, outside == nil { outside = (place >> 16 + 1, column) }
    rows = max(rows, place >> 16 + 1)
    columns = max(columns, column)
  }

  /// Forgets what an earlier record said of the same cell: programs that write records as they come write
  /// a changed cell twice, and Excel shows the last.
  private mutating func supersede(_ place: Int) {
    if place <= last { cells[place] = nil } else { last = place }
  }

  /// MULRK: several packed numbers of neighbouring columns.
  private mutating func readNumbers(
    _ body: Range<Int>, _ reader: BIFFReader, _ survey: XLSSurvey
  ) {
    let first = Self.place(body, reader)
    for (index, at) in stride(from: body.lowerBound + 4, to: body.upperBound - 7, by: 6)
      .enumerated()
    {
      let value = Self.number(reader.bytes.little32(at + 2))
      take(value, style: Int(reader.bytes.little16(at)), at: first + index, survey)
    }
  }

  /// A number packed into 32 bits (MS-XLS 2.5.217).
  private static func number(_ packed: UInt32) -> Double {
    let value =
      packed & 2 != 0
      ? Double(Int32(bitPattern: packed) >> 2)
      : Double(bitPattern: UInt64(packed & 0xFFFF_FFFC) << 32)
    return packed & 1 != 0 ? value / 100 : value
  }

  /// The value that a formula had when the file was saved; answers the cell where it is a text that
  /// follows.
  private mutating func readFormula(
    _ body: Range<Int>, _ reader: BIFFReader, _ survey: XLSSurvey
  ) -> Int? {
    let (place, at) = (Self.place(body, reader), body.lowerBound + 6)
    note(place)
    guard reader.bytes.little16(at + 6) == 0xFFFF else {
      let value = reader.bytes.littleDouble(at)
      let style = Int(reader.bytes.little16(body.lowerBound + 4))
      cells[place] = survey.cell(value, style: style) ?? .number(NumberText.digits(value))
      return nil
    }
    switch reader.bytes[at] {
    case 0: return place
    case 1: cells[place] = .boolean(reader.bytes[at + 2] != 0)
    case 2: cells[place] = .error(WorkbookErrorCode.text(of: reader.bytes[at + 2]))
    default: break
    }
    return nil
  }

  private static func text(_ body: Range<Int>, _ reader: BIFFReader) -> String {
    let units = reader.text(
      at: body.lowerBound + 3, count: Int(reader.bytes.little16(body.lowerBound)),
      isWide: reader.bytes[body.lowerBound + 2] & 1 != 0, end: body.upperBound)
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func readMerged(_ body: Range<Int>, _ reader: BIFFReader) {
    for at in stride(from: body.lowerBound + 2, to: body.upperBound - 7, by: 8) {
      let (row, end) = (Int(reader.bytes.little16(at)), Int(reader.bytes.little16(at + 2)))
      let (first, last) = (Int(reader.bytes.little16(at + 4)), Int(reader.bytes.little16(at + 6)))
      guard row <= end, first <= last else { continue }
      merged.add(rows: row + 1...end + 1, columns: first...last)
    }
  }
}
