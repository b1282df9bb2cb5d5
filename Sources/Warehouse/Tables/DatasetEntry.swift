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
