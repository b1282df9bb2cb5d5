/// A fault of a whole file: why it cannot be read, where, and what to do.
///
/// Faults of single rows are not errors: they come out of the readers as values, because one bad
/// row must not stop the others.
package struct TabularError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The stable names of the faults.
  package enum Kind: String, Hashable, Sendable, Codable {
    /// There is no file of that name.
    case missing = "file-missing"
    /// The path names a directory.
    case directory = "file-is-directory"
    /// The file has no bytes, or nothing but a byte order mark.
    case empty = "file-empty"
    /// The file cannot be opened or read.
    case unreadable = "file-unreadable"
    /// The text holds a NUL byte, so it is not text.
    case nulByte = "nul-byte"
    /// The bytes are not valid in the encoding.
    case encoding = "encoding-invalid"
    /// The file is UTF-16 but not declared so, or in an order that nothing tells.
    case utf16 = "encoding-utf16"
    /// The encoding's name is not known here.
    case unknownEncoding = "encoding-unknown"
    /// The structure of the file contradicts its format.
    case malformed = "file-malformed"
    /// The file ends too early.
    case truncated = "file-truncated"
    /// The file is in none of the formats that are read.
    case unknownFormat = "format-unknown"
    /// The file holds something that is not read: another kind of geometry or field.
    case unsupported = "content-unsupported"
    /// There is no such layer, or several and none named.
    case layer = "layer-unclear"
    /// The file cannot be written.
    case unwritable = "file-unwritable"
  }

  /// What kind of fault it is.
  package let kind: Kind
  package let path: String
  /// The offset of the first byte at fault in the original file, where there is one.
  package let offset: Int?
  /// What happened and what to do next, in English.
  package let message: String
  package let messageChinese: String

  /// Makes a fault of a file.
  package init(
    _ kind: Kind, path: String, offset: Int? = nil, message: String, messageChinese: String
  ) {
    self.kind = kind
    self.path = path
    self.offset = offset
    self.message = message
    self.messageChinese = messageChinese
  }

  /// The file and the message, in English.
  package var description: String { "\(path): \(message)" }

  /// The file and the message, in Chinese.
  package var descriptionChinese: String { "\(path):\(messageChinese)" }
}
