/// A small table of delimited text in memory: a header and its rows, blank ones left out.
package struct CSVTable: Sendable {
  /// One row.
  package struct Row: Sendable {
    /// The physical line that the row begins on, counted from 1.
    package let line: Int
    /// The values; nil for an empty one.
    package let values: [String?]
    /// Why the row is not well formed, or `none`.
    package let fault: TableRow.Fault
  }

  /// The file.
  package let path: String
  /// The names of the columns: the first row that is not blank; nil where there is none.
  package let header: [String]?
  /// Why the header is not well formed, which then has no names, or `none`.
  package let headerFault: TableRow.Fault
  /// The physical line that the header begins on; 0 where there is none.
  package let headerLine: Int
  package let rows: [Row]

  /// Reads a whole file; whether rows are well formed and as wide as the header is for the caller to
  /// judge.
  package init(_ file: TextFile, dialect: TableDialect = TableDialect()) {
    path = file.file.path
    var reader = CSVReader(file, dialect: dialect)
    var header: [String]?
    var (headerFault, headerLine) = (TableRow.Fault.none, 0)
    var rows: [Row] = []
    while let row = reader.next() {
      if row.isBlank { continue }
      if header == nil {
        header = reader.fields.map(\.string)
        (headerFault, headerLine) = (row.fault, row.line)
      } else {
        let values = reader.fields.map { $0.count == 0 ? nil : $0.string }
        rows.append(Row(line: row.line, values: values, fault: row.fault))
      }
    }
    self.header = header
    self.headerFault = headerFault
    self.headerLine = headerLine
    self.rows = rows
  }
}
