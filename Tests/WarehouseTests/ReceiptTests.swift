import Foundation
import GRDB
import Testing
import Time

@testable import Warehouse

@Suite struct `Receipts of reports` {
  private static func store() throws -> Store { try Store.inMemory(levels: ["grid"]) }

  private static func report(_ name: String) throws -> ReportRecord {
    var report = ReportRecord(
      channel: "app", receivedAt: try #require(Moment(rfc3339: "2026-03-01T00:00:00Z")),
      gridStatus: "invalid")
    report.externalID = name
    return report
  }

  private static func keep(_ name: String, _ session: StoreTransaction) throws -> ReportRecord {
    var report = try report(name)
    (report.id, report.receipt) = try session.insert(report)
    return report
  }

  @Test func `a receipt leads to its number, and a number has many`() throws {
    let key = try Self.store().receipts
    for number in [1, 2, 3, 1_000_000, Int64.max, 0, -1] {
      let receipts = try (0..<50).map { _ in try key.receipt(of: number) }
      #expect(Set(receipts).count == 50)
      #expect(try receipts.allSatisfy { try key.number(of: $0) == number })
      #expect(receipts.allSatisfy { Receipt(high: $0.halves.high, low: $0.halves.low) == $0 })
    }
  }

  @Test func `about half the bits of two receipts differ, of neighbours and of one number`() throws
  {
    let key = try Self.store().receipts
    var differing = 0
    for number in 1...500 as ClosedRange<Int64> {
      let pair = (try key.receipt(of: number).halves, try key.receipt(of: number + 1).halves)
      differing += (pair.0.high ^ pair.1.high).nonzeroBitCount
      differing += (pair.0.low ^ pair.1.low).nonzeroBitCount
    }
    // 64 of 128 on the average; its standard deviation over 500 pairs is a quarter of a bit.
    #expect(abs(Double(differing) / 500 - 64) < 2)
  }

  @Test func `one that was changed in any character, or is another store's, is of no report`()
    throws
  {
    let (store, other) = (try Self.store(), try Self.store())
    let kept = try store.write { try Self.keep("a", $0) }
    let stranger = try other.write { try Self.keep("b", $0) }

    try store.read { session in
      #expect(try session.report(kept.receipt) == kept)
      #expect(try session.report(stranger.receipt) == nil)
      let text = Array(kept.receipt.text)
      for place in text.indices {
        var changed = text
        changed[place] = text[place] == "7" ? "3" : "7"
        let forged = try #require(Receipt(String(changed)))
        #expect(try session.report(forged) == nil)
      }
      // Another receipt of the same number, as only who has the key could make it.
      #expect(try session.report(store.receipts.receipt(of: kept.id)) == nil)
    }
  }

  @Test func `receipts that were drawn at random are found by their index, later ones without`()
    throws
  {
    let queue = try DatabaseQueue(configuration: Store.configuration())
    try Schema.migrator.migrate(queue, upTo: "0014 zone")
    let drawn = Receipt(high: 1, low: 2)
    try queue.write { db in
      try Schema.seed(db, srid: 4326, zone: .utc, levels: ["grid"])
      try db.execute(
        sql: """
          INSERT INTO report (id, receipt, channel, received_at, grid_status)
          VALUES (5, ?, 'app', '2026-03-01T00:00:00.000Z', 'invalid')
          """, arguments: [drawn])
    }
    try Schema.migrator.migrate(queue)
    let store = try Store(path: Store.memory, database: queue, clock: .system)

    let later = try store.write { try Self.keep("later", $0) }

    #expect(store.receipts.lastDrawn == 5 && later.id == 6)
    try store.read { session in
      #expect(try session.report(drawn)?.id == 5)
      #expect(try session.report(later.receipt) == later)
      #expect(try session.report(Receipt(high: 1, low: 3)) == nil)
      let plan = try Row.fetchAll(
        session.db,
        sql: "EXPLAIN QUERY PLAN SELECT * FROM report AS r WHERE r.receipt = ? AND r.id <= 5",
        arguments: [drawn]
      ).map { $0["detail"] as String }
      #expect(plan.contains { $0.contains("USING INDEX report_receipt") }, "\(plan)")
    }
    #expect(try store.verify().clean)
  }

  @Test func `verification finds a receipt that does not lead to its report`() throws {
    let store = try Self.store()
    let kept = try store.write { session in
      let kept = try (1...3).map { try Self.keep("\($0)", session) }
      try session.db.execute(
        sql: "UPDATE report SET receipt = ? WHERE id = 2",
        arguments: [store.receipts.receipt(of: 7)])
      return kept
    }
    let problems = try store.verify().checks.flatMap(\.problems)

    #expect(kept.map(\.id) == [1, 2, 3])
    #expect(problems == [.strayReceipt(reports: 1)])
  }

  @Test func `no trigger and no index of random bits slows the writing of reports down`() throws {
    let store = try Self.store()
    let names = try store.read {
      try String.fetchAll(
        $0.db,
        sql:
          "SELECT name FROM sqlite_master WHERE tbl_name = 'report' AND type <> 'table' ORDER BY name"
      )
    }
    #expect(names == ["report_grid", "report_received", "sqlite_autoindex_report_1"])
  }

  @Test func `a store without its key is damaged, and says so`() throws {
    let store = try Self.store()
    try store.write { try $0.db.execute(sql: "DELETE FROM setting WHERE name = 'receipt_key'") }

    #expect(throws: StoreError.self) {
      try StoreError.translating(path: "x") {
        try Store(path: Store.memory, database: store.database, clock: .system)
      }
    }
  }
}
