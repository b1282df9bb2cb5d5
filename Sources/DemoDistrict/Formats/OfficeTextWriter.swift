import Tabular

/// Writes delimited text in the encodings that offices use.
final class OfficeTextWriter: TableWriter {
  private let sink: TextSink
  private var csv: CSVWriter
  private let lineEnd: String

  /// Opens a file, which is made anew.
  init(path: String, text: TextFlavour) throws {
    sink = try TextSink(path: path, encoding: text.encoding, mark: text.mark)
    lineEnd = text.lineEnd
    csv = CSVWriter(delimiter: text.delimiter, lineEnd: text.lineEnd)
  }

  func write(_ cells: [TableCell], geometry: [UInt8]?) throws {
    csv.write(cells.lazy.map(\.text))
    if csv.bytes.count > 1 << 16 { try sink.write(csv.take()) }
  }

  /// Writes the first half of a row and breaks off within a value.
  func writeHalf(_ cells: [TableCell]) throws {
    var half = cells.prefix(max(1, cells.count / 2)).map(\.text)
    if let last = half.popLast() { half.append(String(last.prefix((last.count + 1) / 2))) }
    try sink.write(csv.take())
    csv.write(half)
    try sink.write(csv.take().dropLast(lineEnd.utf8.count))
  }

  func finish() throws {
    try sink.write(csv.take())
    try sink.finish()
  }
}
