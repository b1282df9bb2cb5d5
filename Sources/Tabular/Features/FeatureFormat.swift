/// A kind of file that holds features.
package enum FeatureFormat: String, Sendable {
  /// GeoJSON (RFC 7946), also as a sequence of features (RFC 8142, one a line).
  case geoJSON = "GeoJSON"
  /// ESRI Shapefile: `.shp`, `.dbf` and their companions.
  case shapefile = "Shapefile"
  case geoPackage = "GeoPackage"
}
