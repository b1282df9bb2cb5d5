import Foundation

/// Strict conversion of the texts of a DBF table by the system's iconv.
///
/// Not for use on several threads: iconv keeps a state.
final class DbfText {
  /// What became of a text.
  enum Outcome {
    case whole(String)
    /// Valid up to a character that the end of the bytes cuts in two.
    case cut(String)
    case invalid(offset: Int)
  }

  /// The name that iconv knows the encoding by.
  let encoding: String
  private let converter: iconv_t
  private var output: [CChar] = []

  /// Prepares the conversion from `encoding`; nil where iconv does not know it.
  init?(_ encoding: String) {
    guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    self.encoding = encoding
    self.converter = converter
  }

  deinit {
    iconv_close(converter)
  }

  func decode(_ bytes: ArraySlice<UInt8>) -> Outcome {
    if bytes.allSatisfy({ $0 < 0x80 }) { return .whole(String(decoding: bytes, as: UTF8.self)) }
    // The longest UTF-8 form of one byte or more of any of these encodings.
    let capacity = bytes.count * 4 + 16
    if output.count < capacity { output = [CChar](repeating: 0, count: capacity) }
    iconv(converter, nil, nil, nil, nil)
    var input = bytes.map(CChar.init(bitPattern:))
    let inputCount = input.count
    return input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var fromLeft = inputCount
        var to = target.baseAddress
        var toLeft = capacity
        let result = iconv(converter, &from, &fromLeft, &to, &toLeft)
        let code = errno
        let text = String(
          decoding: UnsafeRawBufferPointer(target)[..<(capacity - toLeft)], as: UTF8.self)
        if result != Int(bitPattern: UInt.max) { return .whole(text) }
        return code == EINVAL ? .cut(text) : .invalid(offset: inputCount - fromLeft)
      }
    }
  }
}
