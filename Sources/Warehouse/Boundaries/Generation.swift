import GRDB
package import Time

/// One complete state of all boundaries; exactly one is active at a time.
///
/// Its columns are selected under the names that it has in JSON.
package struct Generation: Hashable, Sendable, Codable, FetchableRecord {
  package enum Status: String, Sendable, Codable {
    /// Being loaded; no question is answered from it yet.
    case preparing
    /// Answers every question that names no other time.
    case active
    /// Was active once; answers questions as of that time.
    case retired
  }

  /// The ordinal, counted from 1.
  package var id: Int64
  /// The net whose boundaries it is a state of.
  package var net: String
  package var status: Status
  /// When its first level was loaded.
  package var createdAt: Moment
  /// When it became active.
  package var activatedAt: Moment?
  /// When another one took its place.
  package var retiredAt: Moment?
  /// What the check before activation said; nil while it is being prepared.
  package var isValid: Bool?
  /// How many problems that check found.
  package var problemCount: Int?
  /// When it is going to be active, where that has been decided on.
  package var activatesAt: Moment?

  package enum CodingKeys: String, CodingKey {
    case id = "generation"
    case net, status
    case createdAt = "created_at"
    case activatedAt = "activated_at"
    case retiredAt = "retired_at"
    case isValid = "valid"
    case problemCount = "problems"
    case activatesAt = "activates_at"
  }
}
