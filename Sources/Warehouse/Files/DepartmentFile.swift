package import Datasets
package import Tabular

/// A file that a department delivered, in any of the formats that are read.
package enum DepartmentFile {
  /// Opens the file at `path`, whose bytes decide what it is.
  ///
  /// - Parameters:
  ///   - declared: the encoding of its texts where somebody has said so.
  ///   - layer: which layer of a GeoPackage; needed only where it has several.
  /// - Throws: `TabularError` that says what is wrong and what to do.
  package static func open(
    path: String, declared: TextEncoding? = nil, layer: String? = nil
  ) throws -> any TableFile {
    try TableFileOpener.open(path: path, declared: declared, layer: layer)
  }

  /// Opens a file of a data set, with the encoding and the layer that its manifest names.
  ///
  /// - Throws: `TabularError`.
  package static func open(path: String, manifest: Manifest) throws -> any TableFile {
    try open(path: path, declared: manifest.encoding, layer: manifest.dialect.table)
  }
}
