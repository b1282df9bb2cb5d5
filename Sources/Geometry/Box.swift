/// An axis-parallel rectangle, its borders included.
@frozen
public struct Box: Hashable, Sendable {
  /// The least `x`.
  public var minX: Double
  /// The least `y`.
  public var minY: Double
  /// The greatest `x`.
  public var maxX: Double
  /// The greatest `y`.
  public var maxY: Double

  /// A box that holds nothing; extending it by a position makes it that position.
  public static var empty: Box {
    Box(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
  }

  /// Makes a box from its least and greatest ordinates.
  @inlinable
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The least box that holds all `coordinates`.
  public init(around coordinates: some Sequence<Coordinate>) {
    self = .empty
    for coordinate in coordinates { extend(by: coordinate) }
  }

  /// Whether the box holds no position at all.
  @inlinable
  public var isEmpty: Bool { !(minX <= maxX && minY <= maxY) }

  /// The extent along `x`; 0 for an empty box.
  public var width: Double { isEmpty ? 0 : maxX - minX }

  /// The extent along `y`; 0 for an empty box.
  public var height: Double { isEmpty ? 0 : maxY - minY }

  /// Grows the box just enough to hold `coordinate`.
  @inlinable
  public mutating func extend(by coordinate: Coordinate) {
    minX = min(minX, coordinate.x)
    minY = min(minY, coordinate.y)
    maxX = max(maxX, coordinate.x)
    maxY = max(maxY, coordinate.y)
  }

  /// Grows the box just enough to hold `other`.
  @inlinable
  public mutating func extend(by other: Box) {
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }

  /// Whether `coordinate` lies in the box or on its border.
  @inlinable
  public func contains(_ coordinate: Coordinate) -> Bool {
    minX <= coordinate.x && coordinate.x <= maxX && minY <= coordinate.y && coordinate.y <= maxY
  }

  /// Whether the two boxes share a position; touching borders count.
  @inlinable
  public func intersects(_ other: Box) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}
