import Foundation
import Testing

@testable import Datasets

/// The guide to the manifests, in both languages.
@Suite struct `The READMEs of Importers` {
  static let names = ["README.md", "README.zh-CN.md"]

  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(`The manifests in Importers`.root)/\(name)", encoding: .utf8)
  }

  @Test(arguments: names)
  func `list every data set with its files and its level`(name: String) throws {
    let lines = try Self.text(name).split(separator: "\n")
    let all = try `The manifests in Importers`.district() + `The manifests in Importers`.base()
    for manifest in all {
      let rows = lines.filter { $0.hasPrefix("| `\(manifest.dataset)` |") }
      let row = try #require(rows.first, "\(manifest.dataset)")
      let files = manifest.files.map { "`\($0)`" }.joined(separator: ", ")
      let level = manifest.sensitivityLevel.map(String.init) ?? "none"

      #expect(rows.count == 1, "\(manifest.dataset)")
      #expect(row.contains("| \(files) |"))
      #expect(row.hasSuffix("| \(level) |"), "\(manifest.dataset)")
    }
  }

  @Test(arguments: names)
  func `name every department`(name: String) throws {
    let text = try Self.text(name)
    for manifest in try `The manifests in Importers`.district() {
      let isChinese = name == "README.zh-CN.md"
      let title = (isChinese ? manifest.departmentChinese : manifest.department) ?? ""
      let folder = `The manifests in Importers`.department(manifest)
      let isNamed = text.contains("\n### `\(folder)` \(title)\n")

      #expect(isNamed, "\(folder) \(title)")
    }
  }

  @Test(arguments: names)
  func `show a manifest that Gewu reads`(name: String) throws {
    let text = try Self.text(name)
    let start = try #require(text.range(of: "```yaml\n")).upperBound
    let end = try #require(text.range(of: "\n```", range: start..<text.endIndex)).lowerBound

    let manifest = try Manifest(yaml: String(text[start..<end]), path: name)

    #expect(manifest.dataset == "cgj_street_lamp")
    #expect(manifest.matches(fileName: "路灯2026-06.xlsx"))
  }
}
