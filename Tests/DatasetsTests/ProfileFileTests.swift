import Datasets
import Foundation
import Subjects
import Testing

/// Files of what is counted in cells.
@Suite struct `A file of columns` {
  @Test func `that comes with the program is read, and its parts are columns`() throws {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = try ProfileFile(path: root.appending(path: "Profiles/demo.yaml").path)
    let names = file.rules.columns.map(\.name)
    #expect(Set(names).count == names.count && names.contains("people"))
    #expect(file.rules.size == "homes")
    // Every kind and every attribute is one of the rules of subjects.
    let kinds = try SubjectFolder(path: root.appending(path: "Subjects").path).files
    for column in file.rules.columns {
      switch column.counted {
      case .subjects(let kind, _), .homes(let kind):
        #expect(kinds.contains { $0.rules.kind == kind }, "\(column.name)")
      case .rows: continue
      }
    }
  }

  private func rules(_ text: String) throws -> ProfileRules {
    try ProfileFile(yaml: text, path: "p.yaml").rules
  }

  private static let named = "name: a, title: A, title_zh: 甲"

  @Test func `says what counts where`() throws {
    let read = try rules(
      """
      addresses: [{kind: dwelling, attribute: dwelling, sources: [x]}]
      columns:
        - {\(Self.named), kind: person, at: lives, when: {age: {of: birth, from: 60}, floats: "yes"}}
        - {name: b, title: B, title_zh: 乙, kind: person, each: home}
        - {name: c, title: C, title_zh: 丙, dataset: cases, complete: {part: a, of: b}}
      """)
    #expect(
      read.columns.map(\.counted) == [
        .subjects(kind: "person", at: .lives), .homes(kind: "person"), .rows(dataset: "cases"),
      ])
    #expect(read.columns[0].when == [[.age(attribute: "birth", 60...200), .floats(.yes)]])
    #expect(read.columns[2].completeness == .init(part: "a", of: "b"))
    #expect(
      read.addresses == [ProfileAddress(kind: "dwelling", attribute: "dwelling", sources: ["x"])])
  }

  private func fault(_ text: String) throws -> ManifestFault? {
    do {
      _ = try rules(text)
      return nil
    } catch let error as DatasetsError {
      guard case .manifest(let fault) = error.fact else { return nil }
      #expect(error.line != nil || fault == .empty)
      return fault
    }
  }

  @Test func `is refused where it says something else`() throws {
    #expect(try fault("") == .empty)
    #expect(try fault("size: a") == .needs(["columns"]))
    let twice = "columns: [{\(Self.named), kind: x}, {\(Self.named), kind: x}]"
    #expect(try fault(twice) == .columnTwice("a"))
    #expect(
      try fault("columns: [{name: Ä b, title: A, title_zh: 甲, kind: x}]")
        == .notAColumnName("Ä b"))
    #expect(try fault("columns: [{\(Self.named)}]") == .needs(["kind"]))
    #expect(
      try fault("columns: [{\(Self.named), kind: x, at: home}]")
        == .notOneOf("home", known: ["own", "lives", "registered"], suggestion: nil))
    #expect(
      try fault("columns: [{\(Self.named), dataset: x, when: {states: [a]}}]") == .needs(["kind"]))
    #expect(
      try fault("columns: [{\(Self.named), kind: x, complete: {part: b, of: a}}]")
        == .notOneOf("b", known: ["a"], suggestion: "a"))
    #expect(
      try fault("columns: [{\(Self.named), kind: x, when: {age: {of: b, from: 6, to: 5}}}]")
        == .notAnInteger(least: 6))
  }
}
