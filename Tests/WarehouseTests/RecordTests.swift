import Intake
import Foundation
import GRDB
import Testing
import Time

@testable import Warehouse

/// What is read from the store's rows, and the JSON that callers see of it, byte for byte.
@Suite struct RecordTests {
  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test func `a batch in JSON has its figures and its circumstances side by side`() throws {
    let bench = try ImportBench()
    _ = try bench.load("no,kind,amount,lon,lat\nA1,a,1,5,5\nA2,b,x,5,5\n")
    try bench.store.write { session in
      try session.db.execute(
        sql: """
          UPDATE batch SET started = '2026-01-02T03:04:05.006Z', ended = '2026-01-02T03:04:06.000Z',
            seconds = 0.25, file_name = 'things.csv', remarks = '{"outside":2}', warned = 2
          """)
    }
    let batch = try #require(try bench.store.read { try $0.batch(id: 1) })

    let text = try json(batch)
    #expect(
      text == """
        {"accuracy":0,"attached":1,"batch":1,"blank":0,"dataset":"thing","duplicate":0,"encoding":"utf-8",\
        "ended":"2026-01-02T03:04:06.000Z","file":"things.csv","file_bytes":45,\
        "file_sha256":"\(batch.fileHash)","generation":1,"inserted":1,"kind":"import",\
        "manifest_hash":"\(batch.manifestHash)","quarantined":1,"read":2,\
        "reasons":{"type-integer":1},"remarks":{"outside":2},"retired":0,"seconds":0.25,\
        "started":"2026-01-02T03:04:05.006Z","status":"published","unattached":0,"unchanged":0,\
        "updated":0,"warned":2}
        """)
    #expect(batch.fileHash.count == 64 && batch.manifestHash.count == 64)
  }

  @Test func `a staged batch counts the rows of its checkpoint and has no file yet`() throws {
    let store = try Store.inMemory(levels: ["grid"])
    try store.write { session in
      try session.db.execute(
        sql: """
          INSERT INTO batch (id, dataset, manifest_hash, file_name, status, started, checkpoint)
          VALUES (1, 'a', 'm', 'a.csv', 'staged', '2026-01-01T00:00:00.000Z', '{"rows":70}'),
            (2, 'b', 'm', 'b.csv', 'staged', '2026-01-01T00:00:00.000Z', 'broken');
          """)
    }
    let batches = try store.read { try $0.batches() }

    #expect(batches.map(\.report.read) == [0, 70])
    #expect(batches.allSatisfy { $0.fileHash.isEmpty && $0.encoding.isEmpty && $0.fileBytes == 0 })
    #expect(batches.allSatisfy { $0.report.status == .staged && $0.report.reasons.isEmpty })
  }

  @Test func `a generation in JSON names only what it has`() throws {
    let store = try Store.inMemory(levels: ["grid"])
    try store.write { session in
      try session.db.execute(
        sql: """
          INSERT INTO generation (status, created_at, activated_at, is_valid, problem_count)
          VALUES ('active', '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', 1, 0);
          INSERT INTO generation (status, created_at) VALUES ('preparing', '2026-01-03T00:00:00.000Z')
          """)
    }

    #expect(
      try store.read { try $0.generations() }.map(json) == [
        """
        {"activated_at":"2026-01-02T00:00:00.000Z","created_at":"2026-01-01T00:00:00.000Z",\
        "generation":1,"net":"base","problems":0,"status":"active","valid":true}
        """,
        """
        {"created_at":"2026-01-03T00:00:00.000Z","generation":2,"net":"base","status":"preparing"}
        """,
      ])
  }

  @Test func `a net comes back as it was kept, its levels from the top`() throws {
    let store = try Store.inMemory(levels: ["grid"])
    var net = Net(name: "police", title: "Beats", titleChinese: "警务", levels: ["z", "b", "a"])

    let first = try store.write { session in
      try session.insert(net)
      return try session.net(named: "police")
    }
    #expect(first == net)

    (net.title, net.codeGrammar) = (nil, "unit-grid-15")
    (net.urbanHouseholds, net.ruralHouseholds) = (400, 200)
    let nets = try store.write { session in
      try session.update(net)
      return try session.nets()
    }
    #expect(nets.map(\.name) == ["base", "police"])
    #expect(nets.last == net && nets.first?.levels == ["grid"])
  }

  @Test func `a report comes back as it was kept, in the grid that it was given`() throws {
    let bench = try ImportBench()
    let moment = try #require(Moment(rfc3339: "2026-01-02T03:04:05.006Z"))
    var report = ReportRecord(channel: "hotline", receivedAt: moment, gridStatus: "inside")
    report.idempotencyKey = "k"
    report.requestHash = "h"
    report.category = "noise"
    report.description = "a 'quoted' one"
    report.externalID = "7"
    report.reportedAt = "2026-01-02T11:00:00+08:00"
    (report.x, report.y, report.crs) = (5.5, 6.25, "wgs84")
    (report.storeX, report.storeY) = (5.5, 6.25)
    (report.gridID, report.generation) = (1, 1)
    let bare = ReportRecord(
      channel: "web", receivedAt: moment.adding(.seconds(2)), gridStatus: "invalid")

    let (inserted, kept, methods) = try bench.store.write { session in
      let inserted = [try session.insert(report), try session.insert(bare)]
      return (
        inserted, try session.reports(ReportFilter(limit: 9)),
        try String?.fetchAll(session.db, sql: "SELECT attach_method FROM report ORDER BY id")
      )
    }

    report.id = 1
    report.receipt = inserted[0].receipt
    #expect(inserted.map(\.id) == [1, 2])
    report.gridCode = "G1"
    var second = bare
    second.id = 2
    second.receipt = inserted[1].receipt
    #expect(kept == [second, report] && second.receipt != report.receipt)
    #expect(methods == ["coordinates", nil])
  }
}
