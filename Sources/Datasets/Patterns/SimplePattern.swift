/// A regular expression of the kind that manifests have: ASCII characters and classes of them, each
/// with a number of times, matched against bytes without making a string.
///
/// What needs more, such as groups, choices, or a repetition that would have to give back what it
/// took, is left to `LinearPattern`.
struct SimplePattern {
  /// A set of bytes and how often one of them stands there.
  struct Atom {
    let bytes: Set<UInt8>
    let least: Int
    let most: Int
    /// The same set, a bit a byte: all of them are ASCII.
    private let bits: (UInt64, UInt64)

    init(bytes: Set<UInt8>, times: ClosedRange<Int>) {
      self.bytes = bytes
      (least, most) = (times.lowerBound, times.upperBound)
      var bits: (UInt64, UInt64) = (0, 0)
      for byte in bytes {
        if byte < 64 { bits.0 |= 1 << UInt64(byte) } else { bits.1 |= 1 << UInt64(byte - 64) }
      }
      self.bits = bits
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
      byte < 0x80 && (byte < 64 ? bits.0 : bits.1) >> UInt64(byte & 63) & 1 != 0
    }
  }

  private let atoms: [Atom]

  /// Nil where the pattern is not of that kind.
  init?(_ pattern: String) {
    var rest = Array(pattern.utf8)[...]
    var atoms: [Atom] = []
    while let byte = rest.popFirst() {
      guard let bytes = Self.bytes(byte, &rest) else { return nil }
      guard let times = Self.times(&rest) else { return nil }
      atoms.append(Atom(bytes: bytes, times: times))
    }
    for (atom, next) in zip(atoms, atoms.dropFirst()) where atom.least != atom.most {
      guard next.least > 0, atom.bytes.isDisjoint(with: next.bytes) else { return nil }
    }
    self.atoms = atoms
  }

  /// Whether the whole text matches.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    for atom in atoms {
      let start = at
      while at < text.count, at - start < atom.most, atom.contains(text[at]) { at += 1 }
      if at - start < atom.least { return false }
    }
    return at == text.count
  }

  private static let special = Set(".^$*+?()[]{}|\\/".utf8)
  private static let digits = Set(UInt8(ascii: "0")...UInt8(ascii: "9"))

  /// The bytes that one character or class of the pattern stands for.
  private static func bytes(_ first: UInt8, _ rest: inout ArraySlice<UInt8>) -> Set<UInt8>? {
    if first == UInt8(ascii: "[") { return classBytes(&rest) }
    if first == UInt8(ascii: "\\") {
      guard let escaped = rest.popFirst() else { return nil }
      if escaped == UInt8(ascii: "d") { return digits }
      return special.contains(escaped) || escaped == UInt8(ascii: "-") ? [escaped] : nil
    }
    return first < 0x80 && !special.contains(first) ? [first] : nil
  }

  /// A class such as `[0-9A-Z]`; nil for negations and escapes.
  private static func classBytes(_ rest: inout ArraySlice<UInt8>) -> Set<UInt8>? {
    var bytes: Set<UInt8> = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]") { return bytes.isEmpty ? nil : bytes }
      guard byte < 0x80, byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "["),
        byte != UInt8(ascii: "^"), byte != UInt8(ascii: "&"), byte != UInt8(ascii: "~")
      else { return nil }
      guard rest.first == UInt8(ascii: "-") else {
        bytes.insert(byte)
        continue
      }
      rest.removeFirst()
      guard let last = rest.popFirst(), last != UInt8(ascii: "]"), last >= byte, last < 0x80 else {
        return nil
      }
      bytes.formUnion(byte...last)
    }
    return nil
  }

  /// A quantifier, or once where there is none.
  private static func times(_ rest: inout ArraySlice<UInt8>) -> ClosedRange<Int>? {
    var times = 1...1
    switch rest.first {
    case UInt8(ascii: "?"): times = 0...1
    case UInt8(ascii: "*"): times = 0...Int.max
    case UInt8(ascii: "+"): times = 1...Int.max
    case UInt8(ascii: "{"): return count(&rest)
    default: return times
    }
    rest.removeFirst()
    return isPlain(rest) ? times : nil
  }

  /// `{n}`, `{n,}` or `{n,m}`.
  private static func count(_ rest: inout ArraySlice<UInt8>) -> ClosedRange<Int>? {
    guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let parts = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
      .split(separator: ",", omittingEmptySubsequences: false)
    rest = rest[(end + 1)...]
    guard let least = parts.first.flatMap({ Int($0) }), parts.count <= 2, isPlain(rest) else {
      return nil
    }
    let most = parts.count == 1 ? least : parts[1].isEmpty ? Int.max : Int(parts[1])
    guard let most, most >= least else { return nil }
    return least...most
  }

  /// Whether no second quantifier follows, which would make the first lazy or possessive.
  private static func isPlain(_ rest: ArraySlice<UInt8>) -> Bool {
    ![UInt8(ascii: "?"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "{")]
      .contains(rest.first)
  }
}
