public import Geometry

/// A set of cells as one planar structure: every edge once, with the cell on its
/// left and the cell on its right.
///
/// A cell is named by its position in the array given. What lies inside a cell is
/// decided by the even-odd rule over all its rings, so their direction and order do
/// not matter, and neither do spikes, repeated positions, or rings that touch.
///
/// ```swift
/// let coverage = Coverage(cells: [west, east])
/// if coverage.isValid { let locator = Locator(coverage: coverage) }
/// ```
public struct Coverage: Sendable {
  /// The number of cells.
  public let cellCount: Int

  /// What is wrong or worth knowing, in a fixed order: by kind, then by place.
  public let problems: [CoverageProblem]

  /// The distinct edges and their sides.
  let edges: EdgeTable
  /// The edges by place; nil when there are none.
  let directory: EdgeDirectory?
  /// The edges beside which a place can belong to several cells; empty when there are none.
  let ambiguous: ContiguousArray<Bool>

  /// Builds the edges of the cells and checks them, in time linear in the edges.
  ///
  /// - Parameter reach: up to which width strips between cells that are open to the outside are
  ///   problems (`slit`); they are none without.
  public init(cells: [MultiPolygon], reach: Reach? = nil) {
    self.init(CoverageRegions(cells), cellCount: cells.count, reach: reach)
  }

  /// Checks cells whose regions are known.
  init(_ regions: CoverageRegions, cellCount: Int, reach: Reach?) {
    let checker = CoverageChecker(regions, reach: reach)
    self.init(
      cellCount: cellCount, problems: checker.problems, edges: regions.edges,
      directory: regions.directory, ambiguous: checker.ambiguous)
  }

  private init(
    cellCount: Int, problems: [CoverageProblem], edges: EdgeTable, directory: EdgeDirectory?,
    ambiguous: ContiguousArray<Bool>
  ) {
    self.cellCount = cellCount
    self.problems = problems
    self.edges = edges
    self.directory = directory
    self.ambiguous = ambiguous
  }

  /// Whether the cells form a coverage: no problem but notes.
  public var isValid: Bool { problems.allSatisfy(\.isNote) }

  /// The least box around all edges.
  public var box: Box { directory?.lattice.box ?? .empty }
}
