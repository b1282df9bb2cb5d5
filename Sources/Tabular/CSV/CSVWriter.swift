package import Files

/// A writer of comma-separated values (RFC 4180): a field is quoted where it must be, lines end
/// with CR LF or LF.
package struct CSVWriter: Sendable {
  /// What has been written and not yet taken, in UTF-8.
  package private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8
  private let lineEnd: [UInt8]
  private let isGuarded: Bool

  /// Makes a writer.
  ///
  /// `lineEnd` is LF by default; RFC 4180 names CR LF, and every reader takes both.
  ///
  /// - Parameter isGuarded: whether fields that spreadsheet programs would take for formulas get an
  ///   apostrophe in front; see ``FormulaGuard``.
  package init(
    delimiter: UInt8 = UInt8(ascii: ","), lineEnd: String = "\n", isGuarded: Bool = false
  ) {
    self.delimiter = delimiter
    self.isGuarded = isGuarded
    self.lineEnd = Array(lineEnd.utf8)
  }

  /// Writes one record.
  ///
  /// A record of one empty field is written as `""`, so that it is not a blank line.
  package mutating func write(_ fields: some Sequence<String>) {
    var isFirst = true
    let start = bytes.count
    for field in fields {
      if !isFirst { bytes.append(delimiter) }
      isFirst = false
      append(isGuarded ? FormulaGuard.guarded(field) : field)
    }
    if bytes.count == start && !isFirst { bytes.append(contentsOf: "\"\"".utf8) }
    bytes.append(contentsOf: lineEnd)
  }

  /// Takes what has been written, leaving the writer empty.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func append(_ field: String) {
    let quote = UInt8(ascii: "\"")
    let mustQuote = field.utf8.contains {
      $0 == delimiter || $0 == quote || $0 == 0x0A || $0 == 0x0D
    }
    guard mustQuote else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(quote)
    for byte in field.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}

/// Writes delimited text (RFC 4180) in UTF-8 to a file; geometries are left out.
package final class DelimitedWriter: TableWriter {
  private let file: FileWriter
  private var text: CSVWriter

  /// Begins the file.
  ///
  /// - Parameters:
  ///   - delimiter: what divides the fields.
  ///   - hasMark: whether it begins with a byte order mark, by which spreadsheet programs know that
  ///     it is UTF-8.
  ///   - isGuarded: whether texts that spreadsheet programs would take for formulas get an apostrophe
  ///     in front; see ``FormulaGuard``.
  /// - Throws: `OutputError`.
  package convenience init(
    path: String, delimiter: UInt8 = UInt8(ascii: ","), hasMark: Bool = false,
    isGuarded: Bool = false
  ) throws {
    try self.init(FileWriter(path: path, sparing: .none), delimiter, hasMark, isGuarded)
  }

  /// Begins the content of a file in the making, which somebody else publishes.
  package convenience init(
    _ draft: FileDraft, delimiter: UInt8 = UInt8(ascii: ","), hasMark: Bool = false,
    isGuarded: Bool = false
  ) throws {
    try self.init(FileWriter(draft), delimiter, hasMark, isGuarded)
  }

  private init(
    _ file: FileWriter, _ delimiter: UInt8, _ hasMark: Bool, _ isGuarded: Bool
  ) throws {
    self.file = file
    text = CSVWriter(delimiter: delimiter, lineEnd: "\r\n", isGuarded: isGuarded)
    if hasMark { try file.write([0xEF, 0xBB, 0xBF]) }
  }

  package func write(_ cells: [TableCell], geometry: [UInt8]?) throws {
    text.write(cells.map(\.text))
    try file.write(text.take())
  }

  package func finish() throws { try file.finish() }
}
