/// A sheet that is not read because nobody has named it, and another one stands before it.
package struct OtherSheet: Hashable, Sendable {
  package let name: String
  /// The cells of the rows that the dialect takes for the header; fewer where it has not so many rows.
  package let headerRows: [[String]]

  package init(name: String, headerRows: [[String]]) {
    (self.name, self.headerRows) = (name, headerRows)
  }

  /// Reads the rows of the header.
  init(name: String, _ reader: any RowReader, _ dialect: TableDialect) throws {
    var rows: [[String]] = []
    while let row = try reader.next(), row.line <= dialect.headerRow {
      if dialect.headerRows.contains(row.line) { rows.append(reader.fields.map(\.string)) }
      if row.line == dialect.headerRow { break }
    }
    self.init(name: name, headerRows: rows)
  }
}
