/// A cell with the cells above it.
public struct GridDetail: Sendable, Equatable, Codable {
  /// The cell.
  public var grid: GridSummary
  /// The cells from the top level down to this one.
  public var path: [LocateAnswer.Step]
  /// The generation that it belongs to.
  public var generation: Int64
}
