import Foundation
import Subjects
import Testing

@testable import Datasets

/// The files of rules for subjects: those that are shipped, and what is said of faults in others.
@Suite struct `The files of rules of subjects` {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Subjects").path

  @Test func `all that are shipped can be used`() throws {
    let folder = try SubjectFolder(path: Self.folder)
    #expect(
      folder.files.map(\.rules.kind) == [
        "building", "component", "dwelling", "firm", "hazard", "household", "person",
      ])
  }

  @Test func `name data sets and fields that the shipped manifests have`() throws {
    let importers = URL(filePath: Self.folder).deletingLastPathComponent()
      .appending(path: "Importers").path
    let manifests = Dictionary(
      uniqueKeysWithValues: try ManifestFolder(path: importers).manifests.map { ($0.dataset, $0) })
    for file in try SubjectFolder(path: Self.folder).files {
      for source in file.sources {
        let manifest = try #require(
          manifests[source.dataset], "\(file.rules.kind): \(source.dataset)")
        for field in source.fields {
          #expect(
            manifest.field(field) != nil, "\(file.rules.kind): \(source.dataset).\(field)")
        }
      }
    }
  }

  private static let text = """
    kind: person
    keys: [number]
    attributes:
      number: {kind: resident-id, order: [register]}
      name: {kind: name}
      is_x: {kind: code, derive: {take: contains, from: [name], words: [x]}}
    identity:
      - {rule: I1, certain: true, equal: [number], compatible: name}
    facts:
      - {kind: lives, dataSet: register, place: name}
    sources:
      register:
        rank: 1
        effective: since
        personalKey: number
        activity: true
        fields:
          name: full_name
          number: address@dwelling
      register#mother:
        rank: 2
        fields:
          name: mother
          number: "@grid"
    """

  @Test func `are read whole`() throws {
    let file = try SubjectFile(yaml: Self.text, path: "person.yaml")
    let rules = file.rules
    #expect(rules.attributes.map(\.name) == ["number", "name", "is_x"])
    #expect(rules.attributes[2].derivation == .contains(1, words: [Array("x".utf8)]))
    #expect(rules.sources[0].isActivity)
    #expect(file.sources.map(\.dataset) == ["register", "register"])
    #expect(file.sources.map(\.role) == ["", "mother"])
    #expect(file.sources[0].terms == [.field("full_name"), .address("address", .dwelling)])
    #expect(file.sources[0].fields == ["full_name", "address", "since"])
    #expect(file.sources[1].terms == [.field("mother"), .own(.grid)])
    #expect(file.sources[1].fields == ["mother"])
  }

  @Test(
    arguments: [
      ("equal: [number]", "equal: [nummer]", 8, "identity[0].equal[0]"),
      ("kind: name}", "kind: nom}", 5, "attributes.name.kind"),
      ("from: [name]", "from: [nom]", 6, "attributes.is_x.derive.from[0]"),
      ("order: [register]", "order: [registry]", 4, "attributes.number.order[0]"),
      ("dataSet: register,", "dataSet: registry,", 10, "facts[0].dataSet"),
      ("personalKey: number", "personalKey: nummer", 15, "sources.register.personalKey"),
      ("      name: full_name", "      nome: full_name", 18, "sources.register.fields.nome"),
      ("rank: 1", "rank: 0", 13, "sources.register.rank"),
      ("rule: I1", "role: I1", 8, "identity[0].role"),
      ("certain: true", "certain: perhaps", 8, "identity[0].certain"),
    ] as [(String, String, Int, String)])
  func `say line and place of a fault`(old: String, new: String, line: Int, place: String) {
    let error = #expect(throws: DatasetsError.self) {
      try SubjectFile(yaml: Self.text.replacing(old, with: new), path: "person.yaml")
    }
    #expect(error?.path == "person.yaml")
    #expect(error?.line == line)
    #expect(error?.place == place)
  }

  @Test func `that are empty, or none, are faults`() {
    #expect(throws: DatasetsError.self) { try SubjectFile(yaml: "", path: "x.yaml") }
    #expect(throws: DatasetsError.self) { try SubjectFile(yaml: "[]", path: "x.yaml") }
    #expect(throws: DatasetsError.self) { try SubjectFolder(path: "/nowhere") }
  }
}
