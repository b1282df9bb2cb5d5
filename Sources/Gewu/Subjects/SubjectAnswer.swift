/// What is known of one subject, each value opened in the row that states it.
package struct SubjectAnswer: Sendable, Equatable, Encodable {
  package var kind: String
  /// 32 hexadecimal digits.
  package var key: String
  /// `standing`, `retired` (deleted in all data sets) or `gone` (by events).
  package var state: String
  package var assembledAt: String
  /// Whether no data set has changed since.
  package var isCurrent: Bool
  /// The keys that lead on from one that is gone.
  package var heirs: [String] = []
  /// How many rows it is made of.
  package var rows = 0
  /// Whether values of persons were given out as they are.
  package var isUnmasked = false
  package var values: [Value] = []
  package var facts: [DatedFact] = []
  package var conflicts: [Contradiction] = []
  /// The rows, where they were asked for.
  package var trace: [Member]?

  package enum CodingKeys: String, CodingKey {
    case kind, key, state, heirs, rows, values, facts, conflicts, trace
    case assembledAt = "assembled_at"
    case isCurrent = "is_current"
    case isUnmasked = "is_unmasked"
  }

  /// A row that states something.
  package struct Place: Sendable, Equatable, Encodable {
    /// The data set, with `#` and the role where the row names the subject in passing.
    package var source: String
    package var row: Int64
  }

  package struct Value: Sendable, Equatable, Encodable {
    package var attribute: String
    /// As stated; masked where it is of a person and no purpose was given.
    ///
    /// Nil where nothing of it may be shown.
    package var value: String?
    /// What decided that this one stands.
    package var criterion: String
    package var from: Place
  }

  package struct DatedFact: Sendable, Equatable, Encodable {
    package var kind: String
    package var place: String?
    package var division: String?
    /// `YYYY-MM-DD`; nil where it is not known, or of a person and no purpose was given.
    package var fromDay: String?
    package var toDay: String?
    package var isOpen: Bool
    package var isMain: Bool
    /// Whether it is main only because nothing else is known.
    package var isLastResort: Bool
    package var rows: [Place]

    package enum CodingKeys: String, CodingKey {
      case kind, place, division, rows
      case fromDay = "from"
      case toDay = "to"
      case isOpen = "is_open"
      case isMain = "is_main"
      case isLastResort = "is_last_resort"
    }
  }

  package struct Contradiction: Sendable, Equatable, Encodable {
    package var kind: String
    package var state: String
    package var criterion: String?
    package var values: [Value]

    package struct Value: Sendable, Equatable, Encodable {
      package var attribute: String
      package var value: String?
      package var from: Place
    }
  }

  package struct Member: Sendable, Equatable, Encodable {
    package var source: String
    package var row: Int64
    package var file: String
    package var fileRow: Int64
    package var isCurrent: Bool

    package enum CodingKeys: String, CodingKey {
      case source, row, file
      case fileRow = "file_row"
      case isCurrent = "is_current"
    }
  }
}
