@testable import Intake
import Datasets
import Foundation
import Gewu
import Tabular
import Testing
import Warehouse

@Suite struct QuarantineTests {
  private let sample: Sample
  private let rules = """
    name: thing
    primaryKey: [no]
    fields:
      - {name: no}
      - {name: kind, constraints: {enum: [lamp, pump]}}
    gewu: {files: ["things*.csv"]}

    """
  private var folder: String { sample.folder.appendingPathComponent("rules").path }

  init() throws {
    sample = try Sample()
    try FileManager.default.createDirectory(
      at: sample.folder.appendingPathComponent("rules"), withIntermediateDirectories: true)
    try write(rules)
  }

  private func write(_ rules: String) throws {
    _ = try sample.write(rules, as: "rules/thing.yaml")
  }

  @discardableResult
  private func load(_ rows: String, as name: String = "things.csv") throws -> ImportReport {
    try sample.district.importFile(
      at: sample.write("no,kind\n" + rows, as: name),
      manifest: ManifestFolder(path: folder).manifest(dataset: "thing"))
  }

  @Test func `each batch's rows are tried again by the rules of today`() throws {
    try load("1,lamp\n2,tree\n", as: "a.csv")
    try load("3,tree\n4,bush\n", as: "b.csv")
    try write(rules.replacing("pump]", with: "tree]"))

    let outcome = try sample.district.replay(.dataset("thing"), manifests: folder)

    #expect(outcome.reports.map(\.parent) == [1, 2])
    #expect(outcome.reports.map(\.figures.inserted) == [1, 1])
    #expect(outcome.hasQuarantined)
    #expect(try sample.district.quarantinedRows().map(\.number) == [3])
    #expect(outcome.reports[0].entriesClosed == 1)
  }

  @Test func `refused rows of a full load that another followed are out of date`() throws {
    let full = rules.replacing("gewu: {", with: "gewu: {load: full, ")
    try write(full)
    try load("1,lamp\n2,tree\n", as: "a.csv")
    try load("1,lamp\n3,tree\n", as: "b.csv")
    try write(full.replacing("pump]", with: "tree]"))

    #expect(throws: ImportFault.outdated(batch: 1, successor: 2)) {
      try sample.district.replay(.batch(1), manifests: folder)
    }
    let outcome = try sample.district.replay(.all, manifests: folder)
    #expect(outcome.reports.map(\.parent) == [2])
    #expect(outcome.outdated.map(\.batch) == [1] && outcome.outdated.map(\.successor) == [2])
  }

  @Test func `a corrected file is known by its name or by what is selected`() throws {
    try load("1,tree\n2,tree\n")
    let first = try sample.write("no,kind,gewu_id\n1,lamp,1\n", as: "things-back.csv")
    let second = try sample.write("no,kind\n2,pump\n", as: "back.csv")

    let report = try sample.district.replay(
      correctedFile: first, .all, manifests: folder)
    #expect(report.entriesClosed == 1 && report.figures.inserted == 1)
    #expect(
      try sample.district.replay(correctedFile: second, .batch(1), manifests: folder)
        .entriesClosed == 1)
  }

  @Test func `where nothing is open, the answer says so`() throws {
    try load("1,lamp\n")
    let district = sample.district
    let orders: [(QuarantineSelection, () throws -> Void)] = [
      (.batch(1), { _ = try district.replay(.batch(1), manifests: folder) }),
      (.dataset("thing"), { _ = try district.discard(.dataset("thing"), reason: "old") }),
      (.all, { _ = try district.replay(.all, manifests: folder) }),
    ]
    for (what, order) in orders {
      let error = #expect(throws: QuarantineFault.self) { try order() }
      #expect(error == .nothingOpen(what))
    }
    #expect(throws: BatchFault.noBatch(9)) { try district.discard(.batch(9), reason: "old") }
  }

  @Test func `rows are given up with a reason, and stay`() throws {
    try load("1,tree\n2,tree\n3,tree\n")
    let district = sample.district

    #expect(try district.discard(rows: [2], reason: "moved away") == 1)
    let error = #expect(throws: QuarantineFault.self) {
      try district.discard(rows: [1, 2, 8], reason: "again")
    }

    #expect(error == .notOpen([2, 8]))
    #expect(throws: QuarantineFault.noReason) { try district.discard(.batch(1), reason: " ") }
    #expect(try district.discard(.batch(1), reason: "test data") == 2)
    #expect(try district.quarantinedRows().isEmpty)
    #expect(try district.quarantinedRows(status: "discarded").map(\.number) == [1, 2, 3])
  }

  @Test func `reasons are counted a data set, a row once for each`() throws {
    try load("1,tree\n2,bush\n,bush\n")

    let counts = try sample.district.quarantineReasons(.all)

    #expect(counts.map(\.code) == ["not-allowed", "key-missing"])
    #expect(counts.map(\.rows) == [3, 1])
    #expect(counts.map(\.dataset) == ["thing", "thing"])
    #expect(
      counts[0].examples.map(\.arguments) == [["lamp", "pump"].map { Argument("allowed", $0) }])
  }
}

extension QuarantineTests {
  /// The rows of a table file, each as its cells.
  private func cells(_ path: String) throws -> [[TableCell]] {
    let reader = try TableFileOpener.open(path: path).rows(TableDialect(headerRows: []))
    var rows: [[TableCell]] = []
    while try reader.next() != nil { rows.append(reader.fields.map(TableCell.init)) }
    return rows
  }

  /// The reasons of a row as their codes.
  private static func sentence(
    _ reasons: [QuarantinedRow.Reason], _ outline: ManifestOutline
  ) -> String {
    reasons.map { "\($0.field ?? ""): \($0.code)" }.joined(separator: "; ")
  }

  private func path(_ name: String) -> String { sample.folder.appendingPathComponent(name).path }

  @Test func `refused rows go back in the department's layout, with reasons and numbers`() throws {
    try write(rules.replacing("{name: no}", with: "{name: no, title: 编号}"))
    _ = try sample.district.importFile(
      at: sample.write("备注,编号,kind\n甲,1,lamp\n乙,2,tree\n\"丙,丁\",3,bush,more\n", as: "things.csv"),
      manifest: Manifest(
        yaml: rules.replacing("primaryKey", with: "fieldsMatch: subset\nprimaryKey")
          .replacing("{name: no}", with: "{name: no, title: 编号}"), path: "thing.yaml"))

    let count = try sample.district.exportQuarantine(
      .batch(1), to: path("back.csv"), inChinese: true, purpose: ReadPurpose("correction"),
      sentence: Self.sentence)

    #expect(count == 2)
    let bytes = try Data(contentsOf: sample.folder.appendingPathComponent("back.csv"))
    let header = "备注,编号,kind,多余内容,错误原因,gewu_id\r\n"
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF] + Array(header.utf8)))
    let rows = try cells(path("back.csv"))
    #expect(rows[1].map(\.text).prefix(4) == ["乙", "2", "tree", ""])
    #expect(rows[1].last?.text == "1")
    #expect(rows[2].map(\.text).prefix(4) == ["丙,丁", "3", "bush", "more"])
  }

  @Test func `quotes that are characters as any go back as they came`() throws {
    let plain = rules + "dialect: {quoteChar: \"\"}\n"
    try write(plain)
    try load("1,lamp\n\"2,tree\n3\",bu\"sh\n")
    let kept = [["\"2", "tree"], ["3\"", "bu\"sh"]]

    for name in ["back.csv", "back.xlsx"] {
      let count = try sample.district.exportQuarantine(
        .batch(1), to: path(name), inChinese: false, purpose: ReadPurpose("correction"),
        sentence: Self.sentence)
      #expect(count == 2)
      #expect(try cells(path(name)).dropFirst().map { $0.prefix(2).map(\.text) } == kept)
    }
    try write(plain.replacing("pump]", with: "tree, 'bu\"sh']"))
    let report = try sample.district.replay(
      correctedFile: path("back.csv"), .batch(1), manifests: folder)
    #expect(report.entriesClosed == 2 && report.figures.inserted == 2)
  }

  @Test(arguments: ["back.xlsx", "back.csv"])
  func `an exported file, repaired and replayed, closes the entries`(_ name: String) throws {
    try load("330101199001011234,tree\n2,lamp\n3,bush\n")
    let file = path(name)
    #expect(
      try sample.district.exportQuarantine(
        .dataset("thing"), to: file, inChinese: false, purpose: ReadPurpose("correction"),
        sentence: Self.sentence) == 2)
    var rows = try cells(file)
    #expect(rows[0].map(\.text) == ["no", "kind", "Reasons", "gewu_id"])
    #expect(rows[1][0] == .text("330101199001011234"))
    #expect(rows[1][2].text.hasPrefix("kind: "))
    rows[1][1] = .text("lamp")
    rows[2][1] = .text("pump")
    let writer: any TableWriter =
      name.hasSuffix("csv") ? try DelimitedWriter(path: file) : try XLSXWriter(path: file)
    for row in rows { try writer.write(row, geometry: nil) }
    try writer.finish()

    let report = try sample.district.replay(
      correctedFile: file, .batch(1), manifests: folder)

    #expect(report.figures.inserted == 2 && report.entriesClosed == 2)
    #expect(report.figures.isBalanced && report.unmatched == 0)
    #expect(try sample.district.quarantinedRows().isEmpty)
  }

  @Test func `text like a formula goes out guarded, and comes back as it was`() throws {
    let texts = ["=1+1", "-2+3", "'=x", "@SUM(A1)", "-5", "＝1", "+86 1"]
    try load(texts.enumerated().map { "\($0.offset),\($0.element)\n" }.joined())
    _ = try sample.district.exportQuarantine(
      .batch(1), to: path("back.csv"), inChinese: false, purpose: ReadPurpose("correction"),
      sentence: Self.sentence)
    let guarded = ["'=1+1", "'-2+3", "''=x", "'@SUM(A1)", "-5", "'＝1", "'+86 1"]
    #expect(try cells(path("back.csv")).dropFirst().map { $0[1].text } == guarded)
    // Refused once more, and kept as it was.
    _ = try sample.district.replay(correctedFile: path("back.csv"), .batch(1), manifests: folder)
    #expect(
      try sample.district.quarantinedRows().map(\.raw)
        == texts.enumerated().map { "\($0.offset),\($0.element)" })

    try write(
      rules.replacing("constraints: {enum: [lamp, pump]}", with: "title: Kind")
        .replacing("primaryKey", with: "fieldsMatch: subset\nprimaryKey"))
    let report = try sample.district.replay(
      correctedFile: path("back.csv"), .dataset("thing"), manifests: folder)
    #expect(report.figures.inserted == texts.count)
    func export(_ name: String, isGuarded: Bool) throws -> [String] {
      _ = try sample.district.export(
        ExportRequest(table: "thing", path: path(name), isGuarded: isGuarded))
      let rows = try cells(path(name))
      let column = try #require(rows[0].firstIndex { $0.text == "kind" })
      return rows.dropFirst().map { $0[column].text }
    }
    #expect(try export("raw.csv", isGuarded: false).sorted() == texts.sorted())
    #expect(try export("things-all.csv", isGuarded: true).sorted() == guarded.sorted())

    // The export read back is the same rows.
    let again = try sample.district.importFile(
      at: path("things-all.csv"), manifest: ManifestFolder(path: folder).manifest(dataset: "thing"))
    #expect(again.unchanged == texts.count && again.read == texts.count)
  }

  @Test func `a file of another kind, or of nothing, is not written`() throws {
    try load("1,lamp\n")
    let district = sample.district
    #expect(throws: QuarantineFault.unknownEnding(path: "back.ods")) {
      try district.exportQuarantine(
        .batch(1), to: "back.ods", inChinese: true, purpose: ReadPurpose("correction"),
        sentence: Self.sentence)
    }
    #expect(throws: QuarantineFault.nothingOpen(.batch(1))) {
      try district.exportQuarantine(
        .batch(1), to: path("back.csv"), inChinese: true, purpose: ReadPurpose("correction"),
        sentence: Self.sentence)
    }
    #expect(!FileManager.default.fileExists(atPath: path("back.csv")))
  }
}
