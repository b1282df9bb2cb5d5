import Foundation
import Testing

/// `docs/records/fixtures.md` claims a test for each trap; here the tests are looked for.
@Suite struct `The table of fixtures` {
  /// The names in the table's second column that stand in backquotes, with the line they are in.
  private static func claims() throws -> [(line: Int, name: String)] {
    let text = try String(
      contentsOf: Repository.root.appending(path: "docs/records/fixtures.md"), encoding: .utf8)
    var claims: [(Int, String)] = []
    for (number, line) in text.components(separatedBy: "\n").enumerated() {
      let cells = line.components(separatedBy: " | ")
      guard line.hasPrefix("| "), cells.count == 2 else { continue }
      for (index, part) in cells[1].components(separatedBy: "`").enumerated()
      where index % 2 == 1 {
        claims.append((number + 1, part))
      }
    }
    return claims
  }

  @Test func `every test and script that it names is there`() throws {
    let tests = try Repository.swiftFiles(below: "Tests").flatMap(\.lines)
    let names = Set(
      tests.compactMap { line -> String? in
        let parts = line.components(separatedBy: "`")
        return line.contains("func `") && parts.count == 3 ? parts[1] : nil
      })
    let claims = try Self.claims()

    let missing = claims.filter { claim in
      let path = Repository.root.appending(path: claim.name).path
      return !names.contains(claim.name)
        && !(claim.name.contains("/") && FileManager.default.fileExists(atPath: path))
    }.map { "docs/records/fixtures.md:\($0.line): there is no \($0.name)" }

    #expect(claims.count > 60)
    #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
  }
}
