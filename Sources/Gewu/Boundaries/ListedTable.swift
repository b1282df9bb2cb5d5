import Tabular

/// A small table in memory: a header and rows of as many values.
struct ListedTable {
  /// One row.
  struct Row {
    /// The physical line that the row begins on, counted from 1.
    let line: Int
    /// The values; nil for an empty one.
    let values: [String?]
  }

  /// The file.
  let path: String
  /// The names of the columns.
  let header: [String]
  /// The rows, blank ones left out.
  let rows: [Row]

  /// Reads a whole file.
  ///
  /// - Throws: `TabularError`, or `GewuError` for a row of another length than the header.
  init(path: String, encoding: String? = nil) throws {
    self.path = path
    let declared = try encoding.map { name in
      guard let known = TextEncoding(named: name) else {
        throw GewuError(
          .invalid, "«\(name)» is no encoding that is read; give utf-8 or gb18030")
      }
      return known
    }
    let file = try TextFile(path: path, declared: declared)
    var reader = CSVReader(file)
    var header: [String]?
    var rows: [Row] = []
    while let row = reader.next() {
      if row.isBlank { continue }
      let values = reader.fields.map { $0.count == 0 ? nil : $0.string }
      guard let header else {
        header = values.map { $0 ?? "" }
        continue
      }
      guard row.fault == .none, values.count == header.count else {
        throw GewuError(
          .invalid,
          "line \(row.line) of \(path) has \(values.count) fields where the header has "
            + "\(header.count); correct the line")
      }
      rows.append(Row(line: row.line, values: values))
    }
    guard let header else { throw GewuError(.invalid, "\(path) is empty; export it again") }
    self.header = header
    self.rows = rows
  }
}
