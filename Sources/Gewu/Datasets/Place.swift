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
