/// What a data set holds, counted over its current rows.
public struct DatasetFigures: Sendable, Equatable {
  /// The current rows.
  public var rows: Int
  /// Those of them that have a grid.
  public var attached: Int
  /// The categories in the order of their names.
  public var categories: [String]
  /// The first day of any row.
  public var firstDate: String?
  /// The last day of any row.
  public var lastDate: String?
}
