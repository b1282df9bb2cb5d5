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

  let stream: [UInt8]
  private(set) var sheets: [Sheet] = []
  private(set) var texts: [String]?
  private var formats: [Int: WorkbookDateFormat] = [:]
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
      case nil where kind == 0x041E && body.count >= 5: readFormat(body, reader)
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
    formats[Int(reader.bytes.little16(start))] = WorkbookDateFormat(
      code: String(decoding: code, as: UTF16.self))
  }

  /// What the numbers of a style are shown as.
  func format(style: Int) -> WorkbookDateFormat {
    guard styles.indices.contains(style) else { return .none }
    return formats[styles[style]] ?? WorkbookDateFormat(builtIn: styles[style])
  }

  /// A number as a date in ISO 8601; nil where the style shows none.
  func date(_ value: Double, style: Int) -> String? {
    let format = format(style: style)
    guard format != .none else { return nil }
    var buffer = ByteBuffer(capacity: 32)
    guard WorkbookSerial(uses1904: uses1904).write(value, as: format, to: &buffer) else {
      return nil
    }
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}
