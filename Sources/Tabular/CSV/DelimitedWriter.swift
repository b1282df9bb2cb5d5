/// Writes delimited text (RFC 4180) in UTF-8 to a file; geometries are left out.
public final class DelimitedWriter: TableWriter {
  private let file: FileWriter
  private var text: CSVWriter

  /// Begins the file.
  ///
  /// - Parameters:
  ///   - delimiter: what divides the fields.
  ///   - hasMark: whether it begins with a byte order mark, by which spreadsheet programs know that
  ///     it is UTF-8.
  /// - Throws: `TabularError` of kind `unwritable`.
  public init(path: String, delimiter: UInt8 = UInt8(ascii: ","), hasMark: Bool = false) throws {
    file = try FileWriter(path: path)
    text = CSVWriter(delimiter: delimiter, lineEnd: "\r\n")
    if hasMark { try file.write([0xEF, 0xBB, 0xBF]) }
  }

  /// Adds a row.
  public func write(_ cells: [TableCell], geometry: [UInt8]?) throws {
    text.write(cells.map(\.text))
    try file.write(text.take())
  }

  /// Closes the file.
  public func finish() throws { try file.finish() }
}
