/// A file that holds a table, opened and recognised; it can be read any number of times.
package protocol TableFile: AnyObject, Sendable {
  /// The path it was opened by.
  var path: String { get }
  /// What it is.
  var format: TableFormat { get }
  /// The encoding of its text, as the store keeps it: `utf-8`, `gb18030`, ….
  var encodingName: String { get }
  /// Its bytes, and those of the files that belong to it; the one that was named comes first.
  var parts: [FileBytes] { get }
  /// The reference system that it names for its geometries: `EPSG:n`, `CRS84`, or well-known text;
  /// nil where it names none.
  var crs: String? { get }
  /// What the file says of that system beside an `EPSG:n`, for whoever does not know the number.
  var crsDefinition: String? { get }
  /// A column's name as the format keeps it: a Shapefile cuts names at ten bytes.
  func shortened(_ name: String) -> String
  /// The delimiter that a text names for Excel; nil where it names none.
  var namedDelimiter: UInt8? { get }
  /// The visible sheets with content beside the one that is read where the dialect names none.
  ///
  /// - Throws: `TabularError`.
  func otherSheets(_ dialect: TableDialect) throws -> [OtherSheet]
  /// Begins to read its rows, titles and header included.
  ///
  /// - Throws: `TabularError` where the table that the dialect names is not there.
  func rows(_ dialect: TableDialect) throws -> any RowReader
}

extension TableFile {
  package var crs: String? { nil }
  /// Nothing.
  package var crsDefinition: String? { nil }
  /// None.
  package var namedDelimiter: UInt8? { nil }
  /// None.
  package func otherSheets(_ dialect: TableDialect) -> [OtherSheet] { [] }
  /// The name as it is.
  package func shortened(_ name: String) -> String { name }
  /// Whether a part of it is no longer what was read.
  package var hasChanged: Bool { parts.contains { $0.hasChanged() } }
  /// The bytes of all its parts.
  package var byteCount: Int { parts.reduce(0) { $0 + $1.bytes.count } }
}
