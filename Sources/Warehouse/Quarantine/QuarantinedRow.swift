/// A row that was refused: kept whole, with every reason.
package struct QuarantinedRow: Hashable, Sendable, Codable {
  package struct Reason: Hashable, Sendable, Codable {
    package var code: String
    /// The field; nil where it is the whole row.
    package var field: String?
    /// The value at fault, masked where the field is sensitive.
    package var value: String?
    /// What is wrong, in English.
    package var message: String
    package var messageChinese: String

    package enum CodingKeys: String, CodingKey {
      case code, field, value, message
      case messageChinese = "message_zh"
    }
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

  package enum CodingKeys: String, CodingKey {
    case id, number, batch, dataset, row, line, raw, status, reasons
    case byteOffset = "byte_offset"
  }
}

/// How many refused rows of a data set are open for one reason.
package struct ReasonCount: Hashable, Sendable, Codable {
  package var dataset: String
  /// The stable code of the reason.
  package var code: String
  /// How many rows; a row with several reasons is counted for each.
  package var rows: Int
  /// One of the messages, in English.
  package var example: String
  /// One of the messages, in Chinese.
  package var exampleChinese: String

  package enum CodingKeys: String, CodingKey {
    case dataset, code, rows, example
    case exampleChinese = "example_zh"
  }
}
