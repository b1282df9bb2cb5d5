import Geometry

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
