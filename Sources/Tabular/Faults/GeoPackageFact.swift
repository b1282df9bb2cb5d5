/// What is wrong with a GeoPackage (OGC 12-128).
package enum GeoPackageFact: Hashable, Sendable {
  /// It is something else, or was cut short.
  case notAGeoPackage
  /// SQLite cannot read it, and says why.
  case unreadable(reason: String)
  case noContents
  case noLayer(String, among: [String])
  case noFeatureLayer
  case severalLayers([String])
  case notAGeometry(feature: Int)
  /// A layer was named for a file of another format.
  case noLayers(named: String)
  /// A feature to be written has another number of cells than there are columns.
  case cellCount(Int, columns: Int)
}
