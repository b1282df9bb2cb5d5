package import Datasets

/// A row that was refused: kept whole, with every reason.
package struct QuarantinedRow: Hashable, Sendable {
  /// Why, as the store keeps it: a fact, in no language.
  package struct Reason: Hashable, Sendable {
    package var code: String
    /// The field, or several with commas between them; nil where it is the whole row.
    package var field: String?
    /// The value at fault, masked where the field is sensitive.
    package var value: String?
    /// What a sentence about it needs besides, by the alphabet of the names.
    package var arguments: [Argument]
    /// What was said of it, where an earlier version kept the sentence instead of its arguments.
    package var kept: KeptSentence?
  }

  /// A sentence in both languages that a store kept.
  package struct KeptSentence: Hashable, Sendable {
    package var english: String
    package var chinese: String
  }

  /// The key in the store.
  package var id: Int64
  /// The number that stays with the row through replays: the key of its first refusal.
  package var number: Int64
  /// The batch that refused it last.
  package var batch: Int64
  package var dataset: String
  /// The number of the data row, from 1.
  package var row: Int
  /// The physical line it begins on, from 1.
  package var line: Int
  /// The offset of its first byte in the original file.
  package var byteOffset: Int
  /// The row as it stood in the file, decoded.
  ///
  /// It may hold personal data: do not show it unasked.
  package var raw: String
  /// `open`, `replayed` or `discarded`.
  package var status: String
  package var reasons: [Reason]
}

/// How many refused rows of a data set are open for one reason.
package struct ReasonCount: Hashable, Sendable {
  package var dataset: String
  /// The stable code of the reason.
  package var code: String
  /// How many rows; a row with several reasons is counted for each.
  package var rows: Int
  /// The different things that were said for it: a field and what it demands.
  package var examples: [QuarantinedRow.Reason]
}

/// Why the program itself closed a refused row, in the place of a person's note.
package enum StoredNote: String, CaseIterable, Sendable {
  /// The batch of the row was rolled back.
  case rolledBack = "batch.rolled_back"
}

/// The template of the sentences of a code, as a store keeps it for those who read it by SQL.
package struct StoredWording: Hashable, Sendable {
  /// The stable code of a reason or note.
  package var code: String
  /// The sentence with arguments' names in braces: `is less than {bound}`.
  package var english: String
  package var chinese: String

  package init(code: String, english: String, chinese: String) {
    (self.code, self.english, self.chinese) = (code, english, chinese)
  }
}
