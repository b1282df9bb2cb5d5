/// A Shapefile as a table: the attributes of its `.dbf`, and the shapes as geometry.
///
/// The layout is that of the ESRI white paper of July 1998. Points, lines, polygons and multipoints
/// are read, Z and M dropped; multipatches are refused. The rings of a polygon are grouped into
/// shells and holes by direction, and by containment where the directions are wrong.
///
/// Its first row holds the names of the fields, as the header of a text file does. Records that the
/// table marks as deleted are left out. Values are what the file holds: `012345` in a numeric field
/// stays so, for its digits are exact, however many; dates become ISO 8601, logical values true or
/// false.
package final class ShapefileTable: TableFile {
  /// The path of its `.shp`.
  package let path: String
  /// The `.shp`, and the companions that are there.
  package let parts: [FileBytes]
  /// What the `.prj` names.
  package let crs: String?
  /// The encoding that was declared or decided on.
  package let encodingName: String
  /// Whether nobody named the encoding and it is only the first that fits.
  package let isEncodingGuessed: Bool
  private let table: DBFReader
  private let shapes: ShapefileIndex
  private let encoding: DBFReader.Encoding
  private let names: [String]

  /// Opens the Shapefile whose `.shp` is at hand.
  ///
  /// - Parameter declared: overrules what the `.cpg` and the header of the table say.
  /// - Throws: `TabularError` that says which of the files is missing or damaged, and where.
  package convenience init(file: FileBytes, declared: TextEncoding? = nil) throws {
    try self.init(ShapefileParts(file), file: file.path, declared: declared)
  }

  /// Opens the only Shapefile in a ZIP archive.
  package convenience init(zipped file: FileBytes, declared: TextEncoding? = nil) throws {
    try self.init(
      ZippedShapefile.parts(of: file), file: file.path, archive: file, declared: declared)
  }

  /// Takes over a Shapefile in memory; `file` is the name of its `.shp`, for messages.
  ///
  /// - Parameter archive: the file that its parts were unpacked from.
  package init(
    _ parts: ShapefileParts, file: String, archive: FileBytes? = nil, declared: TextEncoding? = nil
  ) throws {
    path = file
    self.parts = archive.map { [$0] } ?? parts.files
    crs = parts.crs
    (table, shapes) = try parts.open(file: file)
    encoding = try table.encoding(declared?.name, codePage: parts.codePage)
    guard let converter = DBFText(encoding.name) else {
      throw table.failure(DBFReader.Misfit(record: -1, field: 0, offset: 0), encoding)
    }
    names = try table.names(converter, encoding)
    encodingName = encoding.name.lowercased()
    isEncodingGuessed = encoding.isGuessed
  }

  package var format: TableFormat { .shapefile }

  /// The name cut at ten bytes of the table's encoding, without half a character at its end.
  package func shortened(_ name: String) -> String {
    TableFormat.shapefile.shortened(name, encodingName: encodingName)
  }

  /// Begins to read its records.
  ///
  /// - Throws: never; the protocol allows it.
  package func rows(_ dialect: TableDialect) throws -> any RowReader {
    guard let converter = DBFText(encoding.name) else {
      throw table.failure(DBFReader.Misfit(record: -1, field: 0, offset: 0), encoding)
    }
    return ShapefileRows(
      table, shapes, names: names, converter, encoding,
      total: byteCount)
  }
}

extension TableFormat {
  /// A column's name as the format keeps it: a Shapefile cuts names at ten bytes of its encoding,
  /// and leaves half a character at the end out.
  package func shortened(_ name: String, encodingName: String) -> String {
    guard self == .shapefile, let bytes = DBFText("UTF-8", to: encodingName)?.bytes(of: name),
      let back = DBFText(encodingName)
    else { return name }
    switch back.decode(bytes.prefix(10)) {
    case .whole(let text), .cut(let text): return text
    case .invalid: return name
    }
  }
}
