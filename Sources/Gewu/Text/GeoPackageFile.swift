package import Datasets
package import Tabular
import Warehouse

/// Files in the format of OGC 12-128.
package enum GeoPackageFile {
  /// Begins a file of one layer; one that is there is replaced.
  ///
  /// - Parameter epsg: the system of the geometries, which are given in well-known binary.
  /// - Throws: `OutputError` where it cannot be written.
  package static func writer(
    path: String, layer: String, columns: [String], geometry: GeometryType, epsg: Int
  ) throws -> any TableWriter {
    try GeoPackageWriter(
      path: path, layer: layer, columns: columns, geometry: geometry, epsg: epsg)
  }
}
