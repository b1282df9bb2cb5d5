import Foundation
import Testing

@Suite struct `The layout of the code` {
  @Test func `no source file is longer than 400 lines`() throws {
    let files = try Repository.swiftFiles(below: "Sources")

    let long = files.filter { $0.lines.count > 401 }.map { "\($0.path): \($0.lines.count) lines" }

    #expect(long.isEmpty, "\(long.joined(separator: "\n"))")
  }

  @Test func `no test file is longer than 400 lines`() throws {
    let files = try Repository.swiftFiles(below: "Tests")

    let long = files.filter { $0.lines.count > 401 }.map { "\($0.path): \($0.lines.count) lines" }

    #expect(long.isEmpty, "\(long.joined(separator: "\n"))")
  }

  @Test func `a source file declares the type that it is named for, or extends it`() throws {
    var strays: [String] = []
    for file in try Repository.swiftFiles(below: "Sources") {
      let type = file.name.dropLast(".swift".count).split(separator: "+")[0]
      let isNamed = file.lines.contains { Self.declares(String(type), $0) }
      if !isNamed { strays.append("\(file.path):1: nothing in it is named \(type)") }
    }

    #expect(strays.isEmpty, "\(strays.joined(separator: "\n"))")
  }

  @Test func `no file hides behind a name that says nothing`() throws {
    let empty: Set<Substring> = ["Utils", "Helpers", "Manager", "Common", "ext", "Placeholder"]
    let files = try Repository.swiftFiles(below: "Sources")

    let vague = files.filter { file in
      !empty.isDisjoint(with: file.name.dropLast(".swift".count).split(separator: "+"))
    }

    #expect(vague.isEmpty, "\(vague.map(\.path).joined(separator: "\n"))")
  }

  @Test func `nothing is left for later`() throws {
    // In pieces, so that this file does not find itself.
    let marks = ["TO" + "DO", "FIX" + "ME", "X" + "XX:"]
    var left: [String] = []
    let files = try ["Sources", "Tests"].flatMap(Repository.swiftFiles(below:))
    for file in files {
      for (index, line) in file.lines.enumerated() where marks.contains(where: line.contains) {
        left.append("\(file.path):\(index + 1): \(line.trimmingCharacters(in: .whitespaces))")
      }
    }

    #expect(left.isEmpty, "\(left.joined(separator: "\n"))")
  }

  /// Whether a line declares or extends a type, or declares a function or a value of that name.
  private static func declares(_ name: String, _ line: String) -> Bool {
    let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    let kinds: Set<Substring> = [
      "struct", "enum", "class", "actor", "protocol", "extension", "typealias", "func",
    ]
    return zip(words, words.dropFirst()).contains { kinds.contains($0) && $1 == name }
      || words.first == "extension" && words.contains(Substring(name))
  }
}
