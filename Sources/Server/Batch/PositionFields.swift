/// Which columns or members of a batch hold the position.
struct PositionFields: Sendable {
  /// The names that a longitude or easting goes by, in lower case.
  var longitude: [String]
  /// The names that a latitude or northing goes by, in lower case.
  var latitude: [String]

  /// The usual names; `longitude` and `latitude` say others.
  init(longitude: String? = nil, latitude: String? = nil) {
    self.longitude =
      longitude.map { [$0.lowercased()] } ?? ["lon", "lng", "long", "longitude", "x", "经度"]
    self.latitude = latitude.map { [$0.lowercased()] } ?? ["lat", "latitude", "y", "纬度"]
  }
}
