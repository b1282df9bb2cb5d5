public import Geometry

extension Coverage {
  /// The exact union of the cells of each parent: the edges whose two sides have
  /// different parents, linked to rings, every position as it was given.
  ///
  /// The polygons are valid in the sense of OGC Simple Features: shells run
  /// counter-clockwise (RFC 7946, section 3.1.6), holes clockwise, and no ring meets a
  /// position twice. Polygons and rings come in a fixed order, each ring beginning at
  /// its lowest position, so the result does not depend on the order of the cells.
  /// On a coverage that is not valid the result has its faults.
  ///
  /// - Parameters:
  ///   - parents: the parent of each cell, or −1 for a cell that has none.
  ///   - count: the number of parents.
  /// - Returns: one boundary for each parent; without polygons where it has no cells.
  public func dissolved(into parents: [Int32], count: Int) -> [MultiPolygon] {
    precondition(
      parents.count == cellCount,
      "each of the \(cellCount) cells needs a parent, but \(parents.count) are given")
    var boundaries = [[RingStep]](repeating: [], count: count)
    for edge in 0..<Int32(edges.count) {
      let left = edges.left[Int(edge)]
      let right = edges.right[Int(edge)]
      let onLeft = left < 0 ? -1 : parents[Int(left)]
      let onRight = right < 0 ? -1 : parents[Int(right)]
      if onLeft == onRight { continue }
      if onLeft >= 0 { boundaries[Int(onLeft)].append(RingStep(edge: edge, isForward: true)) }
      if onRight >= 0 { boundaries[Int(onRight)].append(RingStep(edge: edge, isForward: false)) }
    }
    let assembler = PolygonAssembler(edges: edges)
    return boundaries.map { assembler.multiPolygon(boundedBy: $0) }
  }
}
