/// What FreeXL 1.0 does not tell of a workbook, read from its records (BIFF8, MS-XLS): which sheets
/// are hidden, what formulas give, errors, truth values, the dates that Chinese editions do not
/// describe, texts that run over several records, and merged headings.
///
/// It fills in what FreeXL leaves out, and is empty for workbooks before BIFF8 or whose records are
/// not in order.
struct XLSSurvey {
  /// A sheet's name and whether it is hidden.
  struct Sheet {
    var name: String
    var isHidden: Bool
    var start: Int
  }

  /// What a format code makes of numbers, and whether FreeXL may take them for dates.
  private struct Format {
    var shows: WorkbookCellFormat
    var mayBeDate: Bool
  }

  let stream: [UInt8]
  private(set) var sheets: [Sheet] = []
  private(set) var texts: [String]?
  private var formats: [Int: Format] = [:]
  private var styles: [Int] = []
  private var uses1904 = false

  /// Reads the globals of a workbook.
  init(_ file: FileBytes) {
    stream = CompoundStream.bytes(named: ["Workbook"], in: file.bytes) ?? []
    stream.withUnsafeBytes { readGlobals(BIFFReader($0)) }
  }

  private mutating func readGlobals(_ reader: BIFFReader) {
    var reader = reader
    guard let begin = reader.next(), begin.kind == BIFFKind.begin.rawValue,
      begin.body.count >= 4, reader.bytes.little16(begin.body.lowerBound) == 0x0600
    else { return }
    var strings: [Range<Int>] = []
    var last: UInt16 = 0
    while let record = reader.next() {
      let (kind, body) = (record.kind, record.body)
      if kind == BIFFKind.continuation.rawValue {
        if last == BIFFKind.strings.rawValue { strings.append(body) }
        continue
      }
      last = kind
      switch BIFFKind(rawValue: kind) {
      case .end:
        texts = XLSStrings.rescued(strings, in: reader)
        return
      case .dateMode where body.count >= 2:
        uses1904 = reader.bytes.little16(body.lowerBound) == 1
      case .format where body.count >= 4:
        styles.append(Int(reader.bytes.little16(body.lowerBound + 2)))
      case .sheet where body.count >= 8: readSheet(body, reader)
      case .strings: strings = [body]
      case .formatCode where body.count >= 5: readFormat(body, reader)
      default: break
      }
    }
  }

  private mutating func readSheet(_ body: Range<Int>, _ reader: BIFFReader) {
    let start = body.lowerBound
    let name = reader.text(
      at: start + 8, count: Int(reader.bytes[start + 6]), isWide: reader.bytes[start + 7] & 1 != 0,
      end: body.upperBound)
    sheets.append(
      Sheet(
        name: String(decoding: name, as: UTF16.self), isHidden: reader.bytes[start + 4] & 3 != 0,
        start: Int(reader.bytes.little32(start))))
  }

  private mutating func readFormat(_ body: Range<Int>, _ reader: BIFFReader) {
    let start = body.lowerBound
    let code = reader.text(
      at: start + 5, count: Int(reader.bytes.little16(start + 2)),
      isWide: reader.bytes[start + 4] & 1 != 0, end: body.upperBound)
    let text = String(decoding: code, as: UTF16.self)
    // FreeXL looks for letters wherever they stand, in quotes too.
    formats[Int(reader.bytes.little16(start))] = Format(
      shows: WorkbookCellFormat(code: text),
      mayBeDate: text.utf8.contains { "ymdhs".utf8.contains($0 | 0x20) })
  }

  /// What the numbers of a style are shown as.
  private func format(style: Int) -> Format {
    guard styles.indices.contains(style) else { return Format(shows: .plain, mayBeDate: false) }
    if let format = formats[styles[style]] { return format }
    let shows = WorkbookCellFormat(builtIn: styles[style])
    return Format(shows: shows, mayBeDate: !shows.isPlain)
  }

  /// A number as its style shows it: a date in ISO 8601, a code with its zeros, a number where FreeXL
  /// may take it for a date; nil where it is a number to everybody.
  func cell(_ value: Double, style: Int) -> TableCell? {
    let format = format(style: style)
    if !format.shows.dates.isEmpty {
      var buffer = ByteBuffer(capacity: 32)
      if WorkbookSerial(uses1904: uses1904).write(value, as: format.shows.dates, to: &buffer) {
        return .date(String(decoding: buffer.bytes, as: UTF8.self))
      }
    }
    if let code = format.shows.padded(value) { return .text(code) }
    return format.mayBeDate ? .number(NumberText.digits(value)) : nil
  }
}
