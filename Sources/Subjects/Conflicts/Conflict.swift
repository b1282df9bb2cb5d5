/// Values that contradict each other, all of them, with the rows that state them.
public struct Conflict: Hashable, Sendable {
  /// The kind's place in the rules' list of conflicts.
  public let rule: Int
  /// The values in canonical order of their rows.
  public let values: [Value]
  /// What chose the value that stands now; nil where the kind is not about one attribute.
  public let criterion: Criterion?
  /// Whether somebody has to look at it.
  public let state: State

  /// One value of a conflict.
  public struct Value: Hashable, Sendable {
    /// The attribute's number.
    public let attribute: Int
    /// The row that states it.
    public let row: Int
    /// The value as stated; a number of the table's pool.
    public let stated: UInt32
    /// The value as read; a number of the table's pool.
    public let reading: UInt32
  }

  /// Whether somebody has to look at a conflict.
  public enum State: String, Sendable {
    /// Nobody has decided.
    case open
    /// A decision holds.
    case decided
    /// The values are no longer those that a decision saw.
    case stale
  }
}

/// A group of conflicts that are alike, for the review queue.
public struct ConflictGroup: Hashable, Sendable {
  /// The name of the kind.
  public let kind: String
  /// The two data sets that contradict each other; the same one twice within one data set.
  public let sources: [String]
  /// How many conflicts there are.
  public let count: Int
}
