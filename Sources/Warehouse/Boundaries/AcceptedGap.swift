package import Geometry
import GRDB
package import Time

/// A gap in a net's coverage that is meant to be there: a lake, another district's enclave.
///
/// It belongs to the net, not to a generation: each generation is asked anew where it is.
package struct AcceptedGap: Sendable, Equatable {
  /// The number that it is removed by; 0 before it is kept.
  package var id: Int64 = 0
  package var net: String
  /// What people call it.
  package var name: String?
  /// The place by which it is found again: longitude and latitude in WGS 84 degrees.
  package var longitude: Double
  package var latitude: Double
  /// The same place in the store's reference system.
  package var position: Coordinate
  /// How large it was when it was accepted, in square metres.
  package var area: Double
  package var acceptedAt: Moment

  package init(
    net: String, name: String?, longitude: Double, latitude: Double, position: Coordinate,
    area: Double, acceptedAt: Moment
  ) {
    self.net = net
    self.name = name
    self.longitude = longitude
    self.latitude = latitude
    self.position = position
    self.area = area
    self.acceptedAt = acceptedAt
  }
}

extension AcceptedGap: FetchableRecord {
  init(row: Row) throws {
    id = row["id"]
    net = row["net"]
    name = row["name"]
    longitude = row["longitude"]
    latitude = row["latitude"]
    position = Coordinate(x: row["x"], y: row["y"])
    area = row["area"]
    acceptedAt = row["accepted_at"]
  }
}

extension AcceptedGap: Encodable {
  private enum CodingKeys: String, CodingKey {
    case gap, net, name, at, area
    case acceptedAt = "accepted_at"
  }

  /// Writes its place as `at`: longitude and latitude.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(id, forKey: .gap)
    try values.encode(net, forKey: .net)
    try values.encodeIfPresent(name, forKey: .name)
    try values.encode([longitude, latitude], forKey: .at)
    try values.encode(area, forKey: .area)
    try values.encode(acceptedAt, forKey: .acceptedAt)
  }
}

/// Where a generation has an accepted gap, on one level.
package struct GenerationGap: Sendable, Equatable {
  package var gap: Int64
  package var name: String?
  package var level: Level
  /// Its area in square metres.
  package var area: Double
  /// Its outer border in the store's reference system; cells may lie within.
  package var outline: Ring
  /// The least box around the outline.
  package let box: Box

  package init(gap: Int64, name: String?, level: Level, area: Double, outline: Ring) {
    self.gap = gap
    self.name = name
    self.level = level
    self.area = area
    self.outline = outline
    box = outline.box
  }

  /// Whether a position lies within the outline; one exactly on it is said to be on either side.
  package func holds(_ position: Coordinate) -> Bool {
    box.contains(position) && outline.holds(position)
  }
}
