public import Geometry

extension Locator {
  /// Builds the index of cells that are known to form a coverage, as those of a generation that
  /// passed its check.
  ///
  /// Spares the check: the index is, byte for byte, that of ``init(coverage:codes:threads:)``
  /// wherever no cells overlap and no ring crosses itself, gaps and T-junctions allowed.
  ///
  /// Cells that are no coverage do no harm, and every answer is one of the cells or none. But where
  /// they overlap the answer need not be a cell that contains the position, and it can change with
  /// the order of the cells; nothing tells those answers from others. Use ``Coverage`` for cells
  /// that may be such.
  ///
  /// ```swift
  /// let locator = Locator(validCells: cells, threads: 2)
  /// ```
  ///
  /// - Parameters:
  ///   - validCells: the cells. Where the caller keeps no other copy, their memory is given back
  ///     before the larger part of the work.
  ///   - codes: the codes of the cells in their order, for ``code(of:)``; they may be left out.
  ///   - threads: how many threads to share the work among; the index does not depend on it.
  /// - Complexity: linear in the edges.
  public init(
    validCells: consuming [MultiPolygon], codes: [String] = [], threads: Int = 1
  ) {
    let cellCount = validCells.count
    Self.check(codes, cellCount)
    let edges = CoverageBuilder(validCells).edges
    validCells = []
    if let builder = LocatorBuilder(edges: edges, threads: threads) {
      self.init(LocatorImage(builder, cellCount: cellCount, codes: codes, threads: threads))
    } else {
      self.init(LocatorImage(withoutEdges: cellCount, codes: codes))
    }
  }
}
