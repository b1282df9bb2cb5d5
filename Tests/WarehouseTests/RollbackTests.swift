import Intake
import Datasets
import Foundation
import GRDB
import Testing

@testable import Warehouse

@Suite struct RollbackTests {
  let header = "no,kind,amount,lon,lat\n"
  let bench: ImportBench
  let full: Manifest

  init() throws {
    bench = try ImportBench()
    full = try ImportBench.manifest([("incremental", "full")])
  }

  @Test func `the latest batch taken back leaves the rows as they were before it`() throws {
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,1,5,5\nA3,c,1,5,5\n", full)
    let before = try bench.visibleRows()
    _ = try bench.load(header + "A1,a,1,5,5\nA2,B,1,5,5\nA4,d,1,50,5\n", full)

    let report = try bench.rollBack(2)

    #expect(try bench.visibleRows() == before)
    #expect(report.insertedReversed == 1 && report.updatedReversed == 1)
    #expect(report.retiredReversed == 1 && report.kept == 0 && report.errors == 0)
    #expect(report.laterBatches.isEmpty)
    let kept = try #require(try bench.store.read { try $0.batch(id: 2) })
    #expect(kept.rolledBack == report.time)
    #expect(kept.report.status == .rolledBack)
    #expect(
      try bench.number("SELECT rollback ->> '$.retired_reversed' FROM batch WHERE id = 2") == 1)
  }

  @Test func `a dry run says the same and changes nothing`() throws {
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,x,5,5\n")
    let before = try bench.content()

    let plan = try bench.rollBack(1, isDryRun: true)

    #expect(try bench.content() == before)
    var done = try bench.rollBack(1)
    (done.isDryRun, done.time) = (true, plan.time)
    #expect(done == plan)
    #expect(plan.insertedReversed == 1 && plan.entriesClosed == 1)
  }

  @Test func `rows that a later batch changed are kept, and that batch is named`() throws {
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,1,5,5\n")
    _ = try bench.load(header + "A1,x,1,5,5\nA2,y,1,5,5\nA3,z,1,5,5\n", name: "second.csv")
    _ = try bench.load(header + "A2,Y,1,5,5\n", name: "third.csv")

    let report = try bench.rollBack(2)

    #expect(try bench.current() == ["A1:a", "A2:Y"])
    #expect(report.updatedReversed == 1 && report.insertedReversed == 1 && report.kept == 1)
    #expect(report.laterBatches == [.init(batch: 3, file: "third.csv", rows: 1)])
  }

  @Test func `the order in which batches are taken back does not matter`() throws {
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,1,5,5\n")
    let before = try bench.visibleRows()
    _ = try bench.load(header + "A1,x,1,5,5\nA2,y,1,5,5\n")
    _ = try bench.load(header + "A2,Y,1,5,5\n")

    #expect(try bench.rollBack(2).kept == 1)
    let last = try bench.rollBack(3)

    #expect(last.completed == [2])
    #expect(try bench.visibleRows() == before)
    #expect(try bench.number("SELECT rollback ->> '$.kept' FROM batch WHERE id = 2") == 0)
    #expect(
      try bench.number("SELECT rollback ->> '$.updated_reversed' FROM batch WHERE id = 2") == 2)
  }

  @Test func `a row that a batch retired and a later one brought again is kept`() throws {
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,1,5,5\n", full)
    _ = try bench.load(header + "A1,a,1,5,5\n", full)
    _ = try bench.load(header + "A1,a,1,5,5\nA2,again,1,5,5\n", full)

    let report = try bench.rollBack(2)

    #expect(try bench.current() == ["A1:a", "A2:again"])
    #expect(report.retiredReversed == 0 && report.kept == 1)
    #expect(report.laterBatches.map(\.batch) == [3])
    #expect(try bench.rollBack(3).completed == [2])
    #expect(try bench.current() == ["A1:a", "A2:b"])
  }

  @Test func `a batch that swapped two unique values is taken back`() throws {
    try bench.load(header + "A1,a,1,5,5\nA2,b,1,5,5\n")
    try bench.store.write {
      try $0.db.execute(
        sql: "CREATE UNIQUE INDEX one_kind ON src_thing (kind) WHERE to_batch IS NULL")
    }
    // Both rows end before either is written: that is what a file with swapped values comes to.
    try bench.store.write {
      try $0.db.execute(
        sql: """
          INSERT INTO batch (id, dataset, manifest_hash, file_sha256, file_name, status, started,
            ended, read, updated)
          SELECT 2, dataset, manifest_hash, file_sha256, 'swap.csv', status, started, ended, 2, 2
          FROM batch WHERE id = 1;
          UPDATE src_thing SET to_batch = 2;
          INSERT INTO src_thing (from_batch, row_hash, source_row, no, kind)
            VALUES (2, 1, 1, 'A1', 'b'), (2, 2, 2, 'A2', 'a');
          """)
    }
    #expect(try bench.current() == ["A1:b", "A2:a"])

    let report = try bench.rollBack(2)

    #expect(report.updatedReversed == 2 && report.errors == 0)
    #expect(try bench.current() == ["A1:a", "A2:b"])
  }

  @Test func `what is taken back stays in the table, current at no time`() throws {
    _ = try bench.load(header + "A1,a,1,5,5\n")
    _ = try bench.rollBack(1)

    #expect(try bench.current().isEmpty)
    #expect(
      try bench.strings("SELECT no || from_batch || to_batch FROM src_thing") == ["A111"])
  }

  @Test func `the file of a batch that was taken back is imported again`() throws {
    let text = header + "A1,a,1,5,5\n"
    _ = try bench.load(text)
    _ = try bench.rollBack(1)

    let again = try bench.load(text)

    #expect(again.status == .published && again.batch == 2 && again.inserted == 1)
    #expect(try bench.current() == ["A1:a"])
  }

  @Test func `the same file is loaded again where it was forced`() throws {
    let text = header + "A1,a,1,5,5\n"
    _ = try bench.load(text)

    let again = try bench.load(text) { $0.isForced = true }

    #expect(again.status == .published && again.batch == 2 && again.unchanged == 1)
  }

  @Test func `a file is imported again where an earlier batch was taken back since`() throws {
    let text = header + "A1,a,1,5,5\nA2,b,1,5,5\n"
    _ = try bench.load(header + "A1,a,1,5,5\n")
    _ = try bench.load(text, name: "second.csv")
    _ = try bench.rollBack(1)
    // The second batch had found A1 unchanged, so it went with the first.
    #expect(try bench.current() == ["A2:b"])

    let again = try bench.load(text, name: "second.csv")

    #expect(again.status == .published && again.inserted == 1)
    #expect(try bench.current() == ["A1:a", "A2:b"])
  }

  @Test func `the state after a later batch was taken back is known again`() throws {
    let text = header + "A1,a,1,5,5\n"
    _ = try bench.load(text)
    _ = try bench.load(header + "A1,b,1,5,5\n")
    _ = try bench.rollBack(2)

    #expect(try bench.load(text).status == .unchanged)
  }

  @Test func `appended rows of one batch go, those of others stay`() throws {
    let append = try ImportBench.manifest([("primaryKey: [no]\n", ""), ("incremental", "append")])
    _ = try bench.load(header + "A1,a,1,5,5\nA1,a,1,5,5\n", append)
    _ = try bench.load(header + "A1,b,1,5,5\n", append)

    let report = try bench.rollBack(1)

    #expect(report.insertedReversed == 2 && report.kept == 0)
    #expect(try bench.current() == ["A1:b"])
  }

  @Test func `rows edited by another hand are counted as errors, not guessed`() throws {
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,1,5,5\n")
    try bench.store.write { try $0.db.execute(sql: "DELETE FROM src_thing WHERE no = 'A2'") }

    let report = try bench.rollBack(1)

    #expect(report.insertedReversed == 1 && report.errors == 1)
  }
}
