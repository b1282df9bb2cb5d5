/// A data set as lists and pages show it.
public struct DatasetSummary: Sendable, Equatable, Codable {
  /// A denominator that the data set offers.
  public struct Exposure: Sendable, Equatable, Codable {
    /// The name by which a question asks for it.
    public var name: String
    /// What people call it.
    public var title: String?
  }

  /// The name by which it is asked for.
  public var id: String
  /// What people call it.
  public var title: String?
  /// What people call it in Chinese.
  public var titleChinese: String?
  /// Who keeps it.
  public var department: String?
  /// The current rows.
  public var rows: Int
  /// Those of them that have a grid.
  public var attached: Int
  /// Those of them that have none.
  public var unattached: Int
  /// The categories in the order of their names.
  public var categories: [String]
  /// The first day of any row.
  public var firstDate: String?
  /// The last day of any row.
  public var lastDate: String?
  /// The denominators it offers.
  public var exposures: [Exposure]

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case id, title, department, rows, attached, unattached, categories, exposures
    case titleChinese = "title_zh"
    case firstDate = "first_date"
    case lastDate = "last_date"
  }
}
