import Foundation
import Tabular
import TestSupport
import Testing

@testable import Datasets

/// What a manifest names lies in the folder of manifests, or in `GeoData` beside it.
@Suite struct `The paths in manifests` {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let secret = "secret-code,13800138000\n1,x\n"
    for name in ["outside.csv", "GeoData2/outside.csv", "Importers/own/inside.csv"] {
      try folder.write(name.hasSuffix("inside.csv") ? "code,label\n1,x\n" : secret, as: name)
    }
    try folder.write("code,label\n1,x\n", as: "GeoData/codes/shared.csv")
    for (link, target) in [
      ("Importers/own/link.csv", "outside.csv"), ("Importers/linked", "GeoData2"),
      ("GeoData/out.csv", "outside.csv"), ("Importers/own/loop.csv", "Importers/own/loop.csv"),
      ("Importers/own/in.csv", "Importers/own/inside.csv"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(link), withDestinationPath: folder.path(target))
    }
  }

  private func manifests(codes: String) throws -> ManifestFolder {
    try folder.write(
      "name: t\nfields: [{name: a, gewu: {codes: {file: \(codes)}}}]\n",
      as: "Importers/own/t.yaml")
    return try ManifestFolder(path: folder.path("Importers"))
  }

  @Test(arguments: ["inside.csv", "in.csv", "../own/inside.csv", "../../GeoData/codes/shared.csv"])
  func `may lead into the folder and into GeoData beside it`(codes: String) throws {
    #expect(try manifests(codes: codes).manifests[0].fields[0].codeTable?.entries.count == 1)
  }

  @Test(arguments: [
    "../../outside.csv", "link.csv", "../linked/outside.csv", "../../GeoData/out.csv",
    "../../GeoData2/outside.csv", "../../GeoData/../outside.csv", "/etc/passwd", "loop.csv/..",
    "../../nothing.csv", "../..", "../../../../../../../../etc/passwd",
  ])
  func `may not lead out, by words or by links, whether anything is there or not`(codes: String) {
    let error = #expect(throws: DatasetsError.self) { try manifests(codes: codes) }
    #expect(error?.fact == .manifest(.leadsOut))
  }

  @Test func `an absolute path is refused even where it leads into the folder`() {
    let error = #expect(throws: DatasetsError.self) {
      try manifests(codes: folder.path("Importers/own/inside.csv"))
    }
    #expect(error?.fact == .manifest(.leadsOut))
  }

  @Test func `a manifest that is a link out is named, and nothing of it is told`() throws {
    try folder.write("name: canary\ngewu: {files: [\"*\"]}\n", as: "elsewhere.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("Importers/own/x.yaml"),
      withDestinationPath: folder.path("elsewhere.yaml"))

    let found = try ManifestFolder(soundBelow: folder.path("Importers"))

    #expect(found.manifests.isEmpty)
    #expect(found.faulty.map(\.dataset) == [nil])
    #expect((found.faulty[0].fault as? DatasetsError)?.fact == .folder(.linkLeadsOut))
  }

  @Test(arguments: [
    "张三,330101199001011234: [x\n", "a: 1\n\t13800138000: x\n", "'330101199001011234\n",
    "a: 1\na: 2\n",
    "%13800138000\n",
  ])
  func `of a text that is no YAML nothing is repeated`(text: String) throws {
    try folder.write(text, as: "Importers/own/t.yaml")

    let error = #expect(throws: DatasetsError.self) {
      try ManifestFolder(path: folder.path("Importers"))
    }

    let told = "\(String(describing: error))"
    #expect(!told.contains("330101199001011234") && !told.contains("13800138000"), "\(told)")
  }

  @Test func `a table of codes is told by its number of columns and rows`() throws {
    func fault(_ text: String) throws -> DatasetsError.Fact? {
      try folder.write(text, as: "Importers/own/inside.csv")
      return #expect(throws: DatasetsError.self) { try manifests(codes: "inside.csv") }?.fact
    }
    #expect(try fault("张三,13800138000\n1,x\n") == .codes(.noColumn("code", columns: 2)))
    #expect(
      try fault("code,label\n1,张三\n2,李四\n3,张三\n") == .codes(.twoMeanings(rows: 1, 3)))
  }
}
