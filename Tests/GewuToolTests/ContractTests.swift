import Foundation
import Testing

/// `docs/contract.md` beside the program and the OpenAPI document.
@Suite struct `The contract` {
  private let page: ContractPage

  init() throws { page = try ContractPage() }

  @Test func `names every command with its options, and no other`() throws {
    let built = try CommandTree.read().leaves.map {
      "\($0.name): \($0.options.joined(separator: " "))"
    }

    let rows = page.rows(startingWith: "gewu ", columns: 3)
    let written = rows.map { "\($0.name): \($0.options.joined(separator: " "))" }

    #expect(built.count > 30)
    #expect(Set(written).subtracting(built) == [], "not in the program")
    #expect(Set(built).subtracting(written) == [], "not in the contract")
  }

  @Test func `names every route with its parameters, and no other`() throws {
    let url = ContractPage.root.appending(path: "Sources/Server/Public/openapi.json")
    let document = try JSONDecoder().decode(OpenAPI.self, from: Data(contentsOf: url))
    let methods: Set = ["get", "post", "put", "patch", "delete"]
    let described = document.paths.flatMap { path, operations in
      operations.filter { methods.contains($0.key) }.map { method, operation in
        let asked = (operation.parameters ?? []).filter { $0.in != "path" }.map(\.name)
        return "\(method.uppercased()) \(path): \(asked.sorted().joined(separator: " "))"
      }
    }

    let rows = ["GET ", "POST "].flatMap { page.rows(startingWith: $0, columns: 3) }
    let written = rows.map { "\($0.name): \($0.parameters.sorted().joined(separator: " "))" }

    #expect(described.count > 15)
    #expect(Set(written).subtracting(described) == [], "not in openapi.json")
    #expect(Set(described).subtracting(written) == [], "not in the contract")
  }

  @Test func `names every exit code, and no other`() throws {
    let url = ContractPage.root.appending(path: "Sources/GewuTool/Console/Failure.swift")
    let source = try String(contentsOf: url, encoding: .utf8)
    let codes = source.matches(of: /static let \w+: Int32 = (\d+)/).map { String($0.1) }

    let written = page.built.matches(of: /(?m)^\| `(\d+)` \|/).map { String($0.1) }

    #expect(codes.count == 9)
    #expect(Set(written) == Set(codes))
  }

  @Test func `names the keys of an import's answer`() throws {
    let program = try SmallDistrict.program()
    try program.write("Importers/fire/hydrant.yaml", `gewu import`.manifest)
    try program.write("hydrants.csv", `gewu import`.table)

    let outcome = try program.run("import hydrants.csv --json")

    let keys = try Self.keys(of: outcome.output)
    #expect(keys.count > 15)
    #expect(keys.subtracting(page.keys(of: "gewu import --json")) == [])
    #expect(
      page.keys(of: "gewu import --json").subtracting(keys) == [
        "--dry-run", "plan", "period", "as_history", "superseded_by", "spared", "spared_rows",
        "row", "refused_row", "sheet", "settled", "note", "note_zh", "refusal", "refusal_zh",
      ])
  }

  @Test func `names the keys of a look-up's answer`() throws {
    let program = try SmallDistrict.program()
    let inside = try program.run(["locate", "120.05", "30.05", "--nets", "all", "--json"])
    let outside = try program.run(["locate", "121.05", "30.05", "--json"])

    let keys = try Self.keys(of: inside.output).union(Self.keys(of: outside.output))

    let written = page.keys(of: "gewu locate --json")
    #expect(keys.subtracting(written) == [])
    #expect(
      written.subtracting(keys)
        .subtracting(["code", "name", "level", "distance", "gap", "id"]) == [])
  }

  /// The names of the members of a JSON object, those of its last line where there are several.
  private static func keys(of output: String) throws -> Set<String> {
    let line = output.split(separator: "\n").last.map(String.init) ?? ""
    let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
    return Set(try #require(value as? [String: Any]).keys)
  }
}

/// The part of the contract that is built, as text and as rows of its tables.
private struct ContractPage {
  /// One row: what the first cell names, and what the second has in backquotes.
  struct Row {
    var name: String
    var quoted: [String]

    /// The options, without their values.
    var options: [String] {
      quoted.compactMap { $0.split(separator: " ").first.map(String.init) }.sorted()
    }

    var parameters: [String] { quoted }
  }

  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  let built: String

  init() throws {
    let url = Self.root.appending(path: "docs/contract.md")
    let parts = try String(contentsOf: url, encoding: .utf8)
      .components(separatedBy: "\n## Planned, not built\n")
    try #require(parts.count == 2)
    built = parts[0]
  }

  /// The rows of tables with so many columns whose first cell begins with a name like this.
  func rows(startingWith prefix: String, columns: Int) -> [Row] {
    built.components(separatedBy: "\n").compactMap { line in
      let cells = Self.cells(line)
      let name = cells.first.map(Self.quoted)?.first ?? ""
      guard cells.count == columns, name.hasPrefix(prefix) else { return nil }
      return Row(name: name, quoted: Self.quoted(cells[1]))
    }
  }

  /// All names in the row of an answer.
  func keys(of answer: String) -> Set<String> {
    Set(rows(startingWith: answer, columns: 2).flatMap(\.quoted))
  }

  private static func cells(_ line: String) -> [String] {
    guard line.hasPrefix("| "), line.hasSuffix(" |") else { return [] }
    return line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
  }

  private static func quoted(_ text: String) -> [String] {
    text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }
}

/// The commands as the program lists them.
private struct CommandTree: Decodable {
  struct Leaf {
    var name: String
    var options: [String]
  }

  private struct Dump: Decodable {
    var command: CommandTree
  }

  private struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }

    var names: [Name]?
  }

  private var commandName: String
  private var arguments: [Argument]?
  private var subcommands: [CommandTree]?

  static func read() throws -> CommandTree {
    let dump = try Program().run("--experimental-dump-help")
    return try JSONDecoder().decode(Dump.self, from: Data(dump.output.utf8)).command
  }

  /// The commands without commands below them, with the options that are theirs; the parser's own
  /// `help` left out.
  var leaves: [Leaf] {
    let below = (subcommands ?? []).filter { $0.commandName != "help" }
    guard below.isEmpty else {
      return below.flatMap(\.leaves).map {
        Leaf(name: "\(commandName) \($0.name)", options: $0.options)
      }
    }
    let names = (arguments ?? []).compactMap { $0.names?.first { $0.kind == "long" }?.name }
    let own = names.filter { !["help", "version"].contains($0) }
    return [Leaf(name: commandName, options: own.map { "--\($0)" }.sorted())]
  }
}

/// What the test reads of the OpenAPI document.
private struct OpenAPI: Decodable {
  struct Parameter: Decodable {
    var name: String
    var `in`: String
  }

  struct Operation: Decodable {
    var parameters: [Parameter]?
  }

  var paths: [String: [String: Operation]]
}
