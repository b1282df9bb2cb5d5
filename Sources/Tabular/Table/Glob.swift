/// Patterns of names, of files and of sheets: `*` stands for any characters, `?` for one, the rest
/// for itself.
package enum Glob {
  /// Whether the whole name fits the pattern; ASCII case does not matter.
  package static func matches(_ pattern: String, _ name: String) -> Bool {
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

  /// A name that fits both patterns; nil where there is none.
  ///
  /// ASCII case does not matter.
  package static func commonName(_ one: String, _ other: String) -> String? {
    common(one.lowercased()[...], other.lowercased()[...])
  }

  /// Walks both patterns at once: a star stands for nothing, or for whatever the other one needs.
  private static func common(_ one: Substring, _ other: Substring) -> String? {
    guard let first = one.first, let second = other.first else {
      return (one.isEmpty ? other : one).allSatisfy { $0 == "*" } ? "" : nil
    }
    if first == "*" {
      if let rest = common(one.dropFirst(), other) { return rest }
      let tail = common(one, other.dropFirst())
      return second == "*" ? tail : tail.map { "\(second == "?" ? "1" : second)\($0)" }
    }
    if second == "*" { return common(other, one) }
    guard first == second || first == "?" || second == "?" else { return nil }
    let shown = first == "?" ? (second == "?" ? "1" : second) : first
    return common(one.dropFirst(), other.dropFirst()).map { "\(shown)\($0)" }
  }
}
