/// Something that a review of manifests found.
public struct ManifestFinding: Hashable, Sendable, Codable {
  /// How grave it is.
  public enum Severity: String, Hashable, Sendable, Codable {
    /// The manifest must not be used as it is.
    case error
    /// It works, and should be better.
    case warning
  }

  /// The manifest's file.
  public var path: String
  /// The line, where one is known.
  public var line: Int?
  /// How grave it is.
  public var severity: Severity
  /// What is wrong and what to do, in English.
  public var message: String
  /// The same in Chinese.
  public var messageChinese: String

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case path, line, severity, message
    case messageChinese = "message_zh"
  }

  /// One line for a person to read.
  public func text(isChinese: Bool) -> String {
    let place = line.map { "\(path):\($0)" } ?? path
    return "\(place): \(severity.rawValue): \(isChinese ? messageChinese : message)"
  }
}
