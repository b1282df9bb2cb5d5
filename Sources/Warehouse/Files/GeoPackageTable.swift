import GRDB
import GRDBSQLite
public import Tabular

/// A layer of a GeoPackage as a table: its first row holds the names of the columns, each feature
/// is a row.
///
/// Features come one by one. Integers have their digits (as text where there are more than 15, for
/// the file has them all), real numbers the fewest that give the same number; days are dates,
/// BLOBs hexadecimal digits. A row's line is its key in the file; a column `fid` is left out.
public final class GeoPackageTable: TableFile {
  /// The path it was opened by.
  public let path: String
  /// The one file.
  public let parts: [FileBytes]
  /// The reference system that the layer names; nil for the two undefined ones.
  public let crs: String?
  private let layer: GeoPackageLayer

  /// Opens a layer of a GeoPackage; `layer` may be left out where there is only one.
  ///
  /// - Throws: `TabularError`, which lists the layers where the choice is not clear.
  public init(file: FileBytes, layer name: String? = nil) throws {
    path = file.path
    parts = [file]
    (layer, crs) = try GeoPackageReader.opening(file.path) { db in
      var layer = try GeoPackageReader.choose(db, path: file.path, layer: name)
      // The key that programs number features by is the row's line, and nobody's datum.
      layer.columns.removeAll { $0.name.lowercased() == "fid" }
      return (layer, try GeoPackageReader.crs(db, srid: layer.srid))
    }
  }

  /// A GeoPackage.
  public var format: TableFormat { .geopackage }
  /// SQLite's.
  public var encodingName: String { TextEncoding.utf8.name }

  /// Begins to read the features.
  ///
  /// - Throws: `TabularError` where SQLite cannot read the file.
  public func rows(_ dialect: TableDialect) throws -> any RowReader {
    try GeoPackageRows(path: path, layer: layer)
  }
}
