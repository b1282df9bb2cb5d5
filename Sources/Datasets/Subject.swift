/// What else the rows of a data set become, besides rows of its own table.
public enum Subject: String, Sendable, Hashable, CaseIterable {
  /// Citizens' reports, listed with those that come in over HTTP.
  ///
  /// The fields `external_id` (the key) and `channel` are needed; `category`,
  /// `description` and `reported_at` are taken where they are there.
  case report

  /// The fields that a manifest of the subject must have.
  var requiredFields: [String] {
    switch self {
    case .report: ["external_id", "channel"]
    }
  }
}
