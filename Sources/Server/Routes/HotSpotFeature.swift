import HotSpots

/// The properties of a cell in hot spots as GeoJSON: its row, and its name for the map.
struct HotSpotFeature: Encodable {
  var name: String?
  var cell: HotSpotCell

  private enum CodingKeys: String, CodingKey { case name }

  /// Writes the row's own members, then the name.
  func encode(to encoder: any Encoder) throws {
    try cell.encode(to: encoder)
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encodeIfPresent(name, forKey: .name)
  }
}
