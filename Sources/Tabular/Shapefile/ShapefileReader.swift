/// Reads an ESRI Shapefile: the shapes of `.shp` with the attributes of `.dbf`.
///
/// The layout is that of the ESRI white paper of July 1998. Points, lines, polygons
/// and multipoints are read, Z and M dropped; multipatches are refused. The rings of
/// a polygon are grouped into shells and holes by direction, and by containment
/// where the directions are wrong. Records that the table marks as deleted are left
/// out and counted.
package enum ShapefileReader {
  /// The features of the Shapefile at `path`, which names its `.shp`.
  ///
  /// `encoding` overrides what `.cpg` and the table's header say of the texts.
  /// Throws `TabularError` that says which of the files is damaged, and where.
  package static func read(_ path: String, encoding: String? = nil) throws -> FeatureTable {
    try read(Parts(FileBytes(path: path)), file: path, encoding: encoding)
  }

  /// The features of a Shapefile in memory; `file` is the name of its `.shp`, for
  /// messages.
  package static func read(
    _ parts: Parts, file: String, encoding: String? = nil
  ) throws -> FeatureTable {
    let (table, shapes) = try parts.open(file: file)
    // Some writers leave a table without fields empty of records too.
    if table.fields.isEmpty, table.recordCount == 0 {
      let features = try (0..<shapes.count).map { record in
        Feature(
          number: record + 1, values: [],
          geometry: try ShapefileGeometry.read(shapes, record: record))
      }
      return FeatureTable(
        format: .shapefile, fields: [], features: features,
        crs: parts.crs)
    }
    let texts = try table.texts(
      encoding: encoding, codePage: parts.cpg.map { String(decoding: $0.bytes, as: UTF8.self) })
    let features = try texts.rows.map { row in
      Feature(
        number: row.number, values: row.values,
        geometry: try ShapefileGeometry.read(shapes, record: row.number - 1))
    }
    return FeatureTable(
      format: .shapefile, fields: texts.fields, features: features,
      crs: parts.crs,
      deletedCount: texts.deletedCount, cutTextCount: texts.cutTextCount,
      encoding: texts.encoding, isEncodingGuessed: texts.isEncodingGuessed)
  }
}
