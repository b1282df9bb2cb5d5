/// The ranges of columns that are merged in one row.
///
/// Merged cells do not overlap (ECMA-376 part 1, 18.3.1.55): a range that would is left out, so that
/// there are never more than a row has columns, however many a file lists.
struct MergedColumns {
  /// The ranges in the order of their columns.
  private(set) var ranges: [ClosedRange<Int>] = []

  /// Adds a range that overlaps none of those added before.
  mutating func insert(_ range: ClosedRange<Int>) {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low == ranges.count || ranges[low].lowerBound > range.upperBound else { return }
    ranges.insert(range, at: low)
  }
}
