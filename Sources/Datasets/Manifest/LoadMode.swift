/// What a file means for the rows that are there already.
public enum LoadMode: String, Hashable, Sendable, CaseIterable, Codable {
  /// Every row is new: events without a key of their own.
  case append
  /// Rows with a known key replace it; others are added; absent ones stay.
  case incremental
  /// As `incremental`, and the rows absent from the file are retired (注销).
  case full
  /// As `full` within the partitions that the file names, such as a month or a community; the rows
  /// of other partitions stay.
  case partition

  /// Whether rows that the file does not have may be retired.
  public var retires: Bool { self == .full || self == .partition }
}
