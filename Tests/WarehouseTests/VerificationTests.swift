@testable import Intake
import Datasets
import Foundation
import GRDB
import Tabular
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

  func problems(_ bench: ImportBench) throws -> [VerificationFinding] {
    try bench.store.verify().checks.flatMap(\.problems)
  }

  func spoil(_ bench: ImportBench, _ sql: String) throws {
    try bench.store.database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      try db.execute(sql: sql)
    }
  }

  @Test func `of very many problems the first are listed and the rest counted`() {
    var check = VerificationReport.Check(.archive, examined: 300)
    for number in 1...302 { check.fail(.missingStage(table: "\(number)")) }

    #expect(check.problems.count == 100 && check.more == 202)
    #expect(check.problems.last == .missingStage(table: "100"))
  }

  @Test func `a store that imports have made is clean`() throws {
    let bench = try bench()

    let report = try bench.store.verify()

    #expect(report.clean, "\(report)")
    #expect(
      report.checks.map(\.subject.rawValue) == [
        "file", "permissions", "references", "identity", "data sets", "versions", "keys", "columns",
        "attachments", "quarantine", "stages", "spatial indexes", "archive", "reports", "seal",
        "subjects",
      ])
    let examined = Dictionary(
      uniqueKeysWithValues: report.checks.map { ($0.subject.rawValue, $0.examined) })
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

    let stages = try bench.store.verify().checks.first { $0.subject == .stages }

    #expect(try problems(bench) == [])
    #expect(stages?.notes == [.staged(batch: 3, rows: 0, file: "things.csv")])
  }

  static let damages: [(sql: String, finding: VerificationFinding)] = [
    (
      "UPDATE batch SET inserted = 3 WHERE id = 1",
      .figure(.outcomes, batch: 1, found: 4, recorded: 3)
    ),
    (
      "UPDATE src_thing SET to_batch = NULL WHERE no = 'A1'",
      .repeatedKeys(dataset: "thing", keys: 1)
    ),
    (
      "UPDATE src_thing SET to_batch = NULL WHERE no = 'A3'",
      .figure(.ended, batch: 2, found: 1, recorded: 2)
    ),
    (
      "DELETE FROM src_thing WHERE no = 'A4'",
      .figure(.brought, batch: 2, found: 1, recorded: 2)
    ),
    (
      "UPDATE src_thing SET from_batch = 9 WHERE no = 'A4'",
      .unpublishedBatch(dataset: "thing", batch: 9)
    ),
    (
      "UPDATE batch SET status = 'staged' WHERE id = 2",
      .orphaned(dataset: "thing", rows: 2)
    ),
    (
      "UPDATE src_thing SET grid_id = 77 WHERE no = 'A4'",
      .missingGrids(dataset: "thing", rows: 1)
    ),
    (
      "UPDATE src_thing SET generation = 0 WHERE no = 'A4'",
      .gridsOfAnotherGeneration(dataset: "thing", rows: 1)
    ),
    ("DROP INDEX src_thing_key", .missingKeyIndex(dataset: "thing")),
    (
      "DROP INDEX src_thing_key; UPDATE dataset SET manifest = '[no manifest'",
      .unreadableManifest(dataset: "thing")
    ),
    ("DELETE FROM quarantine_reason", .entriesWithoutReason([1])),
    ("UPDATE quarantine SET status = 'replayed'", .entriesOutOfStep([1])),
    (
      "UPDATE quarantine_reason SET quarantine_id = 9",
      .danglingReference(table: "quarantine_reason", row: 1, parent: "quarantine")
    ),
    ("DROP VIEW thing", .missingObject(dataset: "thing", kind: .view, name: "thing")),
    ("CREATE TABLE stage_thing (id)", .strayStage(table: "stage_thing")),
    (
      "DELETE FROM idx_src_thing_geometry WHERE pkid = 1",
      .staleSpatialIndex("idx_src_thing_geometry", table: "src_thing")
    ),
  ]

  @Test(arguments: damages)
  func `what is not as it must be is found and named`(
    sql: String, finding: VerificationFinding
  ) throws {
    let bench = try bench()
    // Unique keys are kept by an index that has to go before they can be spoilt.
    if case .repeatedKeys = finding {
      try spoil(
        bench,
        "DROP INDEX src_thing_key; CREATE INDEX src_thing_key ON src_thing (no)")
    }

    try spoil(bench, sql)

    #expect(try problems(bench).contains(finding))
  }

  @Test func `a data set without a key needs no index, whatever a comment in its manifest says`()
    throws
  {
    let bench = try ImportBench()
    let keyless = try ImportBench.manifest([
      ("primaryKey: [no]", "# No primaryKey: rows repeat."), ("load: incremental", "load: append"),
    ])
    _ = try bench.load(header + "A1,pump,1,5,5\nA1,pump,1,5,5\n", keyless)

    #expect(try problems(bench) == [])
  }

  @Test func `a source file that is missing from the archive, or was changed, is found`() throws {
    let bench = try bench()
    let digest = try #require(try bench.strings("SELECT min(sha256) FROM source_file").first)
    let path = try #require(bench.store.archive?.path(of: digest))
    try FileManager.default.removeItem(atPath: path)
    #expect(try problems(bench) == [.notArchived(sha256: digest, path: path, .missing)])

    try Data("other".utf8).write(to: URL(filePath: path))
    let other = ContentHash.sha256("other")
    #expect(
      try problems(bench) == [.notArchived(sha256: digest, path: path, .changed(sha256: other))])
  }
}
