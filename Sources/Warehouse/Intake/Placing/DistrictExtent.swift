public import Geometry

/// How far a district reaches, in the store's reference system.
public struct DistrictExtent: Hashable, Sendable {
  /// The least box around all cells.
  public var district: Box
  /// The box within which a position is plausible: 50 km more on every side.
  public var reach: Box

  /// How far from the district's box a position may lie, in metres.
  public static let margin = 50_000.0

  /// Makes an extent.
  public init(district: Box, reach: Box) {
    self.district = district
    self.reach = reach
  }
}
