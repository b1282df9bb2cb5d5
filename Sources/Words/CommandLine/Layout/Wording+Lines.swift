extension Wording {
  /// Nothing, in no language.
  static let empty = Wording(verbatim: "")

  /// A code or a name, or what stands for one that is missing.
  init(code: String?, else missing: Wording) {
    self = code.map(Wording.init(verbatim:)) ?? missing
  }

  /// The same with blanks in front.
  func indented(by count: Int) -> Wording {
    Wording(verbatim: String(repeating: " ", count: count)) + self
  }
}

extension Sequence<Wording> {
  /// One under the other.
  package func lines() -> Wording {
    Wording(
      english: map(\.english).joined(separator: "\n"),
      chinese: map(\.chinese).joined(separator: "\n"))
  }

  /// Beside each other, two blanks between.
  func spaced() -> Wording {
    Wording(
      english: map(\.english).joined(separator: "  "),
      chinese: map(\.chinese).joined(separator: "  "))
  }

  /// The items of a list, as each language separates them.
  func listed() -> Wording {
    Wording(
      english: map(\.english).listed().english, chinese: map(\.chinese).listed().chinese)
  }
}

extension [String: Int] {
  /// Names with their counts, the most frequent first.
  func ranked() -> Wording {
    sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }.listed()
  }
}

extension Collection {
  /// A line for each of the first items, and one that counts the rest.
  func first(_ count: Int, _ line: (Element) -> Wording) -> [Wording] {
    let rest = self.count - count
    return prefix(count).map { line($0).indented(by: 2) }
      + (rest > 0 ? [Wording("  … \(rest) more", "  … 另有 \(rest) 项")] : [])
  }
}
