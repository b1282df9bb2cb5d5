package import Tabular

/// The headings of a table, from one header row or several.
package struct TableHeader: Hashable, Sendable {
  /// The headings in the order of the columns: as they stand, or those of several rows joined.
  package let headings: [String]
  /// The cells of each header row as they stand.
  package let rows: [[String]]

  /// Reads titles and header rows, and leaves the reader at the first data row.
  ///
  /// A heading of an upper row that has others below it is taken to be merged over the blank cells
  /// to its right, unless the reader knows the merged cells and has filled them; one with nothing
  /// below it stands for its own column.
  ///
  /// - Throws: `DatasetsError` where a header row is not there, blank or malformed; `TabularError`.
  package init(_ reader: any RowReader, dialect: TableDialect, path: String) throws {
    let wanted = dialect.headerRows
    var rows: [[String]] = []
    var count = 0
    while rows.count < wanted.count, let row = try reader.next() {
      count += 1
      let place = reader.place(of: row, count)
      if place < wanted[rows.count] { continue }
      guard place == wanted[rows.count] else { break }
      guard row.fault == .none else {
        throw DatasetsError(
          path: path, line: place, .header(.malformed(row: place, row.fault)))
      }
      rows.append(reader.fields.map(\.string))
    }
    guard rows.count == wanted.count,
      rows.joined().contains(where: { !HeadingText.cleaned($0).isEmpty })
    else {
      throw Self.missing(row: rows.count < wanted.count ? wanted[rows.count] : nil, dialect, path)
    }
    reader.startCounting()
    self.rows = rows
    headings = Self.joined(
      rows, separator: dialect.headerJoin, isFilled: reader.fillsMergedHeadings)
  }

  /// Joins the cells of each column from top to bottom.
  ///
  /// - Parameter isFilled: whether merged headings stand in every column that they cover.
  static func joined(
    _ rows: [[String]], separator: String, isFilled: Bool = false
  ) -> [String] {
    if rows.count == 1 { return rows[0] }
    let width = rows.map(\.count).max() ?? 0
    let padded = rows.map {
      $0.map(HeadingText.cleaned) + Array(repeating: "", count: width - $0.count)
    }
    var parts = Array(repeating: [String](), count: width)
    for (level, row) in padded.enumerated() {
      let below = padded.dropFirst(level + 1)
      var merged = ""
      for (column, cell) in row.enumerated() {
        if !cell.isEmpty {
          merged = below.contains { !$0[column].isEmpty } ? cell : ""
          if parts[column].last != cell { parts[column].append(cell) }
        } else if !isFilled, !merged.isEmpty, below.contains(where: { !$0[column].isEmpty }) {
          parts[column].append(merged)
        }
      }
    }
    return parts.map { $0.joined(separator: separator) }
  }

  private static func missing(row: Int?, _ dialect: TableDialect, _ path: String) -> DatasetsError {
    let row = row ?? dialect.headerRow
    return DatasetsError(path: path, line: row, .header(.noHeader(row: row)))
  }
}

extension RowReader {
  /// Which row this is, as the header rows of a dialect are counted, where it is the `count`th that was
  /// read.
  ///
  /// A spreadsheet counts rows as its program shows them, also those that are not there; a layer, whose
  /// heading is in no row, and delimited text count those that there are.
  func place(of row: TableRow, _ count: Int) -> Int {
    sheet == nil ? count : max(row.line, count)
  }
}
