import GRDB
import GRDBSQLite
package import Tabular

/// A layer of a GeoPackage as a table: its first row holds the names of the columns, each feature
/// is a row.
///
/// Features come one by one. Integers have their digits (as text where there are more than 15, for
/// the file has them all), real numbers the fewest that give the same number; days are dates,
/// BLOBs hexadecimal digits. A row's line is its key in the file; a column `fid` is left out.
package final class GeoPackageTable: TableFile {
  /// The path it was opened by.
  package let path: String
  package let parts: [FileBytes]
  /// The reference system that the layer names; nil for the two undefined ones.
  package let crs: String?
  private let layer: GeoPackageLayer

  /// Opens a layer of a GeoPackage; `layer` may be left out where there is only one.
  ///
  /// - Parameter keepsKey: whether the column `fid`, by which programs number features, is one of
  ///   the columns.
  /// - Throws: `TabularError`, which lists the layers where the choice is not clear.
  package init(file: FileBytes, layer name: String? = nil, keepsKey: Bool = false) throws {
    path = file.path
    parts = [file]
    (layer, crs) = try GeoPackageLayer.opening(file.path) { db in
      var layer = try GeoPackageLayer.choose(db, path: file.path, layer: name)
      // The key that programs number features by is the row's line, and nobody's datum.
      if !keepsKey { layer.columns.removeAll { $0.name.lowercased() == "fid" } }
      return (layer, try GeoPackageLayer.crs(db, srid: layer.srid))
    }
  }

  package var format: TableFormat { .geopackage }
  package var encodingName: String { TextEncoding.utf8.name }

  /// Begins to read the features.
  ///
  /// - Throws: `TabularError` where SQLite cannot read the file.
  package func rows(_ dialect: TableDialect) throws -> any RowReader {
    try GeoPackageRows(path: path, layer: layer)
  }
}
