import Geometry

/// A ring of a cell as it was given: a shell or a hole of one of its parts.
struct CellRing {
  /// The polygon that it belongs to.
  var part: Int32
  var isShell: Bool
  /// The positions, each once where it is repeated in succession; not closed.
  var vertices: [Int32]
  /// The edges from each position to the next.
  var steps: [RingStep]

  /// The step from or to the lowest position that leans furthest to the right; forward where the ring
  /// runs counter-clockwise, as what lies to the right of it is outside.
  static func lowest(of steps: some Sequence<RingStep>, _ edges: EdgeTable) -> RingStep? {
    var best: RingStep?
    for step in steps {
      guard let known = best else {
        best = step
        continue
      }
      let (a, b) = (edges.lowerEnd(step.edge), edges.lowerEnd(known.edge))
      if a == b
        ? EdgeTable.isBefore(
          from: a, to: edges.upperEnd(step.edge), than: b, to: edges.upperEnd(known.edge))
        : Coordinate.isLower(a, than: b)
      {
        best = step
      }
    }
    return best
  }
}
