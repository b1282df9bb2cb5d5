/// The headings of several files brought together; the same heading is the same column, one that a
/// file has twice is two.
struct ColumnUnion {
  private(set) var headings: [String] = []

  /// Adds the headings of a file.
  ///
  /// - Returns: for each of them its column.
  mutating func add(_ new: [String]) -> [Int] {
    var taken: Set<Int> = []
    return new.map { heading in
      let found = headings.indices.first { headings[$0] == heading && !taken.contains($0) }
      let column = found ?? headings.count
      if found == nil { headings.append(heading) }
      taken.insert(column)
      return column
    }
  }
}
