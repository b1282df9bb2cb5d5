public import Geometry

extension Coverage {
  /// The exact union of the cells of each parent: the edges whose two sides have
  /// different parents, linked to rings, every position as it was given.
  ///
  /// The polygons are valid in the sense of OGC Simple Features: shells run
  /// counter-clockwise (RFC 7946, section 3.1.6), holes clockwise, and no ring meets a
  /// position twice. Polygons and rings come in a fixed order, each ring beginning at
  /// its lowest position, so the result does not depend on the order of the cells.
  /// On a coverage that is not valid the result has its faults, and ground may be missing without a
  /// word: see ``unions(of:into:count:)``.
  ///
  /// - Parameters:
  ///   - parents: the parent of each cell, or −1 for a cell that has none.
  ///   - count: the number of parents.
  /// - Returns: one boundary for each parent; without polygons where it has no cells.
  /// - Throws: ``NoUnion`` where the edges of a parent do not close.
  public func dissolved(into parents: [Int32], count: Int) throws(NoUnion) -> [MultiPolygon] {
    let boundaries = borders(of: parents, count: count)
    let assembler = PolygonAssembler(edges: edges)
    var dissolved: [MultiPolygon] = []
    for boundary in boundaries { dissolved.append(try assembler.multiPolygon(boundedBy: boundary)) }
    return dissolved
  }

  /// The edges whose two sides have different parents, by these.
  func borders(of parents: [Int32], count: Int) -> [[RingStep]] {
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
    return boundaries
  }
}
