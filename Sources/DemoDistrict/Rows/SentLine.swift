/// A line of a file, by what the store is to make of it.
struct SentLine {
  /// What its key says.
  enum Key: Hashable {
    /// A key, by its hash.
    case of(UInt64)
    /// The line is refused, and nobody can say which row it is.
    case unreadable
    /// The data set has no key: each line is a row of its own.
    case none
  }

  var outcome: RowOutcome
  var key: Key
  /// A hash of what the store keeps of it.
  var content: UInt64
  /// A hash of its partition; nil where that cannot be read.
  var partition: UInt64?
  /// What the store keeps of it, where its rows are posts.
  var kept: [DemoValue]?
  /// A hash of how it is written: lines with the same one are the same bytes.
  var mark: UInt64
}
