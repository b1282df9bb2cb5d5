import Time
import Warehouse

extension RowFilter {
  /// Reads the filter of a question about `dataset`.
  ///
  /// A month or a year means all of its days, and a question that cuts through one where dates are
  /// known no more exactly is widened to it.
  ///
  /// - Throws: `HotSpotFault` for what is not a date, for a range that ends before it begins, and
  ///   for a category or a day where the data set declares no field for it.
  init(category: String?, from: String?, to: String?, of dataset: DatasetEntry) throws {
    let days = try AskedDays(from: from, to: to).widened(to: dataset.datePrecision)
    self.init(category: category, from: days.from, to: days.to)
    if category != nil, dataset.categoryField == nil {
      throw HotSpotFault.undeclared(.category, dataset: dataset.name)
    }
    if from != nil || to != nil, dataset.dateField == nil {
      throw HotSpotFault.undeclared(.date, dataset: dataset.name)
    }
  }
}

/// The days of a question, both ends included.
struct AskedDays: Equatable {
  var from: Day?
  var to: Day?

  /// Reads days, or months, of which the first or the last day is meant.
  ///
  /// - Throws: `HotSpotFault`.
  init(from: String?, to: String?) throws {
    self.from = try from.map { try Self.days($0).lowerBound }
    self.to = try to.map { try Self.days($0).upperBound }
    if let first = self.from, let last = self.to, last < first {
      throw HotSpotFault.emptyRange(from: first.text, to: last.text)
    }
  }

  /// The same days, and those that dates of a precision do not tell from them.
  func widened(to precision: DatePrecision) -> AskedDays {
    var wide = self
    wide.from = from.map { precision.days(around: $0).lowerBound }
    wide.to = to.map { precision.days(around: $0).upperBound }
    return wide
  }

  private static func days(_ text: String) throws -> ClosedRange<Day> {
    if let first = Day("\(text)-01") { return DatePrecision.month.days(around: first) }
    guard let day = Day(text) else { throw HotSpotFault.notADate(text: text) }
    return day...day
  }
}
