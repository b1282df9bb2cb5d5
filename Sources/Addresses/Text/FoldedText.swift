/// A text as folded scalars with their classes; its buffers are used again for the next text.
struct FoldedText: Sendable {
  private(set) var scalars: [UInt32] = []
  /// Raw values of `ScalarClass`, one for each scalar.
  private(set) var classes: [UInt8] = []

  /// Scalars beyond the limit, which are not here.
  private(set) var rest = 0

  var count: Int { scalars.count }

  /// Takes a text in UTF-8.
  ///
  /// A byte that is no part of a sequence counts as one scalar, U+FFFD.
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, folding: Folding, limit: Int) {
    scalars.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    rest = 0
    var at = 0
    while at < bytes.count {
      let scalar = Self.decode(bytes, &at)
      if scalars.count == limit {
        rest += 1
        continue
      }
      let folded = folding.fold(scalar)
      scalars.append(folded)
      classes.append(folding.rawClass(of: folded))
    }
    // The numeral one between two digits is a dash: 6一3一145.
    for place in scalars.indices.dropFirst().dropLast() where scalars[place] == 0x4E00 {
      let digit = ScalarClass.digit.rawValue
      if classes[place - 1] == digit, classes[place + 1] == digit {
        scalars[place] = 0x2D
        classes[place] = ScalarClass.hyphen.rawValue
      }
    }
  }

  func scalarClass(at place: Int) -> ScalarClass {
    ScalarClass(rawValue: classes[place]) ?? .name
  }

  /// Appends a scalar in UTF-8.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(scalar >> shift & 0x3F) | 0x80 }
    switch scalar {
    case 0..<0x80: bytes.append(UInt8(scalar))
    case 0x80..<0x800:
      bytes.append(UInt8(scalar >> 6) | 0xC0)
      bytes.append(tail(0))
    case 0x800..<0x10000:
      bytes.append(UInt8(scalar >> 12) | 0xE0)
      bytes.append(tail(6))
      bytes.append(tail(0))
    default:
      bytes.append(UInt8(scalar >> 18 & 7) | 0xF0)
      bytes.append(tail(12))
      bytes.append(tail(6))
      bytes.append(tail(0))
    }
  }

  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt32 {
    let first = bytes[at]
    at += 1
    if first < 0x80 { return UInt32(first) }
    let length = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
    guard first >= 0xC2, first < 0xF5, at + length <= bytes.count else { return 0xFFFD }
    var scalar = UInt32(first & (0x3F >> UInt8(length)))
    for step in 0..<length {
      let next = bytes[at + step]
      guard next & 0xC0 == 0x80 else { return 0xFFFD }
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    let lowest: UInt32 = length == 3 ? 0x10000 : length == 2 ? 0x800 : 0x80
    guard scalar >= lowest, Unicode.Scalar(scalar) != nil else { return 0xFFFD }
    at += length
    return scalar
  }
}
