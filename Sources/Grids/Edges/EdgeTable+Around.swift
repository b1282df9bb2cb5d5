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

extension EdgeTable {
  /// Whether the places just left of an edge, at its lower end, lie inside the
  /// region that `edges` bound by the even-odd rule.
  ///
  /// Counts, without any rounding, the edges that a ray to the right meets at a
  /// height just above the lower end. The edge must not be horizontal and must be
  /// one of `edges`, none of which may occur twice.
  func isInside(leftOf edge: Int32, among edges: some Sequence<Int32>) -> Bool {
    let v = lowerEnd(edge)
    let w = upperEnd(edge)
    var isInside = false
    for other in edges {
      let a = lowerEnd(other)
      let b = upperEnd(other)
      guard a.y <= v.y, v.y < b.y else { continue }
      if max(a.x, b.x) < v.x { continue }
      if other == edge {
        isInside.toggle()
        continue
      }
      let side = Orientation.sign(from: a, to: b, of: v)
      // Where the other passes through the lower end, the one that leans
      // further to the right is met.
      if side > 0 || (side == 0 && Orientation.sign(from: v, to: w, of: b) <= 0) {
        isInside.toggle()
      }
    }
    return isInside
  }

  /// Whether an edge runs along the x axis.
  func isHorizontal(_ edge: Int32) -> Bool { lowerEnd(edge).y == upperEnd(edge).y }
}
