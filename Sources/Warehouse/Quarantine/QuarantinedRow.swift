/// A row that was refused: kept whole, with every reason.
public struct QuarantinedRow: Hashable, Sendable, Codable {
  /// Why it was refused.
  public struct Reason: Hashable, Sendable, Codable {
    /// The stable code.
    public var code: String
    /// The field; nil where it is the whole row.
    public var field: String?
    /// The value at fault, masked where the field is sensitive.
    public var value: String?
    /// What is wrong, in English.
    public var message: String
    /// The same in Chinese.
    public var messageChinese: String

    /// The names in JSON.
    public enum CodingKeys: String, CodingKey {
      case code, field, value, message
      case messageChinese = "message_zh"
    }
  }

  /// The key in the store.
  public var id: Int64
  /// The number that stays with the row through replays: the key of its first refusal.
  public var number: Int64
  /// The batch that refused it last.
  public var batch: Int64
  /// The data set.
  public var dataset: String
  /// The number of the data row, from 1.
  public var row: Int
  /// The physical line it begins on, from 1.
  public var line: Int
  /// The offset of its first byte in the original file.
  public var byteOffset: Int
  /// The row as it stood in the file, decoded.
  ///
  /// It may hold personal data: do not show it unasked.
  public var raw: String
  /// `open`, `replayed` or `discarded`.
  public var status: String
  /// Every reason.
  public var reasons: [Reason]

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case id, number, batch, dataset, row, line, raw, status, reasons
    case byteOffset = "byte_offset"
  }
}

/// How many refused rows of a data set are open for one reason.
public struct ReasonCount: Hashable, Sendable, Codable {
  /// The data set.
  public var dataset: String
  /// The stable code of the reason.
  public var code: String
  /// How many rows; a row with several reasons is counted for each.
  public var rows: Int
  /// One of the messages, in English.
  public var example: String
  /// One of the messages, in Chinese.
  public var exampleChinese: String

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case dataset, code, rows, example
    case exampleChinese = "example_zh"
  }
}
