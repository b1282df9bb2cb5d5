import Foundation
import TestSupport
import Testing

@testable import Datasets

@Suite struct ManifestFolderTests {
  private static func manifest(_ name: String, files: String, field: String = "{name: a}") -> String
  {
    "name: \(name)\nfields:\n  - \(field)\ngewu: {files: [\"\(files)\"]}\n"
  }

  private static func folder(_ files: [String: String]) throws -> ManifestFolder {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    for (name, text) in files { try folder.write(text, as: name) }
    return try ManifestFolder(soundBelow: folder.url.path)
  }

  @Test func `one bad manifest stops its own files only`() throws {
    let folder = try Self.folder([
      "a/good.yaml": Self.manifest("good", files: "good*.csv"),
      "b/bad.yaml": Self.manifest("bad", files: "bad*.csv", field: "{name: a, typ: integer}"),
    ])
    #expect(folder.manifests.map(\.dataset) == ["good"])
    #expect(try folder.manifest(forFile: "good1.csv").dataset == "good")
    #expect(folder.faulty.map(\.dataset) == ["bad"])
    for work in [
      { try folder.manifest(forFile: "bad1.csv") }, { try folder.manifest(dataset: "bad") },
    ] {
      let error = #expect(throws: DatasetsError.self) { _ = try work() }
      guard case .manifest(.unknownKey("typ", suggestion: "type", _)) = error?.fact else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
    let none = #expect(throws: DatasetsError.self) { try folder.manifest(forFile: "other.csv") }
    #expect(none?.fact == .folder(.unclaimed(folder: folder.path)))
  }

  @Test func `a file that nobody names may be that of a manifest that is no YAML`() throws {
    let folder = try Self.folder([
      "good.yaml": Self.manifest("good", files: "good*.csv"), "bad.yaml": "name: [",
    ])
    #expect(try folder.manifest(forFile: "good1.csv").dataset == "good")
    let error = #expect(throws: DatasetsError.self) { try folder.manifest(forFile: "x.csv") }
    guard case .manifest(.notYAML) = error?.fact else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `of two that describe one data set neither is used, and the others are`() throws {
    let folder = try Self.folder([
      "a.yaml": Self.manifest("one", files: "one*.csv"),
      "b.yaml": Self.manifest("one", files: "1*.csv"),
      "c.yaml": Self.manifest("two", files: "two*.csv"),
    ])
    #expect(folder.manifests.map(\.dataset) == ["two"])
    for name in ["one1.csv", "1.csv"] {
      let error = #expect(throws: DatasetsError.self) { try folder.manifest(forFile: name) }
      guard case .folder(.describedTwice(dataset: "one", _)) = error?.fact else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
  }

  @Test func `two patterns of many stars are compared in a moment`() throws {
    let stars = { (letter: String) in String(repeating: "*\(letter)", count: 24) + "*" }
    let folder = try TemporaryFolder()
    try folder.write(Self.manifest("a", files: stars("a") + "x"), as: "a.yaml")
    try folder.write(Self.manifest("b", files: stars("b") + "y"), as: "b.yaml")
    let start = ContinuousClock.now
    _ = try ManifestReview(path: folder.url.path)
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}
