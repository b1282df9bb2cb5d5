package import Tabular

/// The data rows of a file: titles and header read, footers left out.
package struct DataRows {
  /// Reads the rows, from the first behind the header.
  package let reader: any RowReader
  /// Where the fields are, and the headings as the file has them.
  package let columns: ColumnMap
  /// The sheets with the same headings that are not read, for nobody has named them.
  package let leftOut: [String]

  /// Opens a file and reads its header.
  ///
  /// - Throws: `TabularError`, or `DatasetsError` where the header is not what the manifest says.
  package init(_ file: any TableFile, manifest: Manifest) throws {
    var rows = try file.rows(manifest.dialect)
    let isOurs: Bool
    (columns, isOurs) = try Self.columns(rows, manifest, file)
    if isOurs { rows = UnguardedRows(rows, delimiter: manifest.dialect.delimiter) }
    leftOut = Self.leftOut(file, manifest.dialect, headerRows: columns.headerRows)
    reader = manifest.footer.isEmpty ? rows : FooterlessRows(rows, beginnings: manifest.footer)
  }

  /// Takes over a reader that stands at its first data row.
  package init(reader: any RowReader, columns: ColumnMap) {
    self.reader = reader
    self.columns = columns
    leftOut = []
  }

  private static func leftOut(
    _ file: any TableFile, _ dialect: TableDialect, headerRows: [[String]]
  ) -> [String] {
    let normalized = { (rows: [[String]]) in
      rows.map { row in
        var row = row.map(HeadingText.normalized)
        while row.last == "" { row.removeLast() }
        return row
      }
    }
    guard !headerRows.isEmpty else { return [] }
    let own = normalized(headerRows)
    // The last row has the headings of the columns; what merged cells of the others show is not in
    // all of them.
    // What is wrong with a sheet that is not read is no fault of the one that is.
    let others = (try? file.otherSheets(dialect)) ?? []
    return others.filter { normalized($0.headerRows).last == own.last }.map(\.name)
  }

  /// The columns, and whether the program itself wrote the file, with its guard against formulas.
  private static func columns(
    _ reader: any RowReader, _ manifest: Manifest, _ file: any TableFile
  ) throws -> (ColumnMap, isOurs: Bool) {
    guard manifest.hasHeader else {
      let width = manifest.fields.compactMap(\.column).max() ?? manifest.fields.count
      return (try ColumnMap(manifest, header: nil, width: width, path: file.path), false)
    }
    let header = try TableHeader(reader, dialect: manifest.dialect, path: file.path)
    let isOurs = file.format == .csv && FormulaGuard.isOurs(header.headings)
    func own(_ headings: [String]) -> [String] {
      isOurs ? headings.map(FormulaGuard.unguarded) : headings
    }
    let map = try ColumnMap(
      manifest, header: own(header.headings), headerRows: header.rows.map(own),
      width: header.headings.count, path: file.path, shortened: file.shortened)
    return (map, isOurs)
  }
}
