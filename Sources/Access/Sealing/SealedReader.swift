import Foundation

/// Reads what was sealed, from its beginning to its end; what is cut short is of another form.
struct SealedReader {
  private var rest: Data

  init(_ bytes: Data) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ count: Int) throws(SealError) -> Data {
    guard rest.count >= count else { throw .otherForm }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// A number of some bytes, big-endian.
  mutating func number(_ bytes: Int) throws(SealError) -> UInt64 {
    try take(bytes).reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func text(_ count: Int) throws(SealError) -> String {
    guard let text = String(validating: try take(count), as: UTF8.self) else { throw .otherForm }
    return text
  }
}
