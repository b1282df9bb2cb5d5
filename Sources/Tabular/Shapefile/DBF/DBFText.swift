import Foundation

/// Strict conversion of the texts of a DBF table by the system's iconv.
///
/// Not for use on several threads: iconv keeps a state.
package final class DBFText {
  /// What became of a text.
  package enum Outcome {
    case whole(String)
    /// Valid up to a character that the end of the bytes cuts in two.
    case cut(String)
    case invalid(offset: Int)
  }

  /// The name that iconv knows the encoding by.
  let encoding: String
  private let converter: iconv_t
  private var output: [UInt8] = []

  /// Prepares the conversion from `encoding` to another; nil where iconv does not know one of them.
  package init?(_ encoding: String, to target: String = "UTF-8") {
    guard let converter = iconv_open(target, encoding), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    self.encoding = encoding
    self.converter = converter
  }

  deinit {
    iconv_close(converter)
  }

  package func decode(_ bytes: some Collection<UInt8>) -> Outcome {
    if bytes.allSatisfy({ $0 < 0x80 }) { return .whole(String(decoding: bytes, as: UTF8.self)) }
    let capacity = Self.capacity(for: bytes.count)
    if output.count < capacity { output = [UInt8](repeating: 0, count: capacity) }
    let source = Array(bytes)
    return source.withUnsafeBytes { source in
      output.withUnsafeMutableBytes { target in
        let (count, end) = convert(source, into: target)
        let text = String(decoding: target[..<count], as: UTF8.self)
        return switch end {
        case .whole: .whole(text)
        case .cut: .cut(text)
        case .invalid(let offset): .invalid(offset: offset)
        }
      }
    }
  }

  /// How a conversion ended.
  enum End: Equatable {
    case whole
    case cut
    case invalid(offset: Int)
  }

  /// The room that a text of so many bytes may need: the longest UTF-8 form of one byte or more of
  /// any of these encodings.
  static func capacity(for count: Int) -> Int { count * 4 + 16 }

  /// A text in the other encoding; nil where that has not all of its characters.
  package func bytes(of text: String) -> [UInt8]? {
    let source = Array(text.utf8)
    return source.withUnsafeBytes { source in
      var isWhole = false
      let result = [UInt8](unsafeUninitializedCapacity: Self.capacity(for: source.count)) {
        let (count, end) = convert(source, into: UnsafeMutableRawBufferPointer($0))
        isWhole = end == .whole
        $1 = count
      }
      return isWhole ? result : nil
    }
  }

  /// Converts a text into `target`, which has room for it, and answers how many bytes it is there.
  func convert(
    _ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) -> (count: Int, end: End) {
    iconv(converter, nil, nil, nil, nil)
    // iconv does not write through its input.
    var from = UnsafeMutableRawPointer(mutating: source.baseAddress)?
      .assumingMemoryBound(to: CChar.self)
    var fromLeft = source.count
    var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
    var toLeft = target.count
    let result = iconv(converter, &from, &fromLeft, &to, &toLeft)
    let code = errno
    let count = target.count - toLeft
    if result != Int(bitPattern: UInt.max) { return (count, .whole) }
    return (count, code == EINVAL ? .cut : .invalid(offset: source.count - fromLeft))
  }
}
