public import Geometry

/// How many rows stand at one position.
public struct PlaceCount: Sendable, Equatable {
  /// The position in the store's reference system.
  public let position: Coordinate
  /// The rows there.
  public let count: Int
}
