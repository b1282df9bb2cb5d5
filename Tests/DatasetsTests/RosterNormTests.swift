import Foundation
import Rosters
import Tabular
import Testing

@testable import Datasets

/// Norms as files, and what manifests say of posts.
@Suite struct RosterNormTests {
  private static let root = URL(filePath: `The manifests in Importers`.root)
    .deletingLastPathComponent()

  private static func shipped() throws -> [RosterNorm] {
    let folder = root.appending(path: "Rosters").path
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }.sorted().map { try RosterNorm(path: "\(folder)/\($0)") }
  }

  @Test func `the norms that come along are those of four cities and the handling team`() throws {
    let norms = try Self.shipped()

    #expect(norms.map(\.name) == ["gulou", "handling-team", "pukou", "wujiang", "yiyang"])
    let roles = try CodeTable(
      file: TextFile(path: Self.root.appending(path: "GeoData/codes/grid-role.csv").path))
    let labels = Dictionary(uniqueKeysWithValues: roles.entries.map { ($0.code, $0.label) })
    for rule in norms.flatMap(\.rules) {
      #expect(labels[rule.role] == rule.titleChinese, "\(rule.role)")
      #expect(rule.title?.isEmpty == false && rule.duties?.isEmpty == false)
      #expect(rule.dutiesChinese?.isEmpty == false)
    }
    // One norm a net at most is its standard.
    let standards = norms.flatMap(\.standardNets)
    #expect(standards.sorted() == ["base", "professional"])
  }

  @Test func `they say what the cities say`() throws {
    let norms = Dictionary(uniqueKeysWithValues: try Self.shipped().map { ($0.name, $0) })
    let pukou = try #require(norms["pukou"])
    #expect(pukou.rules.map(\.role) == ["01", "05", "06", "07", "08"])
    #expect(pukou.rules.allSatisfy { ($0.least, $0.most) == (1, 1) && $0.level == "grid" })
    let wujiang = try #require(norms["wujiang"])
    #expect(wujiang.nets == ["base", "professional"])
    #expect(wujiang.rules(ofNet: "professional").map(\.least) == [2])
    #expect(wujiang.rules(ofNet: "base").map(\.least) == [1])
    let gulou = try #require(norms["gulou"])
    #expect(gulou.rules.map(\.level) == ["estate", "area", "grid"])
    #expect(gulou.rules[2].standIns == [.init(level: "estate", role: "10")])
    let yiyang = try #require(norms["yiyang"])
    #expect(yiyang.rules.first.map { [$0.role, $0.level] } == ["09", "community"])
    let team = try #require(norms["handling-team"])
    #expect(team.rules.count == 11)
  }

  @Test(arguments: [
    ("name: a", ManifestFault.needs(["name", "posts"])),
    ("", .empty),
    ("name: a\nposts: [{role: x}]", .needs(["role", "level"])),
    (
      "name: a\nposts: [{role: x, level: grid}, {role: x, level: grid}]",
      .postTwice(role: "x", level: "grid")
    ),
    ("name: a\nposts: [{role: x, level: grid, number: -1}]", .notAnInteger(least: 0)),
    (
      "name: a\nposts: [{role: x, level: grid, number: 9223372036854775807}]",
      .tooManyPosts(most: 10_000)
    ),
    (
      "name: a\nposts: [{role: x, level: grid, at_least: 3, at_most: 2}]", .notAnInteger(least: 3)
    ),
    (
      "name: a\nposts: [{role: x, level: grid, employment: half}]",
      .notOneOf("half", known: ["full", "part"], suggestion: nil)
    ),
    ("name: a\nposts: [{role: x, level: grid, above: [{role: y}]}]", .needs(["level"])),
  ])
  func `what is no norm is refused`(yaml: String, fault: ManifestFault) {
    let error = #expect(throws: DatasetsError.self) {
      try RosterNorm(yaml: yaml, path: "norm.yaml")
    }
    #expect(error?.path == "norm.yaml")
    #expect(error?.fact == .manifest(fault))
  }

  private static func manifest(_ posts: String, name: String = "{public: true}") -> String {
    """
    name: staff
    primaryKey: [number]
    fields:
      - {name: number, gewu: {sensitive: none}}
      - {name: full_name, gewu: \(name)}
      - {name: role, gewu: {public: true}}
      - {name: cell}
      - {name: since, type: date}
      - {name: work}
      - {name: phone, gewu: {check: cn.phone, sensitive: personal}}
    gewu:
      posts: \(posts)
    """
  }

  @Test func `a manifest says which fields are of posts, and what of them may be shown`() throws {
    let text = Self.manifest(
      "{staff: number, holder: full_name, phone: phone, role: role, cell: cell, from: since, employment: {field: work, full: F}}"
    )
    let manifest = try Manifest(yaml: text, path: "staff.yaml")
    #expect(manifest.posts?.names[.holder] == "full_name")
    #expect(manifest.posts?.employment("F") == .full)
    #expect(manifest.posts?.employment("P") == .part)
    #expect(manifest.posts?.employment(nil) == nil)
    let outline = try #require(PostOutline(keptText: text))
    #expect(outline.fields == manifest.posts)
    #expect(outline.open == [.staff, .holder, .role, .cell, .from, .employment])
    #expect(outline.published == [.holder, .role])
  }

  @Test(arguments: [
    ("{role: role}", ManifestFault.needs(["role", "cell"])),
    ("{role: role, cell: cel}", .noField("cel", suggestion: "cell")),
    ("{role: role, cell: cell, from: work}", .notADate(field: "work", type: .string)),
    ("{role: role, cell: cell, employment: {field: work}}", .needs(["field", "full"])),
  ])
  func `a block of posts that cannot be is refused`(posts: String, fault: ManifestFault) {
    let error = #expect(throws: DatasetsError.self) {
      try Manifest(yaml: Self.manifest(posts), path: "staff.yaml")
    }
    #expect(error?.fact == .manifest(fault))
  }

  @Test func `what is protected cannot be public`() {
    for name in ["{public: true, sensitive: personal}", "{public: true, check: cn.resident-id}"] {
      let error = #expect(throws: DatasetsError.self) {
        try Manifest(
          yaml: Self.manifest("{role: role, cell: cell}", name: name), path: "staff.yaml")
      }
      #expect(error?.fact == .manifest(.publicAndPersonal(field: "full_name")))
    }
  }

  @Test func `a manifest that protects the role has no posts to be shown`() {
    let text = Self.manifest("{role: full_name, cell: cell}", name: "{sensitive: personal}")
    #expect(PostOutline(keptText: text) == nil)
    #expect(PostOutline(keptText: "name: x") == nil)
  }
}
