extension JsonRow {
  /// Reads a row that ``text`` wrote.
  ///
  /// - Throws: `TabularError` of kind `malformed` where the text is no array of cells.
  public init(reading text: String) throws {
    self.init(cells: [])
    var text = text
    let (cells, geometry) = try text.withUTF8 { bytes in
      var scanner = JsonScanner(bytes, file: "row")
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
    _ scanner: inout JsonScanner, _ geometry: inout [UInt8]?
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
    _ scanner: inout JsonScanner, _ geometry: inout [UInt8]?
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
      throw scanner.failure(
        at: start, "a cell is a date, an error or a geometry", chinese: "单元格应为日期、错误或几何")
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
