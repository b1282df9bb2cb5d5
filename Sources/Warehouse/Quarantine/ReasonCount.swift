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
