/// The one table in a ZIP archive or a file of gzip.
///
/// What is archived and known again is the file as it came; what is read is its content.
final class PackedTable: TableFile {
  private let file: FileBytes
  private let table: any TableFile

  /// Unpacks a file and opens what is in it; nil where it is neither, or holds an old workbook, which
  /// a process of its own reads by its name.
  ///
  /// - Throws: `TabularError` that names the files where there are several.
  init?(_ file: FileBytes, declared: TextEncoding?) throws {
    guard let content = try PackedContent.bytes(of: file) else { return nil }
    self.file = file
    switch TableFormat.sniff(content.bytes) {
    case .table(.csv): table = DelimitedFile(try TextFile(file: content, declared: declared))
    case .table(.xlsx): table = try XLSXFile(content)
    case .table(.geojson): table = try GeoJSONTable(file: content, declared: declared)
    default: return nil
    }
  }

  var path: String { file.path }
  var format: TableFormat { table.format }
  var encodingName: String { table.encodingName }
  var parts: [FileBytes] { [file] }
  var crs: String? { table.crs }
  var crsDefinition: String? { table.crsDefinition }
  var namedDelimiter: UInt8? { table.namedDelimiter }
  func shortened(_ name: String) -> String { table.shortened(name) }
  func otherSheets(_ dialect: TableDialect) throws -> [OtherSheet] {
    try table.otherSheets(dialect)
  }
  func rows(_ dialect: TableDialect) throws -> any RowReader { try table.rows(dialect) }
}
