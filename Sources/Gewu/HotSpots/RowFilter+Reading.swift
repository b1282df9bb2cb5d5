import Time
import Warehouse

extension RowFilter {
  /// Reads the filter of a question about `dataset`.
  ///
  /// - Throws: `HotSpotFault` for what is not a date, for a range that ends before it begins, and
  ///   for a category or a day where the data set declares no field for it.
  init(category: String?, from: String?, to: String?, of dataset: DatasetEntry) throws {
    self.init(
      category: category, from: try from.map { try Self.day($0, last: false) },
      to: try to.map { try Self.day($0, last: true) })
    if let first = self.from, let last = self.to, last < first {
      throw HotSpotFault.emptyRange(from: first, to: last)
    }
    if category != nil, dataset.categoryField == nil {
      throw HotSpotFault.undeclared(.category, dataset: dataset.name)
    }
    if from != nil || to != nil, dataset.dateField == nil {
      throw HotSpotFault.undeclared(.date, dataset: dataset.name)
    }
  }

  /// A day as `YYYY-MM-DD`; a month means its first or its last day.
  private static func day(_ text: String, last: Bool) throws -> String {
    if Day("\(text)-01") != nil { return last ? "\(text)-31" : "\(text)-01" }
    guard Day(text) != nil else {
      throw HotSpotFault.notADate(text: text)
    }
    return text
  }
}
