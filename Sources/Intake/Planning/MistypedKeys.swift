package import Datasets

/// A current row that the file does not have, as it is compared with refused rows.
package struct AbsentRow {
  /// Its key as `RecordReader.text(ofKey:)` writes it.
  package var key: String
  /// The hash over its other values, as `RecordReader.hashBesideKey` makes it; nil where it has none.
  package var others: ValueHash?

  package init(key: String, others: ValueHash?) {
    (self.key, self.others) = (key, others)
  }
}

/// The refused rows of a file whose key fails its own check: each may be a row of the store whose key
/// was mistyped.
///
/// A row of the store may be a refused one where their keys are the same but for one edit (a character
/// changed, dropped or added, or two neighbours exchanged), or where all other values are equal. Two
/// texts one edit apart are the same once a character is dropped from one of them or from both: a table
/// of those forms finds the candidates, which are then compared.
struct MistypedKeys {
  /// So many are compared; a file with more has another fault than typing errors.
  static let limit = 20_000

  private var keys: [[UInt32]] = []
  private var rows: [Int] = []
  /// Keys by the hashes of what is left of them: nothing or one character dropped.
  private var forms: [UInt64: [Int32]] = [:]
  private var others: [ValueHash: Int] = [:]

  var isEmpty: Bool { keys.isEmpty }
  var count: Int { keys.count }

  /// Notes a refused row.
  mutating func add(_ key: String, others hash: ValueHash?, row: Int) {
    let scalars = key.unicodeScalars.map(\.value)
    let index = Int32(truncatingIfNeeded: keys.count)
    keys.append(scalars)
    rows.append(row)
    Self.forEachForm(of: scalars) { form in
      if forms[form]?.last != index { forms[form, default: []].append(index) }
    }
    if let hash, others[hash] == nil { others[hash] = row }
  }

  /// The number in the file of the first refused row that a row of the store may be; nil for none.
  func refusedRow(like absent: AbsentRow) -> Int? {
    let scalars = absent.key.unicodeScalars.map(\.value)
    var found: Int32?
    Self.forEachForm(of: scalars) { form in
      for index in forms[form] ?? [] where found.map({ index < $0 }) ?? true {
        if Self.isOneEdit(scalars, keys[Int(index)]) { found = index }
      }
    }
    return found.map { rows[Int($0)] } ?? absent.others.flatMap { others[$0] }
  }

  /// The hashes of a text and of what is left of it when each of its characters is dropped.
  private static func forEachForm(of text: [UInt32], _ visit: (UInt64) -> Void) {
    // A polynomial over the characters: what comes before and after the one that is dropped is put
    // together without going over it again.
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    var powers: [UInt64] = [1]
    var starts: [UInt64] = [0]
    for scalar in text {
      powers.append(powers[powers.count - 1] &* base)
      starts.append(starts[starts.count - 1] &* base &+ UInt64(scalar) &+ 1)
    }
    let whole = starts[text.count]
    visit(mixed(whole, text.count))
    for index in text.indices {
      let rest = powers[text.count - 1 - index]
      let end = whole &- starts[index + 1] &* rest
      visit(mixed(starts[index] &* rest &+ end, text.count - 1))
    }
  }

  private static func mixed(_ hash: UInt64, _ count: Int) -> UInt64 {
    hash ^ (UInt64(truncatingIfNeeded: count) &* 0xD6E8_FEB8_6659_FD93)
  }

  /// Whether a character changed, dropped or added, or two neighbours exchanged, makes one text of the
  /// other; equal ones are so too.
  static func isOneEdit(_ one: [UInt32], _ other: [UInt32]) -> Bool {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    guard long.count - short.count <= 1 else { return false }
    var start = 0
    while start < short.count, short[start] == long[start] { start += 1 }
    if start == short.count { return true }
    if long.count > short.count { return short[start...].elementsEqual(long[(start + 1)...]) }
    if short[(start + 1)...].elementsEqual(long[(start + 1)...]) { return true }
    return start + 1 < short.count && short[start] == long[start + 1]
      && short[start + 1] == long[start]
      && short[(start + 2)...].elementsEqual(long[(start + 2)...])
  }
}
