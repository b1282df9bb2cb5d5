/// A layer of a GeoPackage as a table: its first row holds the names of the columns, each feature
/// is a row.
///
/// Features come one by one from a confined child. Integers have their digits (as text where there
/// are more than 15, for the file has them all), real numbers the fewest that give the same number;
/// days are dates, BLOBs hexadecimal digits. A row's line is its key in the file; a column `fid` is
/// left out. A table of attributes is read where it is named, or where there is no layer of
/// features.
package final class GeoPackageTable: TableFile {
  /// The path it was opened by.
  package let path: String
  package let parts: [FileBytes]
  /// The reference system that the layer names; nil for the two undefined ones.
  package let crs: String?
  package let crsDefinition: String?
  private let layer: GeoPackageLayer
  private let keepsKey: Bool

  /// Opens a layer of a GeoPackage; `layer` may be left out where there is only one.
  ///
  /// - Parameters:
  ///   - path: what it is called in messages, where that is not the path of the file.
  ///   - keepsKey: whether the column `fid`, by which programs number features, is one of the
  ///     columns.
  /// - Throws: `TabularError`, which lists the layers where the choice is not clear.
  package init(
    file: FileBytes, named path: String? = nil, layer name: String? = nil, keepsKey: Bool = false
  ) throws {
    let path = path ?? file.path
    self.path = path
    parts = [file]
    self.keepsKey = keepsKey
    try Self.requireWhole(file, path)
    let child = try GeoPackageChild(file, named: path)
    let layers = try child.catalogue()
    let place = try Self.choose(layers, name, path: path)
    layer = layers[place]
    let system = try child.describe(place).system
    (crs, crsDefinition) = (system?.name, system?.definition)
  }

  package var format: TableFormat { .geopackage }
  package var encodingName: String { TextEncoding.utf8.name }

  /// Begins to read the features.
  ///
  /// - Throws: `TabularError` where SQLite cannot read the file.
  package func rows(_ dialect: TableDialect) throws -> any RowReader {
    let child = try GeoPackageChild(parts[0], named: path)
    // The file may have been replaced meanwhile; then the layer is one of another name, or none.
    let place = try Self.choose(child.catalogue(), layer.table, path: path)
    return try GeoPackageRows(
      child, path: path, layer: layer.table, child.describe(place), keepsKey: keepsKey)
  }

  /// The place of the layer of a name, or of the only one.
  private static func choose(
    _ layers: [GeoPackageLayer], _ name: String?, path: String
  ) throws -> Int {
    if let name {
      if let found = layers.firstIndex(where: { $0.table == name }) { return found }
      throw TabularError(
        .layer, path: path, .geoPackage(.noLayer(name, among: layers.map(\.table))))
    }
    let spatial = layers.indices.filter { layers[$0].geometry != nil }
    let candidates = spatial.isEmpty ? Array(layers.indices) : spatial
    guard let only = candidates.first else {
      throw TabularError(.empty, path: path, .geoPackage(.noFeatureLayer))
    }
    guard candidates.count == 1 else {
      throw TabularError(
        .layer, path: path, .geoPackage(.severalLayers(candidates.map { layers[$0].table })))
    }
    return only
  }

  /// Compares the size with the number of pages in the header: SQLite itself only
  /// notices a truncation when it comes to the pages that are missing.
  private static func requireWhole(_ file: FileBytes, _ path: String) throws {
    let bytes = file.bytes
    guard bytes.count >= 100, bytes.starts(with: "SQLite format 3\0".utf8) else {
      throw notAGeoPackage(path)
    }
    let rawPageSize = Int(bytes[16]) << 8 | Int(bytes[17])
    let pageSize = rawPageSize == 1 ? 65_536 : rawPageSize
    let pages = bytes[28..<32].reduce(0) { $0 << 8 | Int($1) }
    guard pageSize * pages <= bytes.count else { throw notAGeoPackage(path) }
  }

  /// The fault of a file that is something else, or damaged.
  package static func notAGeoPackage(_ path: String) -> TabularError {
    TabularError(.truncated, path: path, .geoPackage(.notAGeoPackage))
  }
}
