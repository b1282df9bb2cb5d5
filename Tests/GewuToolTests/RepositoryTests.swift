import Foundation
import Testing

/// What the repository brings along is what its texts say.
@Suite struct `The repository's own files` {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func `every manifest in Importers is well formed`() throws {
    let program = try SmallDistrict.program()
    let folder = Self.root.appending(path: "Importers").path

    try program.write("unheard-of.csv", "a\n1\n")

    let outcome = try program.run(["import", "unheard-of.csv", "--manifests", folder])

    // All manifests are read before the file is looked for among them.
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("no manifest in \(folder) names this file"))
  }

  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func `the command that fails in the README says what the README shows`(name: String) throws {
    let readme = try String(contentsOf: Self.root.appending(path: name), encoding: .utf8)
    let lines = readme.components(separatedBy: "\n")
    let command = "gewu grids load GeoData/leeds/oa.geojson --level oa --code OA"
    let place = try #require(lines.firstIndex(of: "$ \(command)"))
    let program = try Program()
    try program.run("init --levels city,oa --srid 4326")
    try FileManager.default.createSymbolicLink(
      at: program.folder.appending(path: "GeoData"),
      withDestinationURL: Self.root.appending(path: "GeoData"))

    let outcome = try program.run(String(command.dropFirst(5)))

    #expect(outcome.errors == lines[place + 1] + "\n")
    #expect(lines[place + 2] == "$ echo $?")
    #expect("\(outcome.status)" == lines[place + 3])
  }

  @Test func `the OpenAPI document is of the version of the product`() throws {
    let path = Self.root.appending(path: "Sources/Server/Public/openapi.json")
    let document = try JSONSerialization.jsonObject(with: Data(contentsOf: path))
    let info = try #require((document as? [String: Any])?["info"] as? [String: Any])

    let version = try Program().run("--version")

    #expect(version.output == "\(info["version"] ?? "")\n")
  }

  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func `a README stays within 150 lines`(name: String) throws {
    let readme = try String(contentsOf: Self.root.appending(path: name), encoding: .utf8)

    #expect(readme.components(separatedBy: "\n").count <= 150)
  }
}
