/// Which column of a file each field is taken from.
package struct ColumnMap: Hashable, Sendable {
  /// For each field of the manifest its column, counted from 0, or nil where the file has none.
  package let columns: [Int?]
  /// How many fields each row must have; nil where the file says nothing.
  package let width: Int
  /// The headings, for messages and exports.
  package let headings: [String]

  /// Finds the columns by a header, or by order where the file has none.
  ///
  /// - Parameters:
  ///   - manifest: what the columns should be.
  ///   - header: the headings; nil where the dialect has no header.
  ///   - width: the number of fields of the first row, used where there is no header.
  ///   - shortened: how the format cuts the names of columns; nil where it keeps them.
  /// - Throws: `DatasetsError`: a fault of the whole file, at line 1 of `path`.
  package init(
    _ manifest: Manifest, header: [String]?, width: Int, path: String,
    shortened: ((String) -> String)? = nil
  ) throws {
    let match = ColumnMatch(manifest: manifest, path: path, shortened: shortened)
    guard let header else {
      columns = try match.byOrder(width: width)
      headings = manifest.fields.map(\.name)
      self.width = width
      return
    }
    columns = try match.byNames(header)
    headings = header
    self.width = header.count
  }
}
