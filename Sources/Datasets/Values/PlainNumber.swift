/// The text of a number cell as a person would write it: no exponent, no zeros behind the point.
enum PlainNumber {
  /// More digits than these a spreadsheet does not keep.
  static let keptDigits = 15

  /// Writes a number out: of one with a fraction, whose last digits are those of its binary form
  /// (`4.4000000000000004`), the fewest digits that give the same number, 15 at most.
  ///
  /// - Returns: the text, which is the number's own where that is plain already, and whether nothing
  ///   is lost: a whole number has no more digits than a spreadsheet keeps.
  static func text(
    _ bytes: UnsafeBufferPointer<UInt8>, _ arena: TextArena
  ) -> (text: UnsafeBufferPointer<UInt8>, isPrecise: Bool) {
    let isWhole = bytes.allSatisfy { $0 &- 48 < 10 || $0 == UInt8(ascii: "-") }
    if isWhole { return (bytes, bytes.count <= keptDigits || digits(in: bytes) <= keptDigits) }
    guard var parts = Parts(bytes) else { return (bytes, true) }
    // Leading zeros count for nothing, nor do trailing ones behind the point.
    let point = parts.digits.count + parts.exponent - parts.places
    guard point <= keptDigits else { return (bytes, parts.digits.isEmpty) }
    if parts.digits.count > keptDigits { parts.shorten(of: bytes) }
    guard point >= -20 else { return (bytes, true) }
    let written = parts.written(point: parts.digits.count + parts.exponent - parts.places)
    let target = arena.reserve(written.count)
    target.update(from: written, count: written.count)
    return (UnsafeBufferPointer(start: UnsafePointer(target), count: written.count), true)
  }

  /// Whether a text is what a spreadsheet makes of a long number, `1.10105E+17`: at most six digits, and
  /// twelve and more in the number.
  static func hasLostDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = bytes.count
    guard 5...12 ~= count, bytes[count - 4] | 0x20 == UInt8(ascii: "e"),
      bytes[count - 3] == UInt8(ascii: "+"), bytes[count - 2] &- 48 < 10,
      bytes[count - 1] &- 48 < 10
    else { return false }
    let mantissa = bytes[..<(count - 4)].drop { $0 == UInt8(ascii: "-") }
    guard let first = mantissa.first, first &- 49 < 9,
      mantissa.dropFirst().first.map({ $0 == UInt8(ascii: ".") }) ?? true,
      mantissa.dropFirst(2).allSatisfy({ $0 &- 48 < 10 })
    else { return false }
    return (bytes[count - 2] &- 48) * 10 + (bytes[count - 1] &- 48) >= 11
  }

  private static func digits(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "0") }.count
  }

  /// Whether a number of no more digits than are kept is written with a point and digits behind it of
  /// which not all are zeros.
  static func isPlainDecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= keptDigits, let point = bytes.firstIndex(of: UInt8(ascii: ".")) else {
      return false
    }
    let whole = bytes[..<point].drop { $0 == UInt8(ascii: "-") }
    let behind = bytes[(point + 1)...]
    return !whole.isEmpty && (whole.count == 1 || whole.first != UInt8(ascii: "0"))
      && whole.allSatisfy { $0 &- 48 < 10 } && behind.allSatisfy { $0 &- 48 < 10 }
      && behind.contains { $0 != UInt8(ascii: "0") }
  }

  /// A decimal number taken apart.
  private struct Parts {
    var isNegative = false
    /// The digits before and behind the point, leading zeros left out.
    var digits: [UInt8] = []
    /// How many digits were behind the point.
    var places = 0
    var exponent = 0

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
      let mantissaEnd = bytes.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? bytes.count
      var hasPoint = false
      for (index, byte) in bytes[..<mantissaEnd].enumerated() {
        if byte == UInt8(ascii: "-"), index == 0 {
          isNegative = true
        } else if byte == UInt8(ascii: "."), !hasPoint {
          hasPoint = true
        } else if byte &- 48 < 10 {
          digits.append(byte)
          places += hasPoint ? 1 : 0
        } else {
          return nil
        }
      }
      if mantissaEnd < bytes.count {
        let text = String(decoding: bytes[(mantissaEnd + 1)...], as: UTF8.self)
        guard let value = Int(text), value.magnitude < 400 else { return nil }
        exponent = value
      }
      while places > 0, digits.last == UInt8(ascii: "0") {
        digits.removeLast()
        places -= 1
      }
      digits = Array(digits.drop { $0 == UInt8(ascii: "0") })
    }

    /// Takes the fewest digits that give the same binary number, 15 at most.
    mutating func shorten(of bytes: UnsafeBufferPointer<UInt8>) {
      if let value = Double(String(decoding: bytes, as: UTF8.self)) {
        var text = "\(value)"
        let short = text.withUTF8 { Parts($0) }
        if let short, !short.digits.isEmpty { self = short }
      }
      guard digits.count > keptDigits else { return }
      // The point moves with the digits that go.
      exponent += digits.count - keptDigits
      let isUp = digits[keptDigits] >= UInt8(ascii: "5")
      digits.removeSubrange(keptDigits...)
      var at = keptDigits - 1
      while isUp, at >= 0, digits[at] == UInt8(ascii: "9") {
        digits[at] = UInt8(ascii: "0")
        at -= 1
      }
      if isUp, at >= 0 {
        digits[at] += 1
      } else if isUp {
        digits = [UInt8(ascii: "1")] + digits
      }
      while digits.last == UInt8(ascii: "0") {
        digits.removeLast()
        exponent += 1
      }
    }

    /// The number with its point behind so many digits.
    func written(point: Int) -> [UInt8] {
      guard !digits.isEmpty else { return [UInt8(ascii: "0")] }
      var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
      let zero = UInt8(ascii: "0")
      if point <= 0 {
        text += [zero, UInt8(ascii: ".")] + Array(repeating: zero, count: -point) + digits
      } else if point >= digits.count {
        text += digits + Array(repeating: zero, count: point - digits.count)
      } else {
        text += digits[..<point] + [UInt8(ascii: ".")] + digits[point...]
      }
      return text
    }
  }
}
