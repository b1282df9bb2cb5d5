@testable import Intake
import Datasets
import Foundation
import GRDB
import Testing
import Time

@testable import Warehouse

/// Files of a full data set stand in the order of their periods, not of their loads.
@Suite struct PeriodImportTests {
  let header = "no,kind,amount,lon,lat\n"
  let bench: ImportBench
  let full: Manifest
  let september: String
  let october: String

  init() throws {
    bench = try ImportBench(
      clock: Clock {
        Day(year: 2026, month: 11, day: 2).map { Moment(startOf: $0) } ?? Moment(milliseconds: 0)
      })
    full = try ImportBench.manifest([("incremental", "full")])
    september = header + "A1,a,1,5,5\nA2,b,1,5,5\nA3,x,y,5,5\n"
    october = header + "A2,B,1,5,5\nA3,c,1,50,5\n"
  }

  private func isClean() throws -> Bool {
    let report = try bench.store.verify()
    #expect(report.clean, "\(report.checks.flatMap(\.problems))")
    return report.clean
  }

  @Test func `a month that comes after a later one is refused, and nothing is changed`() throws {
    try bench.load(october, full, name: "救助10月.csv")
    let before = try bench.content()

    let report = try bench.load(september, full, name: "救助9月.csv")

    #expect(report.status == .refused && report.batch == nil)
    #expect(report.refused == .older(period: "2026-09", standing: "2026-10", batch: 1))
    #expect(report.period == "2026-09")
    #expect(try bench.content() == before)
  }

  @Test func `a correction of the month that stands replaces it`() throws {
    try bench.load(october, full, name: "10月.csv")
    let report = try bench.load(header + "A2,C,1,5,5\n", full, name: "2026年10月(更正).csv")
    #expect(report.status == .published && report.period == "2026-10")
    #expect(try bench.current() == ["A2:C"])
  }

  @Test func `files that were loaded are left alone, however often they come`() throws {
    try bench.load(september, full, name: "救助9月.csv")
    try bench.load(october, full, name: "救助10月.csv")
    let before = try bench.content()

    for _ in 0..<2 {
      let old = try bench.load(september, full, name: "救助9月.csv")
      let new = try bench.load(october, full, name: "救助10月.csv")
      #expect(old.status == .unchanged && old.batch == 1 && old.supersededBy == 2)
      #expect(old.notes == [.superseded(by: 2)])
      #expect(new.status == .unchanged && new.batch == 2 && new.supersededBy == nil)
    }
    #expect(try bench.content() == before)
    // By another manifest, too, the old one has had its time.
    let other = try ImportBench.manifest([("incremental", "full"), ("title: Kind", "title: Sort")])
    let again = try bench.load(september, other, name: "救助9月.csv")
    #expect(again.status == .unchanged && again.supersededBy == 2)
  }

  @Test func `a file whose batch was taken back is loaded again`() throws {
    try bench.load(september, full, name: "9月.csv")
    try bench.load(october, full, name: "10月.csv")
    _ = try bench.rollBack(2)

    let report = try bench.load(september, full, name: "9月.csv")
    #expect(report.status == .unchanged && report.supersededBy == nil)
    #expect(try bench.load(october, full, name: "10月.csv").status == .published)
    #expect(try bench.current() == ["A2:B", "A3:c"])
  }

  @Test(arguments: [1 << 30, 1])
  func `an old month goes into the past, and what is current stays`(stageBytes: Int) throws {
    try bench.load(october, full, name: "10月.csv")
    let before = try bench.visibleRows()

    let report = try bench.load(september, full, name: "9月.csv") {
      ($0.isIntoPast, $0.stageBytes) = (true, stageBytes)
    }

    #expect(report.status == .published && report.isHistory && report.period == "2026-09")
    #expect(report.inserted == 2 && report.retired == 0 && report.quarantined == 1)
    #expect(report.notes == [.intoPast(period: "2026-09")])
    #expect(try bench.visibleRows() == before)
    #expect(
      try bench.strings("SELECT no || kind FROM src_thing WHERE from_batch = 2") == ["A1a", "A2b"])
    let kept = try bench.store.read { try $0.batch(id: 2)?.report }
    #expect(kept?.isHistory == true && kept?.period == "2026-09")
    #expect(try isClean())
    // Known again, and no obstacle for what comes.
    let again = try bench.load(september, full, name: "9月.csv")
    #expect(again.status == .unchanged && again.batch == 2 && again.supersededBy == nil)
    let next = try bench.load(header + "A2,B,1,5,5\n", full, name: "11月.csv")
    #expect(next.status == .published && next.unchanged == 1 && next.retired == 1)
    #expect(try isClean())
  }

  @Test func `the state of the past is compared with what stands, and taken back alone`() throws {
    try bench.load(october, full, name: "10月.csv")
    try bench.load(september, full, name: "9月.csv") { $0.isIntoPast = true }
    let before = try bench.visibleRows()

    let diff = try bench.store.read { try $0.diff(dataset: "thing", from: 1, to: 2) }
    #expect(diff.added == 1 && diff.removed == 1 && diff.changed == 1)
    #expect(try bench.replay(2, full) == nil)
    #expect(try bench.store.read { try $0.openBatches() }.map(\.successor) == [1])

    let report = try bench.rollBack(2)
    #expect(report.insertedReversed == 2 && report.errors == 0 && report.kept == 0)
    #expect(try bench.visibleRows() == before)
    #expect(try isClean())
    _ = try bench.rollBack(1)
    #expect(try bench.visibleRows().isEmpty)
    #expect(try isClean())
  }

  @Test func `what is not older is loaded as ever, also where the past is meant`() throws {
    try bench.load(september, full, name: "9月.csv")
    let report = try bench.load(october, full, name: "10月.csv") { $0.isIntoPast = true }
    #expect(!report.isHistory)
    #expect(try bench.current() == ["A2:B", "A3:c"])
  }

  @Test func `a file of an unknown time goes neither into the past nor astray`() throws {
    try bench.load(october, full, name: "10月.csv")

    let report = try bench.load(september, full, name: "old.csv") { $0.isIntoPast = true }
    #expect(report.refused == .periodUnknown)

    let named = try bench.load(september, full, name: "old.csv") {
      ($0.isIntoPast, $0.period) = (true, Period("2026-08"))
    }
    #expect(named.isHistory && named.period == "2026-08")
  }

  @Test func `a manifest says where the period stands, or that names say nothing`() throws {
    let pattern = try ImportBench.manifest([
      ("load: incremental", "load: incremental\n  period: {file: \"v{year}_{month}*\"}")
    ])
    try bench.load(october, pattern, name: "v2026_10.csv")
    #expect(
      try bench.load(september, pattern, name: "v2026_9.csv").refused
        == .older(period: "2026-09", standing: "2026-10", batch: 1))
    let silent = try ImportBench.manifest([("load: incremental", "load: full\n  period: none")])
    #expect(try bench.load(september, silent, name: "202609.csv").status == .published)
  }

  @Test func `a column says what time a file is about`() throws {
    let manifest = try ImportBench.manifest([
      ("load: incremental", "load: full\n  period: {field: kind}")
    ])
    let report = try bench.load(
      header + "A1,2026-09-30,1,5,5\nA2,2026-10-02,1,5,5\nA3,,1,5,5\n", manifest, name: "a.csv")
    #expect(report.period == "2026-10-02")

    let older = try bench.load(header + "A1,2026年9月,1,5,5\n", manifest, name: "b.csv")
    #expect(older.refused == .older(period: "2026-09", standing: "2026-10-02", batch: 1))
  }

  @Test func `batches of before are known by the names of their files`() throws {
    try bench.load(october, full, name: "202610.csv")
    try bench.store.write { try $0.db.execute(sql: "UPDATE batch SET period = NULL") }

    let report = try bench.load(september, full, name: "202609.csv")
    #expect(report.refused == .older(period: "2026-09", standing: "2026-10", batch: 1))
  }
}
