import Tabular

/// Writes delimited text in the encodings that offices use.
final class OfficeTextWriter: TableWriter {
  private let sink: TextSink
  private var csv: CSVWriter

  /// Opens a file, which is made anew.
  init(path: String, text: TextFlavour) throws {
    sink = try TextSink(path: path, encoding: text.encoding, mark: text.mark)
    csv = CSVWriter(delimiter: text.delimiter, lineEnd: text.lineEnd)
  }

  func write(_ cells: [TableCell], geometry: [UInt8]?) throws {
    csv.write(cells.lazy.map(\.text))
    if csv.bytes.count > 1 << 16 { try sink.write(csv.take()) }
  }

  func finish() throws {
    try sink.write(csv.take())
    try sink.finish()
  }
}
