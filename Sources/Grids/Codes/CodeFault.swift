/// Why a code does not follow its grammar.
public struct CodeFault: Sendable, Equatable, Codable {
  /// The code.
  public var code: String
  /// What is wrong with it, without the code.
  public var message: String
  /// The same in Chinese.
  public var messageChinese: String

  /// Says what is wrong with a code.
  public init(code: String, message: String, messageChinese: String) {
    self.code = code
    self.message = message
    self.messageChinese = messageChinese
  }

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case code, message
    case messageChinese = "message_zh"
  }
}
