/// Something that a review of manifests found.
package struct ManifestFinding: Hashable, Sendable, Codable {
  package enum Severity: String, Hashable, Sendable, Codable {
    /// The manifest must not be used as it is.
    case error
    /// It works, and should be better.
    case warning
  }

  package var path: String
  /// The line, where one is known.
  package var line: Int?
  package var severity: Severity
  /// What is wrong and what to do, in English.
  package var message: String
  package var messageChinese: String

  package enum CodingKeys: String, CodingKey {
    case path, line, severity, message
    case messageChinese = "message_zh"
  }

  /// One line for a person to read.
  package func text(isChinese: Bool) -> String {
    let place = line.map { "\(path):\($0)" } ?? path
    return "\(place): \(severity.rawValue): \(isChinese ? messageChinese : message)"
  }
}
