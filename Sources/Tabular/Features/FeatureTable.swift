/// One record of a file of features: a geometry and its attributes as text.
package struct Feature: Sendable, Equatable {
  /// The place in the file, from 1; for a Shapefile the record number, with
  /// deleted records counted.
  package var number: Int
  /// The values, one for each of the table's fields; nil where the file has none.
  package var values: [String?]
  /// The geometry as well-known binary, nil where the file has none.
  ///
  /// Two-dimensional and little-endian, except that a GeoPackage's is left as it is.
  package var geometry: [UInt8]?
}

/// All of a file of features in memory: its fields, its features, and what it says of its
/// coordinates.
///
/// It is read by the reader that an import uses; a geometry that cannot be read, which costs an
/// import one row, is an error of the whole table.
package struct FeatureTable: Sendable, Equatable {
  package var format: TableFormat
  /// The names of the fields, in the order of the file.
  package var fields: [String]
  /// The features, in the order of the file.
  package var features: [Feature]
  /// The reference system that the file names, or that its format implies; see ``TableFile/crs``.
  package var crs: String?

  /// Reads a whole file.
  ///
  /// - Throws: `TabularError`.
  package init(reading file: any TableFile) throws {
    format = file.format
    crs = file.crs
    let reader = try file.rows(TableDialect())
    fields = try reader.next() == nil ? [] : reader.fields.map(\.string)
    features = []
    while let row = try reader.next() {
      if let fault = reader.geometryFault { throw fault }
      features.append(
        Feature(
          number: format == .shapefile ? row.line : features.count + 1,
          values: reader.fields.map { $0.count == 0 ? nil : $0.string },
          geometry: reader.geometry.map { Array($0) }))
    }
  }
}
