/// A row as it is kept when it is refused: a JSON array of its cells.
///
/// Texts are strings, numbers are numbers with the file's digits, an empty cell is `null`, dates
/// `{"date":"2024-01-01"}`, errors `{"error":"#N/A"}`. A row with a geometry ends with
/// `{"geometry":"0101…"}`, its well-known binary in hexadecimal digits.
package struct JSONRow: Hashable, Sendable {
  /// The cells in the order of the file.
  package var cells: [TableCell]
  /// The geometry in well-known binary, in the reference system of the file.
  package var geometry: [UInt8]?

  package init(cells: [TableCell], geometry: [UInt8]? = nil) {
    self.cells = cells
    self.geometry = geometry
  }

  /// Takes over the row that a reader returned last.
  package init(_ fields: UnsafeBufferPointer<TableField>, geometry: UnsafeRawBufferPointer? = nil) {
    cells = fields.map(TableCell.init)
    self.geometry = geometry.map { Array($0) }
  }

  package var text: String {
    var parts = cells.map(Self.text)
    if let geometry { parts.append("{\"geometry\":\"\(Self.hexadecimal(geometry))\"}") }
    return "[" + parts.joined(separator: ",") + "]"
  }

  /// One cell as JSON.
  static func text(_ cell: TableCell) -> String {
    switch cell {
    case .empty: "null"
    case .text(let text): quoted(text)
    // What no JSON number looks like, as `007`, would not be read back.
    case .number(let digits): isNumber(digits) ? digits : quoted(digits)
    case .date(let date): "{\"date\":\(quoted(date))}"
    case .boolean(let value): value ? "true" : "false"
    case .error(let error): "{\"error\":\(quoted(error))}"
    }
  }

  /// A JSON string (RFC 8259) of a text.
  static func quoted(_ text: String) -> String {
    var result: [UInt8] = []
    JSONText.append(text, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  private static func isNumber(_ digits: String) -> Bool {
    var digits = digits
    return digits.withUTF8 { bytes in
      var scanner = JSONScanner(bytes, file: "")
      guard let range = try? scanner.numberRange() else { return false }
      return range == 0..<bytes.count
    }
  }

  /// Bytes in hexadecimal digits.
  package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in bytes { result += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: result, as: UTF8.self)
  }
}

extension JSONRow {
  /// Reads a row that ``text`` wrote.
  ///
  /// - Throws: `TabularError` of kind `malformed` where the text is no array of cells.
  package init(reading text: String) throws {
    self.init(cells: [])
    var text = text
    let (cells, geometry) = try text.withUTF8 { bytes in
      var scanner = JSONScanner(bytes, file: "row")
      var cells: [TableCell] = []
      var geometry: [UInt8]?
      try scanner.array { scanner in
        if let cell = try Self.cell(&scanner, &geometry) { cells.append(cell) }
      }
      return (cells, geometry)
    }
    (self.cells, self.geometry) = (cells, geometry)
  }

  /// The cell that comes next; nil for the geometry.
  private static func cell(
    _ scanner: inout JSONScanner, _ geometry: inout [UInt8]?
  ) throws -> TableCell? {
    switch scanner.peek() {
    case 0x22: return .text(try scanner.string())
    case 0x6E:
      try scanner.literal("null")
      return .empty
    case 0x74:
      try scanner.literal("true")
      return .boolean(true)
    case 0x66:
      try scanner.literal("false")
      return .boolean(false)
    case 0x7B: return try special(&scanner, &geometry)
    default: return .number(scanner.text(try scanner.numberRange()))
    }
  }

  private static func special(
    _ scanner: inout JSONScanner, _ geometry: inout [UInt8]?
  ) throws -> TableCell? {
    let start = scanner.offset
    var cell: TableCell?
    var bytes: [UInt8]?
    try scanner.object { scanner, key in
      let value = try scanner.string()
      switch key {
      case "date": cell = .date(value)
      case "error": cell = .error(value)
      case "geometry": bytes = Self.bytes(hexadecimal: value)
      default: break
      }
    }
    if let cell { return cell }
    guard let bytes else {
      throw scanner.failure(JSONFact.notACell, at: start)
    }
    geometry = bytes
    return nil
  }

  private static func bytes(hexadecimal text: String) -> [UInt8]? {
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }
}
