import Tabular

extension CodeTable {
  /// The texts that are accepted, with the place of the entry that each means: codes before labels,
  /// and both as ``lenient(_:to:)`` makes them.
  var index: ByteTable {
    var texts = entries.enumerated().map { (text: $1.code, value: $0) }
    texts += entries.enumerated().filter { !$1.label.isEmpty }.map { (text: $1.label, value: $0) }
    let lenient = texts.compactMap { entry -> (text: String, value: Int)? in
      let text = Self.lenient(entry.text)
      return text == entry.text || text.isEmpty ? nil : (text, entry.value)
    }
    return ByteTable(texts + lenient)
  }

  private static func lenient(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: max(bytes.count, 1)) { target in
        target.baseAddress.map { lenient(bytes, to: $0) } ?? 0
      }
    }
  }

  /// Writes a text without regard to width, case and space, and returns its length.
  static func lenient(
    _ bytes: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var length = 0
    for index in 0..<TextWidth.narrow(bytes, to: target) where target[index] != 0x20 {
      target[length] = PersonalCodes.upper(target[index])
      length += 1
    }
    return length
  }
}
