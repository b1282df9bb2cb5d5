import Geometry

/// Positions by squares of one size, to find those near a place.
struct PositionBuckets {
  private struct Key: Hashable {
    let column: Int
    let row: Int
  }

  private let width: Double
  private let height: Double
  private var buckets: [Key: [Coordinate]] = [:]

  /// - Parameters:
  ///   - size: the size of a square in units of `y`.
  ///   - xScale: how long a unit of `x` is in units of `y`.
  init(size: Double, xScale: Double) {
    height = size
    width = size / xScale
  }

  mutating func insert(_ position: Coordinate) {
    buckets[key(position), default: []].append(position)
  }

  /// The positions in the squares that a box meets.
  func positions(in box: Box) -> [Coordinate] {
    let low = key(Coordinate(x: box.minX, y: box.minY))
    let high = key(Coordinate(x: box.maxX, y: box.maxY))
    return (low.row...high.row).flatMap { row in
      (low.column...high.column).flatMap { buckets[Key(column: $0, row: row)] ?? [] }
    }
  }

  private func key(_ position: Coordinate) -> Key {
    Key(
      column: Int((position.x / width).rounded(.down)),
      row: Int((position.y / height).rounded(.down)))
  }
}
