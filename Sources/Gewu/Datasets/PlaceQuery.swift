/// Which rows of a data set to show on the map.
package struct PlaceQuery: Sendable {
  /// The most positions that one answer holds.
  package static let largestLimit = 100_000

  package var dataset: String
  /// Only rows of this category.
  package var category: String?
  /// Only rows of this day or later (`YYYY-MM-DD`).
  package var from: String?
  /// Only rows of this day or earlier (`YYYY-MM-DD`).
  package var to: String?
  /// Only positions in this window.
  package var window: MapWindow?
  /// At most so many positions, those of the most rows first.
  package var limit: Int

  /// Asks for the positions of a data set's rows.
  package init(
    dataset: String, category: String? = nil, from: String? = nil, to: String? = nil,
    within window: MapWindow? = nil, limit: Int = 20_000
  ) {
    self.dataset = dataset
    self.category = category
    self.from = from
    self.to = to
    self.window = window
    self.limit = limit
  }
}

/// A position and how many rows stand there; never what the rows say.
package struct Place: Sendable, Equatable, Codable {
  /// Degrees, WGS 84.
  package var longitude: Double
  /// Degrees, WGS 84.
  package var latitude: Double
  package var count: Int

  /// Counts rows at a position.
  package init(longitude: Double, latitude: Double, count: Int) {
    self.longitude = longitude
    self.latitude = latitude
    self.count = count
  }
}
