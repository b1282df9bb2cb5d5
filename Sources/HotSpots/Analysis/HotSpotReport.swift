/// The rows of a hot-spot analysis, with what one must know to read them.
public struct HotSpotReport: Sendable, Equatable, Codable {
  /// One row a cell, in the order in which the cells were given.
  public var cells: [HotSpotCell]

  /// How the rows were made.
  public var summary: HotSpotSummary

  /// What the reader should beware of.
  public var warnings: [HotSpotWarning]

  /// Makes a report.
  public init(cells: [HotSpotCell], summary: HotSpotSummary, warnings: [HotSpotWarning]) {
    self.cells = cells
    self.summary = summary
    self.warnings = warnings
  }
}
