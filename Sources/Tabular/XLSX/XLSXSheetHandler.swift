import Glibc

/// Turns the elements of a sheet into rows, one at a time.
///
/// Cells and rows may lack their reference (then they follow the one before), may leave gaps, and
/// may stand in any order within their row; rows must ascend, as they do in every program.
final class XLSXSheetHandler: XMLHandler {
  /// The cells of the row read last.
  let row = RowBuffer()
  /// The number of that row as Excel shows it.
  private(set) var number = 0

  private let file: FileBytes
  private let sheet: String
  private let strings: XLSXStrings
  private let styles: XLSXStyles
  private let serial: WorkbookSerial
  private var text = ByteBuffer(capacity: 1 << 12)
  private var date = ByteBuffer(capacity: 64)
  private var isInData = false
  private var column = -1
  private var cells = 0
  private var rowBytes = 0
  private var type = XLSXCellType.number
  private var style = 0
  private var hasFormula = false
  private var hasValue = false
  private var hasInline = false
  private var isCollecting = false
  private var phonetic = 0

  /// The longest text of a cell, in bytes; Excel takes 32,767 characters.
  private static let maximumText = 16 << 20
  /// The most bytes of a row that are not shared strings.
  private static let maximumRow = 32 << 20

  init(_ parts: XLSXParts, sheet: String) {
    file = parts.archive.file
    self.sheet = sheet
    strings = parts.strings
    styles = parts.styles
    serial = WorkbookSerial(uses1904: parts.uses1904)
  }

  override func start(_ element: XMLElement) {
    guard isInData else {
      isInData = element.isNamed("sheetData")
      return
    }
    let name = element.name
    guard name[1] == 0 else {
      if element.isNamed("row") {
        startRow(element)
      } else if element.isNamed("is") {
        // Some programs write a number beside the text; Excel shows the text.
        (type, hasInline) = (.inline, true)
        text.cut(to: 0)
      } else if element.isNamed("rPh") {
        phonetic += 1
      }
      return
    }
    switch UInt8(bitPattern: name[0]) {
    case UInt8(ascii: "c"): startCell(element)
    case UInt8(ascii: "v"):
      isCollecting = !hasInline
      hasValue = true
    case UInt8(ascii: "t"): isCollecting = type == .inline && phonetic == 0
    case UInt8(ascii: "f"): hasFormula = true
    default: break
    }
  }

  override func text(_ bytes: UnsafeRawBufferPointer) {
    guard isCollecting else { return }
    text.append(bytes)
    if text.count > Self.maximumText {
      failure = ZipDirectory.damaged(file, .longCell(sheet: sheet, row: number))
    }
  }

  override func end(_ name: UnsafePointer<CChar>) {
    guard isInData else { return }
    isCollecting = false
    if name[1] == 0 {
      if UInt8(bitPattern: name[0]) == UInt8(ascii: "c") { finishCell() }
    } else if XMLElement.equal(name, "row") {
      wantsPause = true
    } else if XMLElement.equal(name, "rPh") {
      phonetic -= 1
    } else if XMLElement.equal(name, "sheetData") {
      isInData = false
    }
  }

  private func startRow(_ element: XMLElement) {
    row.begin()
    (column, cells, rowBytes) = (-1, 0, 0)
    guard let reference = element.pointer("r") else {
      number += 1
      return
    }
    let next = strtol(reference, nil, 10)
    guard next > number, next <= CellReference.maximumRows else {
      let row = String(String(cString: reference).prefix(20))
      failure = ZipDirectory.damaged(
        file,
        next > number
          ? .rowNumber(sheet: sheet, row: row) : .rowOrder(sheet: sheet, row: row, after: number))
      return
    }
    number = next
  }

  private func startCell(_ element: XMLElement) {
    text.cut(to: 0)
    (hasFormula, hasValue, hasInline, isCollecting, phonetic) = (false, false, false, false, 0)
    type = element.pointer("t").map(XLSXCellType.init) ?? .number
    style = element.pointer("s").map { strtol($0, nil, 10) } ?? 0
    let reference = element.pointer("r")
    column = reference.map(CellReference.column) ?? column + 1
    if UInt(bitPattern: column) >= UInt(CellReference.maximumColumns) { refusePlace(reference) }
  }

  /// Says of a cell that it is at no place of a sheet.
  private func refusePlace(_ reference: UnsafePointer<CChar>?) {
    let text =
      reference.map { String(String(cString: $0).prefix(20)) }
      ?? CellReference.text(column: column, row: number)
    failure = ZipDirectory.damaged(
      file,
      column < 0
        ? .cellPlace(sheet: sheet, row: number, reference: text)
        : .cellColumn(sheet: sheet, row: number, reference: text))
  }

  /// Says of a row that two of its cells are at the place of this one: only one could be kept, and Excel
  /// repairs such a sheet.
  private func refuseSecond() {
    failure = ZipDirectory.damaged(
      file,
      .cellTwice(
        sheet: sheet, row: number, reference: CellReference.text(column: column, row: number)))
  }

  private func finishCell() {
    cells += 1
    guard cells <= CellReference.maximumColumns else { return refuseSecond() }
    if hasFormula, type != .inline, !hasValue || text.count == 0 && type != .formulaText {
      // A program that does not calculate leaves the value out, or writes it empty; an empty cell would
      // be a lie.
      put("#UNCALCULATED", .error)
      return
    }
    switch type {
    case .shared: finishShared()
    case .inline, .formulaText:
      text.decodeEscapes(from: 0)
      put(text.bytes, hasFormula && isError(text.bytes) ? .error : .text)
    case .error: put(text.bytes, .error)
    case .boolean: finishBoolean()
    case .date: put(Self.day(text.bytes), .date)
    case .number: finishNumber()
    }
  }

  /// A string by its index; one that is not there is an error of the cell, never an empty one.
  private func finishShared() {
    let digits = Self.trimmed(text.bytes)
    guard digits.count > 0 else { return }
    if let index = Self.index(digits), let found = strings.bytes(index) {
      put(found, .text, isKept: true)
    } else {
      put("#STRING " + String(decoding: digits.prefix(20), as: UTF8.self), .error)
    }
  }

  private func finishBoolean() {
    let value = Self.trimmed(text.bytes)
    guard value.count > 0 else { return }
    let word = String(decoding: value.prefix(20), as: UTF8.self)
    switch word.lowercased() {
    case "1", "true": put("true", .boolean)
    case "0", "false": put("false", .boolean)
    default: put("#BOOLEAN " + word, .error)
    }
  }

  /// A number by its digits, or the date or code that its style makes of it.
  private func finishNumber() {
    let format = styles.format(style)
    if !format.isPlain, text.count > 0 {
      date.cut(to: 0)
      if !format.dates.isEmpty, let value = text.double(),
        serial.write(value, as: format.dates, to: &date)
      {
        put(date.bytes, .date)
        return
      }
    }
    let digits = Self.trimmed(text.bytes)
    guard let first = digits.first else { return }
    if digits.count < format.width, digits.allSatisfy({ $0 &- 0x30 < 10 }) {
      for _ in digits.count..<format.width { date.append(UInt8(ascii: "0")) }
      date.append(digits)
      put(date.bytes, .text)
      return
    }
    let isNumber = first <= UInt8(ascii: "9") && first >= UInt8(ascii: "+")
    put(digits, isNumber ? .number : .text)
  }

  /// Puts the content of the current cell at its column.
  private func put(_ bytes: UnsafeRawBufferPointer, _ kind: TableField.Kind, isKept: Bool = false) {
    guard bytes.count > 0 else { return }
    var place = bytes
    if !isKept {
      rowBytes += bytes.count
      guard rowBytes <= Self.maximumRow else {
        failure = ZipDirectory.damaged(
          file, .longRow(sheet: sheet, row: number, limit: Self.maximumRow))
        return
      }
      let copy = row.reserve(bytes.count)
      copy.copyMemory(from: bytes)
      place = UnsafeRawBufferPointer(copy)
    }
    row.pad(to: column)
    if column < row.count {
      guard row.fields[column].count == 0 else { return refuseSecond() }
      row.replace(column, place: place, kind: kind)
    } else {
      row.append(place: place, kind: kind)
    }
  }

  private func put(_ word: String, _ kind: TableField.Kind) {
    var word = word
    word.withUTF8 { put(UnsafeRawBufferPointer($0), kind) }
  }

  /// An ISO date without the midnight that programs add to it.
  private static func day(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let text = trimmed(bytes)
    guard text.count > 10, text[10] | 0x20 == UInt8(ascii: "t") else { return text }
    let isMidnight = text[11...].allSatisfy { "0:.Zz".utf8.contains($0) }
    return isMidnight ? UnsafeRawBufferPointer(rebasing: text[..<10]) : text
  }

  /// A number without sign; nil for anything else.
  private static func index(_ digits: UnsafeRawBufferPointer) -> Int? {
    var value = 0
    for byte in digits {
      guard byte &- 0x30 < 10, value < 1 << 32 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// Whether the text of a formula is an error, as programs write it that have no cells for errors.
  private func isError(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.first == UInt8(ascii: "#")
      && WorkbookErrorCode.isError(String(decoding: bytes, as: UTF8.self))
  }

  private static func trimmed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var bytes = bytes
    while let last = bytes.last, last <= 0x20 { bytes = .init(rebasing: bytes.dropLast()) }
    while let first = bytes.first, first <= 0x20 { bytes = .init(rebasing: bytes.dropFirst()) }
    return bytes
  }
}

/// What the content of a cell is, by its attribute `t` (ST_CellType, ECMA-376 part 1, 18.18.11).
enum XLSXCellType {
  /// `n`, or no attribute: a number.
  case number
  /// `s`: the index of a shared string.
  case shared
  /// `str`: the text that a formula gave.
  case formulaText
  /// `inlineStr`: text in the cell itself.
  case inline
  /// `b`: `1` or `0`.
  case boolean
  /// `e`: the error of a formula.
  case error
  /// `d`: a date in ISO 8601.
  case date

  /// Reads the attribute; an unknown one is text, which loses nothing.
  init(_ attribute: UnsafePointer<CChar>) {
    switch (UInt8(bitPattern: attribute[0]), attribute[1] == 0) {
    case (UInt8(ascii: "s"), true): self = .shared
    case (UInt8(ascii: "n"), true): self = .number
    case (UInt8(ascii: "b"), true): self = .boolean
    case (UInt8(ascii: "e"), true): self = .error
    case (UInt8(ascii: "d"), true): self = .date
    case (UInt8(ascii: "i"), false): self = .inline
    default: self = .formulaText
    }
  }
}
