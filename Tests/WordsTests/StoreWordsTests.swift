import Intake
import Foundation
import Testing
import Time
import Warehouse
import Words

@Suite struct StoreWordsTests {
  static let errors: [(error: StoreError, english: String, chinese: String)] = [
    (
      .notFound(path: "a.sqlite"),
      "no store at a.sqlite; make one with `gewu init`, or name another with --store or GEWU_STORE",
      "a.sqlite 处没有数据库；请用 `gewu init` 新建，或用 --store 或 GEWU_STORE 指定另一个"
    ),
    (
      .exists(path: "a.sqlite"),
      "a.sqlite exists already and is left as it is; name another file with --store",
      "a.sqlite 已存在，保持原样；请用 --store 指定另一个文件"
    ),
    (
      .notADatabase(path: "a", .folder),
      "a is not a SQLite database, or is damaged (it is a folder); restore it from a backup",
      "a 不是 SQLite 数据库，或已损坏（它是文件夹）；请从备份恢复"
    ),
    (
      .locked(path: "a", holder: nil),
      "a is being written by another process; try again when it is done",
      "a 正由另一进程写入；请在其结束后重试"
    ),
    (
      .locked(
        path: "a",
        holder: LockHolder(
          process: 7, command: "gewu import b.csv",
          since: Moment(milliseconds: 1_780_000_000_007))),
      "a is being written by process 7, `gewu import b.csv`, since 2026-05-28T20:26:40.007Z; "
        + "try again when it is done",
      "a 正由进程 7（`gewu import b.csv`，自 2026-05-28T20:26:40.007Z 起）写入；请在其结束后重试"
    ),
    (
      .full(path: "s.sqlite"),
      "no space left for s.sqlite; the store is as it was before: free some space and run it again",
      "s.sqlite 所在磁盘空间不足；数据库保持原样：请腾出空间后重试"
    ),
    (
      .badLevels(.none),
      "a store needs at least one level; give the levels top first, separated by commas: "
        + "district,street,community,grid",
      "数据库至少需要一个层级；请自上而下给出层级，用逗号分隔：district,street,community,grid"
    ),
    (
      .notArchived(sha256: "abc", .missing(path: "f/abc")),
      "the source file abc is not in the archive (f/abc is missing); restore it from a backup, or "
        + "import the file again; `gewu import` needs --force for that",
      "原始文件 abc 不在存档中（缺少 f/abc）；请从备份恢复，或重新导入该文件；"
        + "重新导入时 `gewu import` 需要 --force"
    ),
    (
      .failed(path: "place", .notAGeometry(row: 7, column: "geometry")),
      "place: row 7 has a geometry that is not a geometry; check the store with `gewu verify`",
      "place：第 7 行的 geometry 不是几何图形；请用 `gewu verify` 检查数据库"
    ),
  ]

  @Test func `a temporary file that cannot be made says where and why`() {
    let fault = SpillFault(folder: "/tmp", step: .made, cause: 2)
    #expect(
      Words.wording(of: fault)
        == Wording(
          "/tmp: a temporary file cannot be made (No such file or directory); make room there",
          "/tmp：无法创建临时文件（没有这个文件或目录）；请在该处腾出空间"))
  }

  @Test(arguments: errors.indices)
  func `an error of the store says what to do on the command line`(index: Int) {
    let (error, english, chinese) = Self.errors[index]
    #expect(
      [Words.wording(of: error), Hints.hint(for: error)].compactMap(\.self).joined()
        == Wording(english: english, chinese: chinese))
  }

  @Test(arguments: errors.indices)
  func `an error's own words name no command and no option`(index: Int) {
    let error = Self.errors[index].error
    guard error.commandLineHint != nil else { return }
    let own = Words.wording(of: error)
    for text in [own.english, own.chinese] {
      #expect(!text.contains("`gewu") && !text.contains("--"))
    }
  }

  @Test(arguments: [
    (
      VerificationFinding.figure(.outcomes, batch: 1, found: 4, recorded: 3),
      "batch 1: outcomes: 4, but 3 by the batch"
    ),
    (.repeatedKeys(dataset: "thing", keys: 2), "thing: 2 keys have more than one current row"),
    (.orphaned(dataset: "thing", rows: 3), "thing: 3 current rows belong to unpublished batches"),
    (
      .figure(.ended, batch: 2, found: 1, recorded: 2),
      "batch 2: versions that it ended: 1, but 2 by the batch"
    ),
    (
      .figure(.brought, batch: 2, found: 1, recorded: 2),
      "batch 2: versions that it brought: 1, but 2 by the batch"
    ),
    (
      .unpublishedBatch(dataset: "thing", batch: 9),
      "thing: rows of batch 9, which is not published"
    ),
    (.missingGrids(dataset: "thing", rows: 1), "thing: 1 rows in grids that do not exist"),
    (
      .gridsOfAnotherGeneration(dataset: "thing", rows: 1),
      "thing: 1 rows in grids of another generation"
    ),
    (.missingKeyIndex(dataset: "thing"), "thing: the index of its key is missing"),
    (
      .otherType(dataset: "thing", field: "code", column: "INTEGER", rows: 4),
      "thing: 4 rows have code in a column of type INTEGER, which may have changed the values; "
        + "import the file again"
    ),
    (.entriesWithoutReason([1, 2]), "entries 1, 2 have no reason"),
    (
      .entriesOutOfStep([1]), "entries 1 are replayed by no batch, or not replayed by one"
    ),
    (
      .danglingReference(table: "quarantine_reason", row: 1, parent: "quarantine"),
      "quarantine_reason: row 1 refers to a row of quarantine that does not exist"
    ),
    (
      .missingObject(dataset: "thing", kind: .view, name: "thing"),
      "thing: its view thing is missing"
    ),
    (.strayStage(table: "stage_thing"), "stage_thing belongs to no staged batch"),
    (
      .staleSpatialIndex("idx_src_thing_geometry", table: "src_thing"),
      "idx_src_thing_geometry does not agree with src_thing"
    ),
    (
      .notArchived(sha256: "abc", path: "f/abc", .missing),
      "the source file abc is not in the archive (f/abc is missing); restore it from a backup, or "
        + "import the file again"
    ),
  ])
  func `a finding says what and where`(finding: VerificationFinding, english: String) {
    #expect(finding.wording.english == english)
  }

  @Test func `the JSON of an examination has each finding in both languages`() throws {
    var report = try Store.inMemory(levels: ["grid"]).verify()
    report.checks = report.checks.filter { $0.subject == .stages }
    report.checks[0].problems = [.missingStage(table: "stage_a")]
    report.checks[0].notes = [.staged(batch: 3, rows: 0, file: "things.csv")]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]

    let text = String(decoding: try encoder.encode(report), as: UTF8.self)

    #expect(
      text == """
        {"checks":[{"examined":0,"more":0,"name":"stages",\
        "notes":[{"message":"batch 3: 0 rows of things.csv are staged",\
        "message_zh":"批次 3：“things.csv”已暂存 0 行"}],\
        "problems":[{"message":"stage_a of a staged batch is missing","message_zh":"缺少暂存表 stage_a"}]}],\
        "clean":false,"store":":memory:"}
        """)
    #expect(
      report.summary.english == """
        stages: 1 problems (0 examined)
          stage_a of a staged batch is missing
          note: batch 3: 0 rows of things.csv are staged
        :memory: has problems
        """)
  }
}
