/// Why a file could not be read or written as the cache of a locator.
public struct LocatorFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, for programs.
  public enum Kind: String, Hashable, Sendable {
    /// The file is not there, or the system refuses it.
    case system
    /// The file is something else.
    case notALocator
    /// The file comes from a machine that stores numbers the other way round.
    case byteOrder
    /// The file has a layout that this program does not know.
    case version
    /// The file is shorter or longer than it says.
    case size
    /// The file says what cannot be, or its checksum does not fit.
    case damaged
  }

  /// What went wrong, for programs.
  public let kind: Kind
  /// The path of the file.
  public let path: String
  /// What went wrong and what to do, in English.
  public let message: String
  /// The same in Chinese.
  public let messageChinese: String

  init(_ kind: Kind, path: String, _ message: String, _ messageChinese: String) {
    self.kind = kind
    self.path = path
    self.message = message
    self.messageChinese = messageChinese
  }

  /// The path and the message in English.
  public var description: String { "\(path): \(message)" }
}
