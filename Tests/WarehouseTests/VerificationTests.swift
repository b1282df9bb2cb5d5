@testable import Intake
import Datasets
import Foundation
import GRDB
import Testing

@testable import Warehouse

@Suite struct VerificationTests {
  let header = "no,kind,amount,lon,lat\n"

  /// A store with two batches, changed and refused rows, and an archive.
  func bench() throws -> ImportBench {
    let bench = try ImportBench()
    let full = try ImportBench.manifest([("load: incremental", "load: full")])
    _ = try bench.load(header + "A1,pump,1,5,5\nA2,lamp,x,5,5\nA3,lamp,1,50,5\n", full)
    _ = try bench.load(header + "A1,lamp,1,5,5\nA4,lamp,1,5,5\n", full)
    return bench
  }

  func problems(_ bench: ImportBench) throws -> [String] {
    try bench.store.verify().checks.flatMap { check in
      check.problems.map { "\(check.name): \($0.message)" }
    }
  }

  func spoil(_ bench: ImportBench, _ sql: String) throws {
    try bench.store.database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      try db.execute(sql: sql)
    }
  }

  @Test func `of very many problems the first are listed and the rest counted`() {
    var check = VerificationReport.Check(name: "archive", examined: 300)
    for number in 1...302 { check.fail("file \(number) is gone", "文件 \(number) 不见了") }

    #expect(check.problems.count == 100 && check.more == 202)
    #expect(check.problems.last?.message == "file 100 is gone")
  }

  @Test func `a store that imports have made is clean`() throws {
    let bench = try bench()

    let report = try bench.store.verify()

    #expect(report.clean, "\(report)")
    #expect(
      report.checks.map(\.name) == [
        "file", "references", "identity", "data sets", "versions", "keys", "attachments",
        "quarantine", "stages", "spatial indexes", "archive",
      ])
    let examined = Dictionary(
      uniqueKeysWithValues: report.checks.map { ($0.name, $0.examined) })
    #expect(examined["identity"] == 2 && examined["versions"] == 4 && examined["keys"] == 2)
    #expect(examined["quarantine"] == 1 && examined["archive"] == 2)
  }

  @Test func `a store of which batches were taken back is clean`() throws {
    let bench = try bench()
    for id in [2, 1] {
      try bench.store.write { session in
        let batch = try #require(try session.batch(id: Int64(id)))
        _ = try session.rollBack(batch)
      }
      #expect(try problems(bench) == [])
    }
  }

  @Test func `a staged load is noted, and no problem`() throws {
    let bench = try bench()
    let rows = (0..<3_000).map { "B\($0),pump,1,5,5\n" }.joined()
    #expect(throws: ImportInterrupted.self) {
      _ = try bench.load(header + rows) { request in
        request.stageBytes = 1
        request.chunkRows = 600
        request.isCancelled = { true }
      }
    }

    let stages = try bench.store.verify().checks.first { $0.name == "stages" }

    #expect(try problems(bench) == [])
    #expect(stages?.notes.map(\.message) == ["batch 3: 0 rows of things.csv are staged"])
    #expect(stages?.notes.map(\.messageChinese) == ["批次 3:「things.csv」已暂存 0 行"])
  }

  @Test(arguments: [
    (
      "UPDATE batch SET inserted = 3 WHERE id = 1",
      "identity: batch 1: outcomes: 4, but 3 by the batch"
    ),
    (
      "UPDATE src_thing SET to_batch = NULL WHERE no = 'A1'",
      "keys: thing: 1 keys of more than one current row"
    ),
    (
      "UPDATE src_thing SET to_batch = NULL WHERE no = 'A3'",
      "versions: batch 2: versions that it ended: 1, but 2 by the batch"
    ),
    (
      "DELETE FROM src_thing WHERE no = 'A4'",
      "versions: batch 2: versions that it brought: 1, but 2 by the batch"
    ),
    (
      "UPDATE src_thing SET from_batch = 9 WHERE no = 'A4'",
      "versions: thing: rows of batch 9, which is not published"
    ),
    (
      "UPDATE src_thing SET grid_id = 77 WHERE no = 'A4'",
      "attachments: thing: 1 rows in grids that are not there"
    ),
    (
      "UPDATE src_thing SET generation = 0 WHERE no = 'A4'",
      "attachments: thing: 1 rows in grids of another generation"
    ),
    ("DROP INDEX src_thing_key", "keys: thing: the index of its key is missing"),
    ("DELETE FROM quarantine_reason", "quarantine: entries 1 have no reason"),
    (
      "UPDATE quarantine SET status = 'replayed'",
      "quarantine: entries 1 are replayed by no batch, or not replayed by one"
    ),
    (
      "UPDATE quarantine_reason SET quarantine_id = 9",
      "references: quarantine_reason: row 1 refers to a row of quarantine that is not there"
    ),
    ("DROP VIEW thing", "data sets: thing: its view thing is missing"),
    ("CREATE TABLE stage_thing (id)", "stages: stage_thing belongs to no staged batch"),
    (
      "DELETE FROM idx_src_thing_geometry WHERE pkid = 1",
      "spatial indexes: idx_src_thing_geometry does not agree with src_thing"
    ),
  ])
  func `what is not as it must be is found and named`(sql: String, problem: String) throws {
    let bench = try bench()
    // Unique keys are kept by an index that has to go before they can be spoilt.
    if problem.hasSuffix("current row") {
      try spoil(
        bench,
        "DROP INDEX src_thing_key; CREATE INDEX src_thing_key ON src_thing (no)")
    }

    try spoil(bench, sql)

    #expect(try problems(bench).contains(problem))
  }

  @Test func `a source file that was changed in the archive is found`() throws {
    let bench = try bench()
    let digest = try #require(try bench.strings("SELECT min(sha256) FROM source_file").first)
    let path = try bench.store.archivedFile(sha256: digest)
    try FileManager.default.removeItem(atPath: path)

    let found = try problems(bench)

    #expect(found.count == 1 && found[0].hasPrefix("archive: the source file \(digest) is not in"))
  }
}
