package import Subjects
import Foundation
import GRDB

/// A subject by its name: which rows it is made of, other tables say.
package struct SubjectEntry: Sendable, Equatable {
  /// What a key leads to.
  package enum State: String, Sendable, Codable {
    case standing
    /// All its rows are deleted in their data sets.
    case retired
    /// It stands no more; events say what has become of it.
    case gone
  }

  package var id: Int64
  package var kind: String
  package var key: SubjectKey
  package var state: State
  /// How many rows it is made of, and how many data sets they are of.
  package var rows: Int
  package var datasets: Int
}

/// What is known of the subjects of a kind together.
package struct SubjectKindEntry: Sendable, Equatable, Encodable {
  package var kind: String
  package var assembledAt: String
  /// Whether no data set they are made of has changed since.
  package var isCurrent: Bool
  package var subjects: Int
  /// The text of the rules.
  package var rules: String

  package enum CodingKeys: String, CodingKey {
    case kind, subjects
    case assembledAt = "assembled_at"
    case isCurrent = "is_current"
  }
}

/// Which row the value of an attribute stands in.
package struct KeptWinner: Sendable, Equatable {
  package var attribute: String
  package var source: String
  package var row: Int64
  package var criterion: String
}
