import Geometry

extension EdgeTable {
  /// Edges that meet in a vertex, counter-clockwise around it, beginning with the
  /// direction of the x axis.
  func sortedAround(_ vertex: Int32, _ meeting: [Int32]) -> [Int32] {
    let center = vertices[Int(vertex)]
    return meeting.sorted { first, second in
      Self.isBefore(
        from: center, to: vertices[Int(otherEnd(of: first, than: vertex))],
        than: center, to: vertices[Int(otherEnd(of: second, than: vertex))])
    }
  }

  /// The end of an edge that is not `vertex`.
  func otherEnd(of edge: Int32, than vertex: Int32) -> Int32 {
    let ends = ends[Int(edge)]
    return ends.lower == vertex ? ends.upper : ends.lower
  }

  /// Whether the direction `a`→`b` comes before `c`→`d` counter-clockwise from the
  /// direction of the x axis; exact.
  static func isBefore(
    from a: Coordinate, to b: Coordinate, than c: Coordinate, to d: Coordinate
  ) -> Bool {
    let first = isUpperHalf(a, b)
    let second = isUpperHalf(c, d)
    if first != second { return first }
    return Orientation.turn(from: a, to: b, against: c, to: d) > 0
  }

  /// Whether a direction lies in [0°, 180°).
  private static func isUpperHalf(_ a: Coordinate, _ b: Coordinate) -> Bool {
    Coordinate.isLower(a, than: b)
  }
}
