/// What is wrong with GeoJSON (RFC 7946), though it is JSON.
package enum GeoJSONFact: Hashable, Sendable {
  case blank
  /// It is not UTF-8 at its place.
  case notUTF8
  /// It is not in the encoding that was declared.
  case notInEncoding(String)
  case moreText
  /// An object of another type, or of none.
  case notGeoJSON(type: String?)
  case notAFeature(type: String?)
  case noFeatures
  case featuresTwice
  case propertyTwice
  /// More different properties than are read.
  case tooManyProperties(limit: Int)
  /// A geometry of more bytes of well-known binary than are read.
  case largeGeometry(limit: Int)
  case namelessCRS
  /// Two parts of the file name different reference systems.
  case twoCRS(String, String)
  case incompleteGeometry
  case noSuchGeometry(type: String)
  case shortRing(positions: Int)
  case openRing
  /// A feature to be written has another number of cells than there are properties.
  case cellCount(feature: Int, cells: Int, properties: Int)
}
