/// How far a repair of boundaries may go.
public struct GridRepairOptions: Sendable {
  /// How far a position may be moved, and an edge bent, in metres.
  public var tolerance: Double
  /// The greatest mean width of a gap or an overlap that is given to one of the cells around it, in
  /// metres.
  public var sliverWidth: Double

  /// Takes 10 cm and 1 m where nothing else is said: the accuracy of a good survey, and less than a
  /// footpath.
  public init(tolerance: Double = 0.1, sliverWidth: Double = 1) {
    self.tolerance = tolerance
    self.sliverWidth = sliverWidth
  }
}
