/// The text of a grammar as sections: the small part of YAML that grammars are written in.
///
/// A line is a comment (`# …`), `key: words`, `key: [word, "word"]` (which may go on below until it
/// closes), or `key:` with such lines indented by two spaces below it. Words are parted by spaces, in
/// lists by commas. Nothing else of YAML is read: what is not understood is an error, never ignored.
struct GrammarText {
  struct Entry {
    let key: String
    let words: [String]
    let line: Int
  }

  struct Section {
    let name: String
    /// Words of the section's own line, empty where lines are below it.
    let words: [String]
    let entries: [Entry]
    let line: Int
  }

  let sections: [Section]

  init(_ text: String) throws(GrammarError) {
    var sections: [Section] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var number = 0
    func isBlank(_ line: Substring) -> Bool {
      let content = line.drop { $0 == " " || $0 == "\r" }
      return content.isEmpty || content.first == "#"
    }
    while let line = lines.popFirst() {
      number += 1
      if isBlank(line) { continue }
      let start = number
      let indented = line.hasPrefix("  ")
      guard var entry = Self.split(line), line.first != " " || indented else {
        throw .syntax(line: start)
      }
      if entry.rest.first == "[" {
        while entry.rest.last != "]" {
          guard let next = lines.popFirst() else { throw .openList(line: start) }
          number += 1
          entry.rest += " " + Self.trim(next)
        }
      }
      guard let words = Self.words(of: entry.rest) else { throw .syntax(line: start) }
      if !indented {
        guard !sections.contains(where: { $0.name == entry.key }) else {
          throw .repeated(line: start, key: entry.key)
        }
        sections.append(Section(name: entry.key, words: words, entries: [], line: start))
      } else {
        guard let last = sections.popLast(), last.words.isEmpty else { throw .syntax(line: start) }
        guard !last.entries.contains(where: { $0.key == entry.key }) else {
          throw .repeated(line: start, key: entry.key)
        }
        let added = last.entries + [Entry(key: entry.key, words: words, line: start)]
        sections.append(
          Section(name: last.name, words: [], entries: added, line: last.line))
      }
    }
    self.sections = sections
  }

  private static func trim(_ text: some StringProtocol) -> String {
    var slice = Substring(text)
    while let last = slice.last, last == " " || last == "\r" || last == "\t" { slice.removeLast() }
    return String(slice.drop { $0 == " " })
  }

  /// Key and the rest of a line; nil without a colon that a space or the line's end follows.
  private static func split(_ line: Substring) -> (key: String, rest: String)? {
    let content = trim(line)
    guard
      let colon = content.indices.first(where: { index in
        guard content[index] == ":" else { return false }
        let next = content.index(after: index)
        return next == content.endIndex || content[next] == " "
      })
    else { return nil }
    let key = trim(content[..<colon])
    guard !key.isEmpty, !key.contains("\t"), !key.contains("\""), !key.contains("[") else {
      return nil
    }
    return (key, trim(content[content.index(after: colon)...]))
  }

  /// The words of `a b c` or of `[a, "b c"]`, nil where they are not well formed.
  private static func words(of text: String) -> [String]? {
    guard text.first == "[" else {
      guard !text.contains("\""), !text.contains("["), !text.contains(" #") else { return nil }
      return text.split(separator: " ").map(String.init)
    }
    var words: [String] = []
    var rest = text.dropFirst().dropLast()[...]
    while true {
      rest = rest.drop { $0 == " " }
      guard let first = rest.first else { break }
      if first == "\"" {
        rest.removeFirst()
        guard let close = rest.firstIndex(of: "\"") else { return nil }
        words.append(String(rest[..<close]))
        rest = rest[rest.index(after: close)...].drop { $0 == " " }
      } else {
        let end = rest.firstIndex(of: ",") ?? rest.endIndex
        words.append(trim(rest[..<end]))
        rest = rest[end...]
      }
      guard let comma = rest.first else { break }
      guard comma == "," else { return nil }
      rest.removeFirst()
    }
    return words.contains("") ? nil : words
  }
}
