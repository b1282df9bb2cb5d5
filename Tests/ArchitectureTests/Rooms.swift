import Foundation

/// The folders of a target as rooms, and which of them lean on which.
///
/// A file leans on another where it names a type that only the other declares. Comments and the text of
/// strings do not count, nor do names that several files declare.
struct Rooms {
  /// One arrow: a file of one room names a type of another.
  struct Arrow: Hashable {
    let from: String
    let to: String
  }

  /// The folder whose rooms these are, from `Sources`.
  let folder: String
  /// For each arrow the names that make it, as `File uses Type`.
  private(set) var arrows: [Arrow: [String]] = [:]

  /// Reads the rooms of a folder: its subfolders with all below them, and `.`, the files that lie in the
  /// folder itself.
  init(folder: String, files: [SwiftText]) {
    self.folder = folder
    let inside = files.filter { $0.path.hasPrefix(folder + "/") }
    var owners: [Substring: [Int]] = [:]
    for (index, file) in inside.enumerated() {
      for name in file.declared { owners[name, default: []].append(index) }
    }
    let rooms = inside.map { Self.room(of: $0.path, in: folder) }
    for (index, file) in inside.enumerated() {
      for name in file.used {
        guard let owner = owners[name], owner.count == 1, rooms[owner[0]] != rooms[index] else {
          continue
        }
        arrows[Arrow(from: rooms[index], to: rooms[owner[0]]), default: []]
          .append("\(file.name) uses \(name)")
      }
    }
  }

  private static func room(of path: String, in folder: String) -> String {
    let parts = path.dropFirst(folder.count + 1).split(separator: "/")
    return parts.count > 1 ? String(parts[0]) : "."
  }

  /// The arrows that lie on a circle once the ones allowed are taken away, each with what makes it.
  func circular(without allowed: Set<Arrow>) -> [String] {
    let graph = arrows.keys.filter { !allowed.contains($0) }
    return graph.filter { arrow in reaches(arrow.from, from: arrow.to, over: graph) }
      .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
      .map { arrow in
        let names = (arrows[arrow] ?? []).sorted().prefix(4).joined(separator: ", ")
        return "\(folder): \(arrow.from) -> \(arrow.to): \(names)"
      }
  }

  private func reaches(_ goal: String, from start: String, over graph: [Arrow]) -> Bool {
    var seen: Set<String> = [start]
    var open = [start]
    while let room = open.popLast() {
      if room == goal { return true }
      for arrow in graph where arrow.from == room && seen.insert(arrow.to).inserted {
        open.append(arrow.to)
      }
    }
    return false
  }
}

/// A Swift file as the names that it declares and uses.
struct SwiftText {
  let path: String
  let declared: Set<Substring>
  let used: Set<Substring>

  var name: Substring { path.split(separator: "/").last?.dropLast(".swift".count) ?? "" }

  init(_ file: Repository.SourceFile) {
    path =
      file.path.hasPrefix("Sources/") ? String(file.path.dropFirst("Sources/".count)) : file.path
    var declared: Set<Substring> = []
    var used: Set<Substring> = []
    var isInText = false
    for line in file.lines {
      let code = Self.code(of: line, isInText: &isInText)
      let words = code.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      // Only what stands at the margin is seen from other files by its bare name.
      let isAtMargin = line.first.map { !$0.isWhitespace } ?? false
      for (word, next) in zip(words, words.dropFirst()) where isAtMargin {
        if Self.kinds.contains(word), next.first?.isUppercase == true { declared.insert(next) }
      }
      for word in words where word.first?.isUppercase == true { used.insert(word) }
    }
    self.declared = declared
    self.used = used.subtracting(declared)
  }

  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "actor", "typealias",
  ]

  /// The code of a line, without comments and without what stands in quotes.
  private static func code(of line: String, isInText: inout Bool) -> Substring {
    if line.contains("\"\"\"") {
      // A text of several lines begins or ends here; one that does both on a line is none.
      if line.components(separatedBy: "\"\"\"").count == 2 { isInText.toggle() }
      return line.prefix { $0 != "\"" }
    }
    if isInText { return "" }
    var code = ""
    var isQuoted = false
    var previous: Character = " "
    for character in line {
      if character == "\"", previous != "\\" { isQuoted.toggle() }
      if !isQuoted {
        if character == "/", previous == "/" { return code[...] }
        code.append(character == "\"" ? " " : character)
      }
      previous = previous == "\\" ? " " : character
    }
    return code[...]
  }
}
