import Time
import Warehouse

extension RowFilter {
  /// Reads the filter of a question about `dataset`.
  ///
  /// - Throws: `GewuError` for a day that is none, for a range that ends before it begins, and for
  ///   a category or a day where the data set declares no field for it.
  init(category: String?, from: String?, to: String?, of dataset: DatasetEntry) throws {
    self.init(
      category: category, from: try from.map { try Self.day($0, last: false) },
      to: try to.map { try Self.day($0, last: true) })
    if let first = self.from, let last = self.to, last < first {
      throw GewuError(
        .invalid, "the range from \(first) to \(last) has no day; give the earlier day first")
    }
    if category != nil, dataset.categoryField == nil {
      throw Self.undeclared("category", in: dataset)
    }
    if from != nil || to != nil, dataset.dateField == nil {
      throw Self.undeclared("date", in: dataset)
    }
  }

  /// A day as `YYYY-MM-DD`; a month means its first or its last day.
  private static func day(_ text: String, last: Bool) throws -> String {
    if Day("\(text)-01") != nil { return last ? "\(text)-31" : "\(text)-01" }
    guard Day(text) != nil else {
      throw GewuError(
        .invalid, "«\(text)» is no day; write it like 2026-01-31, or a month like 2026-01")
    }
    return text
  }

  private static func undeclared(_ word: String, in dataset: DatasetEntry) -> GewuError {
    GewuError(
      .invalid,
      "data set \(dataset.name) declares no \(word); name the field in the gewu block of its "
        + "manifest (\(word): FIELD) and import it again")
  }
}
