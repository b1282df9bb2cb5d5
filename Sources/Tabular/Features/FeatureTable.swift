/// One record of a file of features: a geometry and its attributes as text.
package struct Feature: Sendable, Equatable {
  /// The place in the file, from 1; for a Shapefile the record number, with
  /// deleted records counted.
  package var number: Int
  /// The values, one for each of the fields that the table keeps; nil where the file has none.
  package var values: [String?]
  /// What the file says that each value is.
  package var kinds: [TableField.Kind]
  /// The geometry as well-known binary, nil where the file has none.
  ///
  /// Two-dimensional and little-endian, except that a GeoPackage's is left as it is.
  package var geometry: [UInt8]?
  /// Why the geometry cannot be read, though there is one.
  package var fault: TabularError?
}

/// All of a file of features in memory: its fields, its features, and what it says of its
/// coordinates.
///
/// It is read by the reader that an import uses.
package struct FeatureTable: Sendable, Equatable {
  package var format: TableFormat
  /// Whether it is a drawing: lines, and texts that stand by themselves.
  package var isDrawing = false
  /// The names of all fields, in the order of the file.
  package var fields: [String]
  /// The places of the fields whose values are kept.
  package var kept: [Int]
  /// The features, in the order of the file.
  package var features: [Feature]
  /// The reference system that the file names, or that its format implies; see ``TableFile/crs``.
  package var crs: String?
  /// What it says of that system beside an `EPSG:n`; see ``TableFile/crsDefinition``.
  package var crsDefinition: String?

  /// Reads a whole file.
  ///
  /// - Parameter names: the fields whose values are wanted; all of them where it is nil. A file may
  ///   have thousands that nobody asks for.
  /// - Throws: `TabularError`. A geometry that cannot be read is a fault of its feature where fields
  ///   are named, and of the whole file else.
  package init(reading file: any TableFile, keeping names: Set<String>? = nil) throws {
    format = file.format
    (crs, crsDefinition) = (file.crs, file.crsDefinition)
    let reader = try file.rows(TableDialect())
    let fields = try reader.next() == nil ? [] : reader.fields.map(\.string)
    let kept = fields.indices.filter { names?.contains(fields[$0]) ?? true }
    (self.fields, self.kept) = (fields, kept)
    features = []
    while let row = try reader.next() {
      if names == nil, let fault = reader.geometryFault { throw fault }
      let cells = kept.map { reader.fields[$0] }
      features.append(
        Feature(
          number: format == .shapefile ? row.line : features.count + 1,
          values: cells.map { $0.count == 0 ? nil : $0.string }, kinds: cells.map(\.kind),
          geometry: reader.geometry.map { Array($0) }, fault: reader.geometryFault))
    }
  }
}
