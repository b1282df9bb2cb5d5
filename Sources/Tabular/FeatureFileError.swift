/// Why a file of features could not be read: what, where in it, and what to do.
///
/// Nothing of such a file is used.
public struct FeatureFileError: Error, Sendable, Equatable {
  /// The sort of failure.
  public enum Kind: String, Sendable {
    /// There is no such file.
    case notFound
    /// A directory, or a file that may not be read.
    case unreadable
    /// No bytes, or no features.
    case empty
    /// Not one of the formats that are read.
    case unknownFormat
    /// Breaks the rules of its format.
    case malformed
    /// Ends too early.
    case truncated
    /// Text that is not in the encoding it should be in.
    case encoding
    /// Something that is not read: another kind of geometry or field.
    case unsupported
    /// No such layer, or several and none named.
    case layer
  }

  /// The sort of failure.
  public let kind: Kind
  /// The file, as its path was given.
  public let file: String
  /// What happened, where, and what to do, in English; without the file's name.
  public let reason: String
  /// The same in Chinese.
  public let chineseReason: String

  /// Makes an error of its parts.
  public init(_ kind: Kind, file: String, _ reason: String, chinese: String) {
    self.kind = kind
    self.file = file
    self.reason = reason
    self.chineseReason = chinese
  }
}

extension FeatureFileError: CustomStringConvertible {
  /// The message in English.
  public var description: String { "\(file): \(reason)" }

  /// The message in Chinese.
  public var chineseDescription: String { "\(file)：\(chineseReason)" }
}
