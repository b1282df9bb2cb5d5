/// What a file means for the rows that are there already.
public enum LoadMode: String, Hashable, Sendable, CaseIterable, Codable {
  /// Every row is new: events without a key of their own.
  case append
  /// Rows with a known key replace it; others are added; absent ones stay.
  case incremental
  /// As `incremental`, and the rows absent from the file are retired (注销).
  case full
}
