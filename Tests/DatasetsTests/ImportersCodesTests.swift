import Foundation
import Tabular
import Testing

@testable import Datasets

/// The code tables that the manifests share.
@Suite struct `The code tables in GeoData` {
  static let folder = URL(filePath: `The manifests in Importers`.root)
    .deletingLastPathComponent().appending(path: "GeoData/codes").path

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".csv") }.sorted()
  }

  @Test func `every table has one label for a code, and no text means two things`() throws {
    for name in try Self.names() {
      let table = try CodeTable(file: try TextFile(path: "\(Self.folder)/\(name)"))

      #expect(!table.entries.isEmpty, "\(name)")
      #expect(Set(table.entries.map(\.code)).count == table.entries.count, "\(name)")
      #expect(Set(table.entries.map(\.label)).count == table.entries.count, "\(name)")
      #expect(table.entries.allSatisfy { !$0.code.isEmpty && !$0.label.isEmpty }, "\(name)")
    }
  }

  @Test func `every table is one that a manifest refers to`() throws {
    let referred = try `The manifests in Importers`.district().flatMap(\.fields)
      .compactMap { $0.codeTable?.path.split(separator: "/").last.map(String.init) }

    #expect(try Self.names() == Set(referred).sorted())
  }

  @Test func `no label is a text that means no value`() throws {
    let district = try `The manifests in Importers`.district()
    for manifest in district {
      for field in manifest.fields {
        let missing = Set(field.missingValues ?? manifest.missingValues)
        let texts = field.codeTable.map { table in table.entries.flatMap { [$0.code, $0.label] } }
        let allowed = (texts ?? []) + field.constraints.allowed
        #expect(missing.isDisjoint(with: allowed), "\(manifest.dataset).\(field.name)")
      }
    }
  }

  @Test func `the README names every table`() throws {
    for readme in ["README.md", "README.zh-CN.md"] {
      let path = URL(filePath: Self.folder).deletingLastPathComponent().appending(path: readme)
      let text = try String(contentsOf: path, encoding: .utf8)
      for name in try Self.names() {
        let isNamed = text.contains("`\(name)`")
        #expect(isNamed, "\(readme): \(name)")
      }
    }
  }
}
