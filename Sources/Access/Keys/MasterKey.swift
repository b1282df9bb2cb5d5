import Crypto
import Foundation

/// The secret on which everything that is sealed hangs: 256 random bits, kept in a file that is never in the
/// store.
///
/// As text it is eleven groups of six signs of Crockford's base 32 (no I, L, O, U), so that it can be
/// printed, read aloud and typed again. The sixth sign checks its group (the group's number modulo 29), and
/// the last 19 bits of the 275 check the whole (those of SHA-256 of `gewu-key-1` and the secret), so that a
/// mistake is found and its group named:
///
///     # Any line that begins with this sign is skipped.
///     gewu-key-1
///     7ZK3Q8 …
package struct MasterKey: Sendable {
  /// The 32 bytes.
  let secret: SymmetricKey

  /// What begins the text of a key.
  package static let heading = "gewu-key-1"
  /// How many groups the text has.
  package static let groupCount = 11

  init(secret: SymmetricKey) { self.secret = secret }

  /// A key of 256 random bits of the system's generator.
  package static func random() -> MasterKey { MasterKey(secret: SymmetricKey(size: .bits256)) }

  /// The name by which a store knows its key: 16 hexadecimal digits, from which nothing about the key follows.
  package var id: String {
    KeyDerivation.derive(secret, .name, bytes: 8).hexadecimal
  }

  /// The key that is written in a text.
  ///
  /// - Throws: `MasterKeyError`, which quotes nothing of the text.
  package init(text: String) throws(MasterKeyError) {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.filter { !$0.isWhitespace } }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    guard let heading = lines.first else { throw .empty }
    guard heading.lowercased().hasPrefix(Self.heading) else { throw .otherForm }
    let signs = (heading.dropFirst(Self.heading.count) + lines.dropFirst().joined())
      .filter { $0 != "-" }
    guard signs.count == Self.groupCount * KeyGroup.length else {
      throw .length(signs.count, expected: Self.groupCount * KeyGroup.length)
    }
    var bits = BitQueue()
    var rest = Substring(signs)
    for number in 1...Self.groupCount {
      guard let group = KeyGroup(rest.prefix(KeyGroup.length)) else { throw .group(number) }
      bits.append(group.value, bits: 25)
      rest = rest.dropFirst(KeyGroup.length)
    }
    let secret = bits.bytes(32)
    guard bits.last(19) == Self.checkBits(of: secret) else { throw .groupsExchanged }
    self.init(secret: SymmetricKey(data: secret))
  }

  /// The heading and three lines of groups, each line with its end.
  package var text: String {
    let bytes = secret.withUnsafeBytes { Array($0) }
    var bits = BitQueue()
    for byte in bytes { bits.append(UInt64(byte), bits: 8) }
    bits.append(Self.checkBits(of: bytes), bits: 19)
    let groups = (0..<Self.groupCount).map { KeyGroup(bits.number(at: $0 * 25, bits: 25)).text }
    let lines = stride(from: 0, to: groups.count, by: 4).map {
      groups[$0..<min($0 + 4, groups.count)].joined(separator: " ")
    }
    return ([Self.heading] + lines).joined(separator: "\n") + "\n"
  }

  private static func checkBits(of secret: [UInt8]) -> UInt64 {
    var hash = SHA256()
    hash.update(data: Array(heading.utf8))
    hash.update(data: secret)
    return hash.finalize().prefix(3).reduce(0) { $0 << 8 | UInt64($1) } >> 5
  }
}

/// Why a text is not a key.
///
/// None says anything of what stands in it.
package enum MasterKeyError: Error, Equatable {
  /// It has no line but comments.
  case empty
  /// It does not begin as a key does.
  case otherForm
  /// It has another number of signs.
  case length(Int, expected: Int)
  /// The group of this number, from 1 on, has a sign that is none or does not agree with its check.
  case group(Int)
  /// Each group agrees with its check, and all together do not with theirs: two were exchanged, or they are
  /// of different keys.
  case groupsExchanged
}

/// Five signs of base 32 and the one that checks them.
private struct KeyGroup {
  static let length = 6
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// 25 bits.
  let value: UInt64

  init(_ value: UInt64) { self.value = value }

  /// What six signs say; letters of either case, O for 0, I and L for 1.
  ///
  /// nil where they are not a group.
  init?(_ text: Substring) {
    let digits = text.compactMap(Self.digit)
    guard digits.count == Self.length else { return nil }
    value = digits.dropLast().reduce(0) { $0 << 5 | $1 }
    guard digits[5] == value % 29 else { return nil }
  }

  var text: String {
    let digits = (0..<5).map { value >> UInt64(20 - 5 * $0) & 31 } + [value % 29]
    return String(digits.map { Self.alphabet[Int($0)] })
  }

  private static func digit(_ sign: Character) -> UInt64? {
    switch sign {
    case "o", "O": 0
    case "i", "I", "l", "L": 1
    default: alphabet.firstIndex { $0.lowercased() == sign.lowercased() }.map(UInt64.init)
    }
  }
}

/// Bits in a row, the highest of each number first.
private struct BitQueue {
  private var bits: [Bool] = []

  mutating func append(_ number: UInt64, bits count: Int) {
    for shift in (0..<UInt64(count)).reversed() { bits.append(number >> shift & 1 == 1) }
  }

  func number(at start: Int, bits count: Int) -> UInt64 {
    bits[start..<start + count].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
  }

  func last(_ count: Int) -> UInt64 { number(at: bits.count - count, bits: count) }

  func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(number(at: $0 * 8, bits: 8)) }
  }
}
