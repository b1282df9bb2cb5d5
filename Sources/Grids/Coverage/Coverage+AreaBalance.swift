import Geometry

extension Coverage {
  /// The area of each cell by the even-odd rule, in squared units of the coordinates.
  public var areas: [Double] {
    var sums = [Double](repeating: 0, count: cellCount)
    // Relative to a corner of the box, which keeps the digits of small cells.
    let origin = Coordinate(x: box.minX, y: box.minY)
    for edge in 0..<Int32(edges.count) {
      let a = edges.lowerEnd(edge)
      let b = edges.upperEnd(edge)
      let twice =
        (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
      for cell in edges.cells(onLeft: true, of: edge) { sums[Int(cell)] += twice / 2 }
      for cell in edges.cells(onLeft: false, of: edge) { sums[Int(cell)] -= twice / 2 }
    }
    return sums.map { abs($0) }
  }

  /// Compares the area of each parent with the sum of those of its children.
  ///
  /// - Parameters:
  ///   - parentAreas: the area of each parent.
  ///   - parents: the parent of each cell, or −1.
  ///   - tolerance: the greatest difference that is accepted, as a share of the parent's
  ///     area; 1e-9 is above what rounding makes of millions of edges, and far below a
  ///     missing cell.
  /// - Returns: one `areaBalance` problem for each parent that differs: its children, the
  ///   difference as `area`, and as place the lowest position of its children (the origin
  ///   where it has none).
  public func areaBalance(
    of parentAreas: [Double], into parents: [Int32], tolerance: Double = 1e-9
  ) -> [CoverageProblem] {
    precondition(
      parents.count == cellCount,
      "each of the \(cellCount) cells needs a parent, but \(parents.count) are given")
    let areas = areas
    var sums = [Double](repeating: 0, count: parentAreas.count)
    var children = [[Int32]](repeating: [], count: parentAreas.count)
    for (cell, parent) in parents.enumerated() where parent >= 0 {
      sums[Int(parent)] += areas[cell]
      children[Int(parent)].append(Int32(cell))
    }
    let places = lowestPositions(by: parents, count: parentAreas.count)
    return parentAreas.indices.compactMap { parent in
      let difference = abs(sums[parent] - parentAreas[parent])
      guard !(difference <= tolerance * abs(parentAreas[parent])) else { return nil }
      return CoverageProblem(
        kind: .areaBalance, cells: children[parent],
        at: places[parent] ?? Coordinate(x: 0, y: 0), area: difference)
    }
  }

  private func lowestPositions(by parents: [Int32], count: Int) -> [Coordinate?] {
    var lowest = [Coordinate?](repeating: nil, count: count)
    for edge in 0..<Int32(edges.count) {
      let at = edges.lowerEnd(edge)
      for cell in [edges.left[Int(edge)], edges.right[Int(edge)]] where cell >= 0 {
        let parent = Int(parents[Int(cell)])
        guard parent >= 0 else { continue }
        if let known = lowest[parent], !Coordinate.isLower(at, than: known) { continue }
        lowest[parent] = at
      }
    }
    return lowest
  }
}
