/// One person, household, firm or thing, assembled from the rows that tell of it.
public struct Subject: Sendable {
  /// Its stable key.
  public let key: SubjectKey
  /// Its rows in canonical order.
  public let members: [Int]
  /// The values of its attributes, by attribute.
  public let winners: [Winner]
  /// Its dated facts.
  public let facts: [Fact]
  /// What contradicts in its rows.
  public let conflicts: [Conflict]
  /// Whether all its rows are deleted in their data sets.
  public let isRetired: Bool
}
