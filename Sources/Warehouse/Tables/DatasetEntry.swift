public import Datasets

/// A data set that the store holds rows of.
public struct DatasetEntry: Sendable, Equatable {
  /// The name by which it is asked for.
  public let name: String
  /// What people call it.
  public let title: String?
  /// What people call it in Chinese.
  public let titleChinese: String?
  /// Who keeps it.
  public let department: String?
  /// The field by which incidents are told apart.
  public let categoryField: String?
  /// The field that says when it happened.
  public let dateField: String?
  /// The denominators it offers.
  public let exposures: [Exposure]
  /// The table of all versions of its rows.
  let table: String
}

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
