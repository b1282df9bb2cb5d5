/// Patterns of names, of files and of sheets: `*` stands for any characters, `?` for one, the rest
/// for itself.
package enum Glob {
  /// Whether the whole name fits the pattern; ASCII case does not matter.
  package static func matches(_ pattern: String, _ name: String) -> Bool {
    guard mayMatch(pattern, name) else { return false }
    let pattern = Array(pattern.lowercased())
    let name = Array(name.lowercased())
    var (p, n) = (0, 0)
    var star: Int?
    var retry = 0
    while n < name.count {
      if p < pattern.count, pattern[p] == "*" {
        star = p
        retry = n
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == name[n] {
        p += 1
        n += 1
      } else if let star {
        p = star + 1
        retry += 1
        n = retry
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }

  /// Whether both begin alike, as far as this is plain: nearly all names are told from a pattern by
  /// their first letters.
  private static func mayMatch(_ pattern: String, _ name: String) -> Bool {
    for (wanted, byte) in zip(pattern.utf8, name.utf8) {
      guard wanted < 0x80, byte < 0x80, wanted != UInt8(ascii: "*"), wanted != UInt8(ascii: "?")
      else { return true }
      if lowered(wanted) != lowered(byte) { return false }
    }
    return true
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  /// A name that fits both patterns; nil where there is none.
  ///
  /// ASCII case does not matter.
  package static func commonName(_ one: String, _ other: String) -> String? {
    var dead: Set<Pair> = []
    return common(Array(one.lowercased())[...], Array(other.lowercased())[...], &dead)
  }

  /// Two rests of patterns, by where they begin.
  private struct Pair: Hashable {
    let one: Int
    let other: Int
  }

  /// Walks both patterns at once: a star stands for nothing, or for whatever the other one needs.
  ///
  /// - Parameter dead: rests that have no name in common, so that none is walked twice.
  private static func common(
    _ one: ArraySlice<Character>, _ other: ArraySlice<Character>, _ dead: inout Set<Pair>
  ) -> String? {
    let pair = Pair(one: one.startIndex, other: other.startIndex)
    guard !dead.contains(pair) else { return nil }
    let name = walked(one, other, &dead)
    if name == nil { dead.insert(pair) }
    return name
  }

  private static func walked(
    _ one: ArraySlice<Character>, _ other: ArraySlice<Character>, _ dead: inout Set<Pair>
  ) -> String? {
    guard let first = one.first, let second = other.first else {
      return (one.isEmpty ? other : one).allSatisfy { $0 == "*" } ? "" : nil
    }
    if first == "*" {
      if let rest = common(one.dropFirst(), other, &dead) { return rest }
      let tail = common(one, other.dropFirst(), &dead)
      return second == "*" ? tail : tail.map { "\(second == "?" ? "1" : second)\($0)" }
    }
    if second == "*" {
      if let rest = common(one, other.dropFirst(), &dead) { return rest }
      return common(one.dropFirst(), other, &dead).map { "\(first == "?" ? "1" : first)\($0)" }
    }
    guard first == second || first == "?" || second == "?" else { return nil }
    let shown = first == "?" ? (second == "?" ? "1" : second) : first
    return common(one.dropFirst(), other.dropFirst(), &dead).map { "\(shown)\($0)" }
  }
}
