package import Datasets
import GRDB
package import Time

/// A data set that the store holds rows of.
package struct DatasetEntry: Sendable, Equatable, Decodable, FetchableRecord {
  /// The name by which it is asked for.
  package let name: String
  package let title: String?
  /// What people call it in Chinese.
  package let titleChinese: String?
  package let department: String?
  /// The field by which incidents are told apart.
  package let categoryField: String?
  /// The field that says when it happened.
  package let dateField: String?
  /// How exactly that field says it.
  private let precision: String?
  package let exposures: [Exposure]
  /// The table of all versions of its rows.
  let table: String

  enum CodingKeys: String, CodingKey {
    case name, title, department, exposures
    case titleChinese = "title_zh"
    case categoryField = "category_field"
    case dateField = "date_field"
    case precision = "date_precision"
    case table = "table_name"
  }

  /// How exactly ``dateField`` says when it happened.
  package var datePrecision: DatePrecision { precision.flatMap(DatePrecision.init) ?? .day }
}

/// What a data set holds, counted over its current rows.
package struct DatasetFigures: Sendable, Equatable {
  package var rows: Int
  /// Those of them that have a grid.
  package var attached: Int
  /// The categories in the order of their names.
  package var categories: [String]
  /// The first day of any row.
  package var firstDate: String?
  /// The last day of any row.
  package var lastDate: String?
}
