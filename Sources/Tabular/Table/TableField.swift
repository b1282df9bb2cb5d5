/// One field of a row: where its bytes lie.
///
/// No copy is made.
@frozen
public struct TableField: Sendable {
  /// What the file says that a field is; delimited text says nothing, so all of it is text.
  @frozen
  public enum Kind: UInt8, Sendable {
    case text = 0
    /// A number cell; its bytes are the digits as the file has them.
    case number
    /// A number cell with a date format; its bytes are the date in ISO 8601.
    case date
    /// A truth cell; its bytes are `true` or `false`.
    case boolean
    /// A cell whose formula failed; its bytes are the error: `#N/A`.
    case error
  }

  /// The first byte of the content, inside the quotes where there are any.
  public nonisolated(unsafe) var start: UnsafePointer<UInt8>
  /// The number of bytes of the content as it stands in the file.
  public var count: Int32
  /// Whether the field stood in quotes.
  public var isQuoted: Bool
  /// Whether the content holds doubled quotes, each of which means one.
  public var hasDoubledQuotes: Bool
  /// What the file says that it is.
  public var kind: Kind

  /// Makes a field over bytes.
  @inlinable
  public init(
    start: UnsafePointer<UInt8>, count: Int32, isQuoted: Bool = false,
    hasDoubledQuotes: Bool = false, kind: Kind = .text
  ) {
    self.start = start
    self.count = count
    self.isQuoted = isQuoted
    self.hasDoubledQuotes = hasDoubledQuotes
    self.kind = kind
  }

  /// The bytes as they stand, doubled quotes still doubled.
  @inlinable
  public var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: Int(count))
  }

  /// Writes the content with doubled quotes made single, and returns its length, which is at most
  /// `count`.
  public func copyContent(to target: UnsafeMutablePointer<UInt8>) -> Int {
    let quote = UInt8(ascii: "\"")
    var length = 0
    var at = 0
    while at < Int(count) {
      let byte = start[at]
      target[length] = byte
      length += 1
      at += hasDoubledQuotes && byte == quote ? 2 : 1
    }
    return length
  }

  /// The content as a string, doubled quotes made single.
  public var string: String {
    guard hasDoubledQuotes else { return String(decoding: bytes, as: UTF8.self) }
    return String(unsafeUninitializedCapacity: Int(count)) { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return copyContent(to: base)
    }
  }
}
