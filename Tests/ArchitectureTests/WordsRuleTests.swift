import Testing

/// Sentences for people stand in `Words` alone, and only the words of a face name what it offers.
@Suite struct `The place of words` {
  /// Where Chinese is data and not a sentence, or a face has no `Words` below it, each with its reason.
  private static let chineseData: [String: String] = [
    "DemoDistrict/": "the demonstration's names and values",
    "DemoTruth/": "the demonstration's names and values",
    "GewuC/": "the shared library links nothing but the look-up",
    "Datasets/Review/ManifestReview.swift": "words that name registers which are not kept here",
    "Datasets/Review/MarkRule.swift": "parts of departments' headings that tell of persons",
    "Datasets/Checks/China/": "the characters of number plates",
    "Warehouse/Quarantine/QuarantineTable.swift": "headings of a table that comes back",
    "Warehouse/Store/Schema/": "the name of the first net in stores of earlier schemas",
    "Projections/ProjSystem.swift": "the name of a datum in files of definitions",
    "Datasets/Header/": "headings and footers of departments' files",
    "Datasets/Values/": "values of departments' files",
    "Datasets/Reasons/ValueMask.swift": "the numerals and counted things of addresses",
  ]

  @Test func `no literal with four Han characters stands outside the words`() throws {
    var strays: [String] = []
    for file in try Repository.swiftFiles(below: "Sources") {
      let path = file.path.dropFirst("Sources/".count)
      guard !path.hasPrefix("Words/"), !Self.chineseData.keys.contains(where: path.hasPrefix) else {
        continue
      }
      for (index, line) in file.lines.enumerated() where !Self.isComment(line) {
        if Self.literals(line).contains(where: Self.hasFourHan) {
          strays.append("\(file.path):\(index + 1)")
        }
      }
    }

    #expect(strays.isEmpty, "\(strays.joined(separator: "\n"))")
  }

  @Test func `no text below the faces names a command or an option`() throws {
    let faces = [
      "Words/CommandLine/", "Words/Service/", "GewuTool/", "Server/", "DemoDistrict/",
      // The option is that of another program, iconv.
      "Words/Files/TextFact+Wording.swift",
      // The comments of a draft tell its reader how to try it.
      "Words/Manifests/DraftFact+Wording.swift",
    ]
    var strays: [String] = []
    for file in try Repository.swiftFiles(below: "Sources") {
      let path = file.path.dropFirst("Sources/".count)
      guard !faces.contains(where: path.hasPrefix) else { continue }
      for (index, line) in file.lines.enumerated()
      where (line.holds("`gewu ") || line.holds("--")) && !Self.isComment(line) {
        let named = Self.literals(line).contains {
          $0.contains("`gewu ") || $0.contains(/(^|[ `(])--[a-z]/)
        }
        if named { strays.append("\(file.path):\(index + 1)") }
      }
    }

    #expect(strays.isEmpty, "\(strays.joined(separator: "\n"))")
  }

  @Test func `no switch over a fact has a default`() throws {
    var strays: [String] = []
    for file in try Repository.swiftFiles(below: "Sources/Words") {
      var indents: [Int] = []
      for (index, line) in file.lines.enumerated() {
        let code = line.drop { $0 == " " }
        let indent = line.count - code.count
        if code == "switch self {" { indents.append(indent) }
        if code == "}", indents.last == indent { indents.removeLast() }
        if code.hasPrefix("default:"), indents.last == indent {
          strays.append("\(file.path):\(index + 1)")
        }
      }
    }

    #expect(strays.isEmpty, "\(strays.joined(separator: "\n"))")
  }

  @Test func `Chinese sentences have full-width signs`() throws {
    var strays: [String] = []
    for file in try Repository.swiftFiles(below: "Sources/Words") {
      // Chinese is no ASCII.
      for (index, line) in file.lines.enumerated()
      where line.utf8.contains(where: { $0 >= 0x80 }) && !Self.isComment(line) {
        if Self.literals(Self.withoutInterpolations(line)).contains(where: Self.hasHalfWidthSign) {
          strays.append("\(file.path):\(index + 1)")
        }
      }
    }

    #expect(strays.isEmpty, "\(strays.joined(separator: "\n"))")
  }

  @Test func `one word in Chinese stands for attaching`() throws {
    for file in try Repository.swiftFiles(below: "Sources") {
      for (index, line) in file.lines.enumerated() where line.holds("挂接") {
        Issue.record("\(file.path):\(index + 1)")
      }
    }
  }

  /// Whether a comma, colon, semicolon, parenthesis, question mark or exclamation mark of ASCII
  /// touches a Han character or another sign of Chinese, or Japanese corners stand for quotes.
  private static func hasHalfWidthSign(_ literal: Substring) -> Bool {
    let text = literal.replacing("::1", with: "")  // an address
    return text.contains(/[\u{4E00}-\u{9FFF}，：；？！、。”）][,:;()?!]/)
      || text.contains(/[,:;()?!][\u{4E00}-\u{9FFF}，：；？！、。“（]/) || text.contains(/[「」]/)
  }

  /// A line with a dot in the place of each value that is put into its texts.
  private static func withoutInterpolations(_ line: String) -> String {
    var (text, depth, last) = ("", 0, Character(" "))
    for character in line {
      if depth > 0 {
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
      } else if last == "\\", character == "(" {
        depth = 1
        text.removeLast()
        text.append("·")
      } else {
        text.append(character)
      }
      last = character
    }
    return text
  }

  private static func isComment(_ line: String) -> Bool {
    line.drop { $0 == " " }.hasPrefix("//")
  }

  /// What stands in quotes on a line; a line of a longer text has none.
  private static func literals(_ line: String) -> [Substring] {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.map { parts[$0] }
  }

  private static func hasFourHan(_ text: Substring) -> Bool {
    text.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) } >= 4
  }
}
