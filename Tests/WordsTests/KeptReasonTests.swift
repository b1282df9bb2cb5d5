import Datasets
import Foundation
import GRDB
import Gewu
import Intake
import TestSupport
import Testing
@testable import Warehouse

@testable import Words

/// Reasons in a store, and how they are said from there.
@Suite struct `Reasons that a store keeps` {
  private let folder: TemporaryFolder
  private let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.create(at: folder.path("a.sqlite"), levels: ["grid"])
  }

  private static let rules = """
    name: thing
    title: Things
    primaryKey: [no]
    fields:
      - {name: no, title: Number, gewu: {title_zh: 编号}}
      - {name: kind, constraints: {enum: [lamp, "a \\"pump\\""], maxLength: 5}}
      - {name: made, type: date, title: Made}
    """

  private func load(_ rows: String) throws {
    let path = try folder.write("no,kind,made\n\(rows)", as: "things.csv")
    let manifest = try Manifest(yaml: Self.rules, path: "thing.yaml")
    _ = try store.importFile(ImportRequest(path: path, manifest: manifest))
  }

  private let rows = "1,lamp,x\n,tree,2026-01-01\n3,bushes,\n4\n1,lamp,\n1,lamp,\n"

  @Test func `are said by SQL as the program says them, in both languages`() throws {
    try load(rows)
    try store.write { try $0.keep(wordings: ReasonWords.catalogue) }

    let said = try store.database.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM quarantine_message ORDER BY id").map {
        Wording(english: $0["message_en"], chinese: $0["message_zh"])
      }
    }

    let reasons = try store.read { try $0.quarantinedRows() }.flatMap(\.reasons)
    #expect(said == reasons.map(\.wording))
    #expect(
      Set(said.map(\.english)).isSuperset(of: [
        "Made: is not a date in the form YYYY-MM-DD", "Number: a part of the key is missing",
        "kind: is not one of lamp, a \"pump\"", "kind: has more than 5 characters",
        "the row has 1 fields, the header 3",
      ]))
    #expect(said.map(\.chinese).contains("编号：主键缺失"))
  }

  @Test func `are templates that are written only where they differ`() throws {
    let changes = { try store.database.read { $0.totalChangesCount } }
    try store.write { try $0.keep(wordings: []) }
    #expect(try !store.read { try $0.hasKept(wordings: ReasonWords.catalogue) })
    try store.write { try $0.keep(wordings: ReasonWords.catalogue) }
    #expect(try store.read { try $0.hasKept(wordings: ReasonWords.catalogue) })
    let before = try changes()

    try store.write { try $0.keep(wordings: ReasonWords.catalogue) }

    #expect(try changes() == before)
  }

  @Test func `are listed with both languages for machines, and in one for people`() throws {
    try load("1,tree,\n2,lamp,x\n")
    let refused = try store.read { try $0.quarantinedRows() }

    let lines = QuarantineListing.lines(of: refused).chinese.split(separator: "\n")
    #expect(lines[1] == "2：批次 1 第 2 条 第 3 行：type-date：Made“x”：不是 YYYY-MM-DD 格式的日期")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let answer = String(decoding: try encoder.encode(refused[1].answer), as: UTF8.self)
    #expect(
      answer == """
        {"batch":1,"byte_offset":21,"dataset":"thing","id":2,"line":3,"number":2,\
        "reasons":[{"code":"type-date","field":"made","message":"Made: is not a date in the form \
        YYYY-MM-DD","message_zh":"Made：不是 YYYY-MM-DD 格式的日期","value":"x"}],"row":2,"status":"open"}
        """)
    let unmasked = String(
      decoding: try encoder.encode(refused[1].unmaskedAnswer), as: UTF8.self)
    #expect(unmasked.contains("\"raw\":\"2,lamp,x\""))
  }

  @Test func `are counted with an example`() throws {
    try load("1,tree,\n2,,x\n3,lamps!,\n")
    let counts = try store.read { try $0.reasonCounts() }

    #expect(
      [counts[0].dataset, counts[0].code, "\(counts[0].rows)", counts[0].example.english]
        == ["thing", "not-allowed", "2", "kind: is not one of lamp, a \"pump\""])
    #expect(
      counts.map(\.example.chinese)
        == ["kind：不在允许的值之中：lamp、a \"pump\"", "kind：多于 5 个字符", "Made：不是 YYYY-MM-DD 格式的日期"])
  }

  @Test func `go back under the names that fields have now`() throws {
    let outline = ManifestOutline(
      yaml: "fields: [{name: no, title: Number}, {name: kind, title: Kind, gewu: {title_zh: 种类}}]")
    let reasons = [
      QuarantinedRow.Reason(
        code: "key-duplicate", field: "no,kind", value: nil, arguments: [], kept: nil),
      QuarantinedRow.Reason(
        code: "required", field: "kind", value: nil,
        arguments: [Argument("title", "Kind of thing")], kept: nil),
      QuarantinedRow.Reason(
        code: "minimum", field: "kind", value: nil, arguments: [],
        kept: .init(english: "kind: is less than 1", chinese: "kind：小于 1")),
    ]

    #expect(
      QuarantineWords.cell(of: reasons, outline, .english)
        == "Number, Kind: an earlier row has the same key; Kind of thing: a value is required; "
        + "Kind: is less than 1")
    #expect(
      QuarantineWords.cell(of: reasons, outline, .chinese)
        == "Number、种类：与前面的行主键重复；Kind of thing：不能为空；种类：小于 1")
  }

  @Test func `that are not there are told of, with where to look`() {
    let fault = QuarantineFault.nothingOpen(.batch(1))
    #expect(
      fault.wording
        == Wording(
          "batch 1 has no open refused row; nothing was changed", "批次 1 没有未处理的问题数据；未作任何改动"))
    #expect(Hints.hint(for: fault)?.english == "see `gewu quarantine list`")
    #expect(
      QuarantineFault.notOpen([2, 8]).wording.english
        == "no open refused row has the number 2, 8; nothing was changed")
  }
}
