/// Which column of a file each field is taken from.
package struct ColumnMap: Hashable, Sendable {
  /// For each field of the manifest its column, counted from 0, or nil where the file has none.
  package let columns: [Int?]
  /// How many fields each row must have; nil where the file says nothing.
  package let width: Int
  /// How many fields each row must have at least: up to the last column with a heading or a field.
  package let leastWidth: Int
  /// The headings, for messages and exports.
  package let headings: [String]
  /// The rows of the header as they stand; none where the file has no header.
  package let headerRows: [[String]]

  /// Finds the columns by a header, or by order where the file has none.
  ///
  /// - Parameters:
  ///   - manifest: what the columns should be.
  ///   - header: the headings; nil where the dialect has no header.
  ///   - headerRows: the rows that the headings are made of; the headings alone where it is nil.
  ///   - width: the number of fields of the first row, used where there is no header.
  ///   - shortened: how the format cuts the names of columns; nil where it keeps them.
  /// - Throws: `DatasetsError`: a fault of the whole file, at line 1 of `path`.
  package init(
    _ manifest: Manifest, header: [String]?, headerRows: [[String]]? = nil, width: Int,
    path: String, shortened: ((String) -> String)? = nil
  ) throws {
    let match = ColumnMatch(manifest: manifest, path: path, shortened: shortened)
    guard let header else {
      columns = try match.byOrder(width: width)
      headings = manifest.fields.map(\.name)
      (self.width, leastWidth, self.headerRows) = (width, width, [])
      return
    }
    let columns = try match.byNames(header)
    self.columns = columns
    headings = header
    self.width = header.count
    let named = header.lastIndex { !HeadingText.cleaned($0).isEmpty } ?? 0
    leastWidth = max(named, columns.compactMap(\.self).max() ?? 0) + 1
    self.headerRows = headerRows ?? [header]
  }
}
