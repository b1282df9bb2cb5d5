/// A layer of a GeoPackage and what its columns are declared as.
struct GeoPackageLayer: Sendable {
  /// A column other than the geometry.
  struct Column: Sendable {
    var name: String
    /// The declared type in capitals.
    var type: String
  }

  var table: String
  /// The column of the geometry.
  var column: String
  var srid: Int64
  var columns: [Column] = []
}
