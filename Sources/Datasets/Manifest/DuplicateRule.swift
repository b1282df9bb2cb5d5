/// Which of several rows with the same key in one file counts.
public enum DuplicateRule: String, Hashable, Sendable, CaseIterable, Codable {
  /// The first; later ones are counted as duplicates.
  case first
  /// The last; earlier ones are counted as duplicates.
  case last
  /// The first; later ones are refused into quarantine.
  case error
}
