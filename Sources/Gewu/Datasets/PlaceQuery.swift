public import Geometry

/// Which rows of a data set to show on the map.
public struct PlaceQuery: Sendable {
  /// The most positions that one answer holds.
  public static let largestLimit = 100_000

  /// The data set.
  public var dataset: String
  /// Only rows of this category.
  public var category: String?
  /// Only rows of this day or later (`YYYY-MM-DD`).
  public var from: String?
  /// Only rows of this day or earlier (`YYYY-MM-DD`).
  public var to: String?
  /// Only positions in this box; WGS 84 degrees, borders included.
  public var box: Box?
  /// At most so many positions, those of the most rows first.
  public var limit: Int

  /// Asks for the positions of a data set's rows.
  public init(
    dataset: String, category: String? = nil, from: String? = nil, to: String? = nil,
    within box: Box? = nil, limit: Int = 20_000
  ) {
    self.dataset = dataset
    self.category = category
    self.from = from
    self.to = to
    self.box = box
    self.limit = limit
  }
}

/// A position and how many rows stand there; never what the rows say.
public struct Place: Sendable, Equatable, Codable {
  /// Degrees, WGS 84.
  public var longitude: Double
  /// Degrees, WGS 84.
  public var latitude: Double
  /// The rows there.
  public var count: Int

  /// Counts rows at a position.
  public init(longitude: Double, latitude: Double, count: Int) {
    self.longitude = longitude
    self.latitude = latitude
    self.count = count
  }
}
