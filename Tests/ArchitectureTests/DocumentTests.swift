import Foundation
import Testing

/// `docs/architecture.md` and `docs/vocabulary.md` beside the code.
@Suite struct `The documents about the code` {
  @Test func `every path and type that the architecture names exists`() throws {
    let text = try Self.text("docs/architecture.md")
    let types = try Self.declaredTypes()
    let targets = try Set(Repository.targets())
    var checked = 0
    var missing: [String] = []
    for name in Self.quoted(text) {
      if Self.isPath(name) {
        checked += 1
        if !FileManager.default.fileExists(atPath: Repository.root.appending(path: name).path) {
          missing.append(name)
        }
      } else if let first = name.split(separator: ".").first.map(String.init),
        first.contains(/^[A-Z][A-Za-z]*[a-z][A-Za-z]*$/)
      {
        checked += 1
        if !types.contains(first), !targets.contains(first) { missing.append(name) }
      }
    }

    #expect(checked > 60)
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test func `each of the twelve questions has an answer that names a place`() throws {
    let answers =
      try Self.text("docs/architecture.md")
      .components(separatedBy: "\n## Where is …?\n").last ?? ""

    let rows = answers.components(separatedBy: "\n").filter { $0.contains("? | ") }

    #expect(rows.count == 12)
    for row in rows { #expect(!Self.quoted(row).isEmpty, "\(row)") }
  }

  @Test func `the architecture fits on 150 lines`() throws {
    #expect(try Self.text("docs/architecture.md").components(separatedBy: "\n").count <= 150)
  }

  @Test(arguments: try Repository.targets())
  func `the graph of targets is that of the package manifest`(target: String) throws {
    let targets = try Set(Repository.targets())
    let manifest = try PackageManifest(Repository.packageManifest())
    let declared = try Set(manifest.dependencies(of: target).map(\.name)).intersection(targets)

    let lines = try Self.text("docs/architecture.md").components(separatedBy: "\n")
    let line = try #require(lines.first { $0.contains(" -> ") && $0.hasPrefix("\(target) ") })
    let drawn = line.components(separatedBy: " -> ").last?.components(separatedBy: ", ") ?? []

    #expect(Set(drawn).intersection(targets) == declared)
  }

  @Test func `every built word of the vocabulary is used in that form`() throws {
    let built = try Self.text("docs/vocabulary.md").components(separatedBy: "\n## Planned\n")[0]
    let rows = built.components(separatedBy: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    var words: Set<String> = []
    for file in try Repository.swiftFiles(below: "Sources") {
      for line in file.lines { words.formUnion(Self.words(line)) }
    }
    words.formUnion(Self.words(try Self.text("Sources/Server/Public/openapi.json")))

    let forms = rows.flatMap { Self.quoted($0.components(separatedBy: " | ")[1]) }
    let unused = forms.filter { !words.contains($0) }

    #expect(rows.count > 25)
    #expect(forms.count >= rows.count)
    #expect(unused.isEmpty, "\(unused)")
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
  }

  /// What stands in backquotes, blocks of code left out.
  private static func quoted(_ text: String) -> [String] {
    let prose = text.components(separatedBy: "```").enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
    return prose.components(separatedBy: "`").enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
  }

  private static func isPath(_ name: String) -> Bool {
    ["Sources/", "Tests/", "docs/", "scripts/", "Benchmarks/", "Importers/"]
      .contains { name.hasPrefix($0) } || name.hasSuffix(".md") || name == "Package.swift"
  }

  /// The names of all types in `Sources`.
  private static func declaredTypes() throws -> Set<String> {
    let kinds: Set<String> = ["struct", "enum", "class", "actor", "protocol", "typealias"]
    var names: Set<String> = []
    for line in try Repository.swiftFiles(below: "Sources").flatMap(\.lines) {
      let words = Self.words(line)
      for (kind, name) in zip(words, words.dropFirst()) where kinds.contains(kind) {
        names.insert(name)
      }
    }
    return names
  }

  private static func words(_ line: String) -> [String] {
    line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }
}
