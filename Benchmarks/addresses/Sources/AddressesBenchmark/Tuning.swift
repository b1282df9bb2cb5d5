import Addresses
import Foundation

/// Looks for costs of a grammar's `after` and `lengths` with which annotated numbers are read better.
///
/// One cost after another is moved by a little. A move is kept where it mends two numbers or more, and
/// makes neither half of the lines worse, so that no single line decides. A context without a line of
/// its own for a form gets one where that helps.
struct Tuning {
  private struct Number {
    let kinds: [String]
    let source: Range<Int>
    var doesCount: Bool { kinds != ["-"] }
  }

  private let divisions: Divisions
  private let texts: [(utf8: [UInt8], numbers: [Number])]
  private var lines: [String]
  private var buffer = ParseBuffer()

  private static let moves = [-2, 2, -4, 4, -8, 8]
  /// Forms that a context may get a line of its own for.
  private static let forms = ["N", "N-", "-N", "号", "-号", "号-", "N-N", "N-N号", "号楼", "幢", "室", "楼"]
  private static let kinds: Set<ElementKind> = [
    .roadNumber, .subNumber, .building, .entrance, .floor, .room, .lane,
  ]

  init(grammar: String, divisions: Divisions, lines: [String]) throws {
    self.divisions = divisions
    self.lines = grammar.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    texts = lines.map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let numbers = fields.dropFirst().compactMap { field -> Number? in
        let parts = field.split(separator: ":")
        guard parts.count == 3, let start = Int(parts[1]), let end = Int(parts[2]) else {
          return nil
        }
        return Number(
          kinds: parts[0].split(separator: "|").map(String.init), source: start..<end)
      }
      return (Array((fields.first ?? "").utf8), numbers)
    }
  }

  /// The grammar's text with the costs found.
  mutating func run() throws -> String {
    var least = try errors(lines)
    report(least, "at first")
    for round in 1...2 {
      for (line, place) in costs() {
        try move(line, place, &least)
      }
      for (state, form) in missing() {
        try add(state, form, &least)
      }
      report(least, "after round \(round)")
    }
    return lines.joined(separator: "\n")
  }

  private func report(_ errors: (Int, Int), _ what: String) {
    FileHandle.standardError.write(Data("\(errors.0) + \(errors.1) errors \(what)\n".utf8))
  }

  /// Numbers that were read and are none, and those that were not read, in either half of the lines.
  private mutating func errors(_ lines: [String]) throws -> (Int, Int) {
    let parser = AddressParser(
      grammar: try Grammar(text: lines.joined(separator: "\n")), divisions: divisions)
    var errors = [0, 0]
    for (place, text) in texts.enumerated() {
      text.utf8.withUnsafeBufferPointer { parser.read(utf8: $0, using: &buffer) }
      var open = text.numbers.filter(\.doesCount)
      for span in buffer.spans where Self.kinds.contains(span.kind) {
        let name = span.kind == .lane ? ElementKind.roadNumber.name : span.kind.name
        if let found = open.firstIndex(where: {
          $0.source == span.source && $0.kinds.contains(name)
        }) {
          open.remove(at: found)
        } else if !text.numbers.contains(where: { !$0.doesCount && $0.source == span.source }) {
          errors[place % 2] += 1
        }
      }
      errors[place % 2] += open.count
    }
    return (errors[0], errors[1])
  }

  private func isBetter(_ one: (Int, Int), than other: (Int, Int)) -> Bool {
    one.0 <= other.0 && one.1 <= other.1 && one.0 + one.1 <= other.0 + other.1 - 4
  }

  private func section(of line: Int) -> Substring {
    for earlier in lines[..<line].reversed() where earlier.first.map({ $0.isLetter }) == true {
      return earlier.prefix { $0 != ":" }
    }
    return ""
  }

  /// Line and word of each cost.
  private func costs() -> [(line: Int, word: Int)] {
    lines.indices.flatMap { line -> [(line: Int, word: Int)] in
      guard lines[line].hasPrefix("  "), ["after", "lengths"].contains(section(of: line)) else {
        return []
      }
      return words(lines[line]).indices.map { (line, $0) }
    }
  }

  private func words(_ line: String) -> [String] {
    guard let colon = line.lastIndex(of: ":") else { return [] }
    return line[line.index(after: colon)...].split(separator: " ").map(String.init)
  }

  private func setting(_ word: Int, by move: Int, in line: String) -> String? {
    guard let colon = line.lastIndex(of: ":") else { return nil }
    var words = words(line)
    let parts = words[word].split(separator: "=")
    guard let last = parts.last, let cost = Int(last) else { return nil }
    words[word] = (parts.dropLast() + ["\(cost + move)"]).joined(separator: "=")
    return line[...colon] + " " + words.joined(separator: " ")
  }

  private mutating func move(_ line: Int, _ word: Int, _ least: inout (Int, Int)) throws {
    for move in Self.moves {
      guard let changed = setting(word, by: move, in: lines[line]) else { continue }
      var candidate = lines
      candidate[line] = changed
      let errors = try errors(candidate)
      guard isBetter(errors, than: least) else { continue }
      lines = candidate
      least = errors
      report(least, changed)
      return
    }
  }

  /// Contexts and forms that have no line.
  private func missing() -> [(state: String, form: String)] {
    let known = Set(
      lines.indices.filter { lines[$0].hasPrefix("  ") && section(of: $0) == "after" }.map {
        String(lines[$0].prefix { $0 != ":" }.drop { $0 == " " })
      })
    let states = Set(known.map { String($0.prefix { $0 != " " }) }).subtracting(["any"]).sorted()
    return states.flatMap { state in
      Self.forms.filter { !known.contains("\(state) \($0)") }.map { (state, $0) }
    }
  }

  /// Adds a line with the costs that hold without it, moved by a little.
  private mutating func add(_ state: String, _ form: String, _ least: inout (Int, Int)) throws {
    guard let after = lines.firstIndex(of: "after:") else { return }
    let plain = form.drop { $0 == "-" }
    let core = form == "N-N" || plain.hasPrefix("N-N") ? plain : plain.prefix { $0 != "-" }
    let forms = [
      form, form.hasSuffix("-") && form != "N-N" ? String(form.dropLast()) : form,
      String(plain), String(core),
    ]
    let base = state.prefix { $0 != "." }
    for context in [state, String(base), "any"] {
      for candidate in forms {
        let prefix = "  \(context) \(candidate):"
        guard let line = lines.first(where: { $0.hasPrefix(prefix) }) else { continue }
        let row = "  \(state) \(form):" + line.dropFirst(prefix.count)
        for word in words(row).indices {
          for move in Self.moves + [-14] {
            guard let changed = setting(word, by: move, in: row) else { continue }
            var grammar = lines
            grammar.insert(changed, at: after + 1)
            let errors = try errors(grammar)
            guard isBetter(errors, than: least) else { continue }
            lines = grammar
            least = errors
            report(least, changed)
            return
          }
        }
        return
      }
    }
  }
}
