import Foundation
import Testing

@Suite struct `The help` {
  @Test func `the root names every command and every exit code`() throws {
    let help = try Program().run("--help")

    #expect(help.status == 0)
    #expect(help.errors.isEmpty)
    for name in try HelpTree.english().subcommands.map(\.name) {
      #expect(help.output.contains("\n  \(name) "))
    }
    for code in ["0 done", "1 failed", "3 published", "4 refused", "64 usage", "130 interrupted"] {
      #expect(help.output.contains(code))
    }
  }

  @Test(arguments: try HelpTree.english().lines)
  func `each command explains itself on standard output`(command: String) throws {
    let program = try Program()
    let help = try program.run("\(command) --help")
    let chinese = try program.run("\(command) --help --lang zh")

    #expect(help.status == 0 && chinese.status == 0)
    #expect(help.errors.isEmpty && chinese.errors.isEmpty)
    #expect(help.output.contains("OVERVIEW: "))
    #expect(chinese.output.contains("概述："))
    #expect(EnglishRuns.found(in: chinese.output).isEmpty)
  }

  @Test func `each command and option has help in both languages`() throws {
    let pairs = try zip(HelpTree.english().texts, HelpTree.chinese().texts)

    for (english, chinese) in pairs {
      #expect(english.place == chinese.place)
      #expect(english.text != chinese.text, "\(english.place)")
      #expect(!english.text.isEmpty && english.text.hasSuffix("."), "\(english.place)")
      #expect(!EnglishRuns.hasHan(english.text), "\(english.place)")
      #expect(EnglishRuns.hasHan(chinese.text), "\(chinese.place)")
    }
  }

  @Test func `a folder of commands shows its help where none is named`() throws {
    let program = try Program()

    #expect(try program.run("").output.contains("\n  hotspots "))
    #expect(try program.run("grids").output.contains("\n  activate "))
  }

  @Test func `the help of a repair says what a share is of and what ends with 4`() throws {
    func text(_ line: String) throws -> String {
      try Program().run(line).output.filter { !$0.isWhitespace }
    }
    let (english, chinese) = try (
      text("grids check --help"), text("grids check --help --lang zh")
    )

    #expect(english.contains("Nocelllosesorgainsmorethan--max-shareofitsareainapass,"))
    #expect(english.contains("theresult:4ifitisstillinvalid."))
    #expect(chinese.contains("任何单元在一遍修补中失去或得到的面积不超过--max-share"))
    #expect(chinese.contains("退出码取决于结果：仍无效时为4。"))
  }

  @Test func `an unknown command is a fault of usage`() throws {
    let outcome = try Program().run("gird")

    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("gewu: Unexpected argument 'gird'"))
    #expect(try Program().run("gird --lang zh").errors.hasPrefix("gewu: 多余的参数“gird”"))
  }
}

/// All commands with their options and arguments, as the program itself lists them.
struct HelpTree: Decodable {
  /// What a command or an option says of itself.
  struct Text {
    var place: String
    var text: String
  }

  private struct Dump: Decodable {
    var command: HelpTree
  }

  private struct Argument: Decodable {
    var valueName: String?
    var abstract: String?
  }

  private enum CodingKeys: String, CodingKey {
    case name = "commandName"
    case abstract, arguments
    case all = "subcommands"
  }

  let name: String
  private let abstract: String?
  private let arguments: [Argument]?
  private let all: [HelpTree]?

  /// The commands below, without the parser's own `help`.
  var subcommands: [HelpTree] { (all ?? []).filter { $0.name != "help" } }

  static func english() throws -> HelpTree { try tree("en") }

  static func chinese() throws -> HelpTree { try tree("zh") }

  private static func tree(_ language: String) throws -> HelpTree {
    let dump = try Program().run("--experimental-dump-help --lang \(language)")
    return try JSONDecoder().decode(Dump.self, from: Data(dump.output.utf8)).command
  }

  /// Every command as it is called, the root left out.
  var lines: [String] {
    subcommands.flatMap { command in
      [command.name] + command.lines.map { "\(command.name) \($0)" }
    }
  }

  /// Every text, but those of the parser's own options.
  var texts: [Text] {
    let own = (arguments ?? []).filter { !["help", "version"].contains($0.valueName) }
    return [Text(place: name, text: abstract ?? "")]
      + own.map { Text(place: "\(name) \($0.valueName ?? "")", text: $0.abstract ?? "") }
      + subcommands.flatMap(\.texts)
  }
}
