public import Geometry

extension Coverage {
  /// All ground that any of some surfaces holds, as one boundary.
  ///
  /// They need not fit: a position of one that lies on an edge of another, or beside it by no more than
  /// rounding, becomes a position of that edge; where edges cross, a position is made. What several
  /// hold is there once. Otherwise every position is as it was given, and the polygons are those of
  /// ``dissolved(into:count:)``.
  ///
  /// - Returns: the boundary, and how much ground several of the surfaces hold, in squared units.
  /// - Throws: ``NoUnion`` where a surface has rings that are invalid, or the area of the boundary is
  ///   not that of the surfaces together.
  public static func union(
    of parts: [MultiPolygon]
  ) throws(NoUnion) -> (boundary: MultiPolygon, overlap: Double) {
    try union(of: parts, isStrict: true)
  }

  /// The union of the cells of each parent: that of ``dissolved(into:count:)`` where they fit, else that
  /// of ``union(of:)``.
  ///
  /// - Parameters:
  ///   - cells: the cells.
  ///   - parents: the parent of each cell, or −1 for a cell that has none.
  ///   - count: the number of parents.
  /// - Returns: one boundary for each parent, without polygons where it has no cells; nil where its
  ///   cells cannot be joined without losing ground. Where rings of its cells are invalid, what they
  ///   hold by the even-odd rule counts.
  public static func unions(
    of cells: [MultiPolygon], into parents: [Int32], count: Int
  ) -> [MultiPolygon?] {
    let coverage = Coverage(cells: cells)
    let borders = coverage.borders(of: parents, count: count)
    let assembler = PolygonAssembler(edges: coverage.edges)
    var members = [[MultiPolygon]](repeating: [], count: count)
    for (cell, parent) in zip(cells, parents) where parent >= 0 {
      members[Int(parent)].append(cell)
    }
    var isFaulty = [Bool](repeating: false, count: count)
    for problem in coverage.problems where !problem.isNote {
      for cell in problem.cells where parents[Int(cell)] >= 0 {
        isFaulty[Int(parents[Int(cell)])] = true
      }
    }
    return (0..<count).map { parent in
      if isFaulty[parent] {
        return try? union(of: members[parent], isStrict: false).boundary
      }
      let sum = members[parent].reduce(0) { $0 + $1.area }
      guard let dissolved = try? assembler.multiPolygon(boundedBy: borders[parent]) else {
        return nil
      }
      return try? checked(dissolved, against: sum, of: sum)
    }
  }

  /// - Parameter isStrict: whether invalid rings are refused; what they hold by the even-odd rule
  ///   counts otherwise.
  private static func union(
    of parts: [MultiPolygon], isStrict: Bool
  ) throws(NoUnion) -> (boundary: MultiPolygon, overlap: Double) {
    let parts = RingNoding.noded(parts)
    let regions = CoverageRegions(parts)
    let (coverage, map) = (
      Coverage(regions, cellCount: parts.count, reach: nil), regions.map
    )
    if isStrict, let fault = coverage.problems.first(where: { $0.kind == .invalidRing }) {
      throw NoUnion(at: fault.at)
    }
    let sum = parts.reduce(0) { $0 + $1.area }
    if coverage.isValid {
      let single = [Int32](repeating: 0, count: parts.count)
      let boundary = try coverage.dissolved(into: single, count: 1)[0]
      return (try checked(boundary, against: sum, of: sum), 0)
    }
    guard let map else { return (MultiPolygon([]), 0) }
    let (covered, overlap) = map.areas
    // Each region counts as often as there are surfaces that hold it.
    if isStrict { try check(covered + overlap, against: sum, of: sum, at: coverage.box) }
    return (try checked(outline(map), against: covered, of: sum), overlap)
  }

  /// The border of all that is covered, of edges cut where they meet.
  private static func outline(_ map: DepthMap) throws(NoUnion) -> MultiPolygon {
    var outlines = Outlines(count: 1, capacity: map.pieceCount)
    for cycle in map.cycles where cycle.depth != 0 {
      for piece in cycle.pieces where map.opposite(piece).depth == 0 {
        guard let line = outlines.line(from: map.start(of: piece).near, to: map.end(of: piece).near)
        else { continue }
        outlines.add(line, isForward: true, to: 0)
      }
    }
    return try outlines.boundary(of: 0)
  }

  private static func checked(
    _ boundary: MultiPolygon, against area: Double, of sum: Double
  ) throws(NoUnion) -> MultiPolygon {
    try check(boundary.area, against: area, of: sum, at: boundary.box)
    return boundary
  }

  /// Checks that nothing is lost: see ``areaBalance(of:into:tolerance:)``.
  private static func check(
    _ area: Double, against other: Double, of sum: Double, at box: Box
  ) throws(NoUnion) {
    guard abs(area - other) <= 1e-9 * sum else {
      throw NoUnion(at: Coordinate(x: box.minX, y: box.minY))
    }
  }
}

extension DepthMap {
  /// The area of what is covered, and how much of it is covered more than once, counted each time.
  fileprivate var areas: (covered: Double, overlap: Double) {
    cycles.reduce(into: (0, 0)) { sums, cycle in
      if cycle.depth != 0 { sums.0 += cycle.area }
      if cycle.depth > 1 { sums.1 += Double(cycle.depth - 1) * cycle.area }
    }
  }
}
