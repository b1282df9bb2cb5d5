/// A closed line: the last position equals the first, as OGC and GeoJSON write it.
public struct Ring: Hashable, Sendable {
  /// The positions, the first repeated at the end.
  public let coordinates: [Coordinate]

  /// Makes a ring; an open line is closed by repeating its first position.
  public init(_ coordinates: [Coordinate]) {
    if let first = coordinates.first, let last = coordinates.last, first != last {
      self.coordinates = coordinates + [first]
    } else {
      self.coordinates = coordinates
    }
  }

  /// The least box around the ring.
  public var box: Box { Box(around: coordinates) }

  /// The area by the shoelace formula, positive when the ring runs
  /// counter-clockwise, in squared units of the coordinates.
  ///
  /// Sums relative to the first position, which keeps the digits of small rings
  /// far from the origin.
  public var signedArea: Double {
    guard let origin = coordinates.first, coordinates.count > 3 else { return 0 }
    var twice = 0.0
    for index in 1..<coordinates.count {
      let a = coordinates[index - 1]
      let b = coordinates[index]
      twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    }
    return twice / 2
  }

  /// The same ring run through the other way round.
  public var reversed: Ring { Ring(coordinates.reversed()) }

  /// Whether a position lies inside by the even-odd rule; one exactly on the ring is said to be on
  /// either side.
  public func holds(_ position: Coordinate) -> Bool {
    var isInside = false
    for (a, b) in zip(coordinates, coordinates.dropFirst())
    where (a.y > position.y) != (b.y > position.y) {
      let side = Orientation.sign(from: a, to: b, of: position)
      if b.y > a.y ? side > 0 : side < 0 { isInside.toggle() }
    }
    return isInside
  }
}
