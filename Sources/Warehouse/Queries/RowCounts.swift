/// How many rows there are, and how many of them a cell.
public struct RowCounts: Sendable, Equatable {
  /// All rows, those without a grid too.
  public var total: Int
  /// The rows attached to each cell, by its key in the store.
  public var byGrid: [Int64: Int]
}
