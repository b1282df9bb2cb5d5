@testable import Intake
import Datasets
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Warehouse

@Suite struct StagedImportTests {
  let header = "no,kind,amount,lon,lat\n"

  /// 4,000 things, some of them refused, some twice.
  func things(_ kind: String = "pump", from first: Int = 0) -> String {
    header
      + (first..<(first + 4_000)).map { number in
        switch number % 500 {
        case 7: "A\(number),\(kind),x,5,5\n"
        case 8: thing(number - 2, kind)
        default: thing(number, kind)
        }
      }.joined()
  }

  private func thing(_ number: Int, _ kind: String) -> String {
    "A\(number),\(kind),\(number % 90),\(number % 12),5\n"
  }

  func staged(_ request: inout ImportRequest) {
    request.stageBytes = 1
    request.chunkRows = 1_000
  }

  /// Stops a load when it has read so many blocks of rows.
  func stop(_ request: inout ImportRequest, after blocks: Int) {
    staged(&request)
    let asked = Mutex(0)
    request.isCancelled = {
      asked.withLock { count in
        count += 1
        return count > blocks
      }
    }
  }

  /// What readers see: the current rows and the refused ones.
  func visible(_ bench: ImportBench) throws -> [String] {
    try bench.store.read { session in
      let rows =
        try session.db.viewExists("thing")
        ? Row.fetchAll(session.db, sql: "SELECT * FROM thing ORDER BY id").map { "\($0)" } : []
      return rows + (try session.quarantinedRows(limit: 10_000).map { "\($0)" })
    }
  }

  func interrupt(
    _ bench: ImportBench, _ text: String, _ manifest: Manifest? = nil, after blocks: Int = 4
  ) throws -> ImportInterrupted {
    try #require(
      throws: ImportInterrupted.self,
      performing: { _ = try bench.load(text, manifest) { stop(&$0, after: blocks) } })
  }

  /// Everything in the store but SpatiaLite's own log of what was made, and ours of what was done.
  func content(_ bench: ImportBench) throws -> String {
    try bench.content().split(separator: "\n").filter {
      !$0.hasPrefix("spatialite_history") && !$0.hasPrefix("operation")
    }
    .joined(separator: "\n")
  }

  @Test func `rows staged in pieces are those of one transaction`() throws {
    let (one, many) = (try ImportBench(), try ImportBench())
    for kind in ["pump", "lamp"] {
      let whole = try one.load(things(kind))
      let pieces = try many.load(things(kind), change: staged)

      #expect(pieces.read == 4_000 && pieces.duplicate == 8 && pieces.quarantined == 8)
      #expect(pieces.updated == whole.updated && pieces.inserted == whole.inserted)
      #expect(try visible(many) == visible(one))
    }
    let strays = try many.strings("SELECT name FROM sqlite_master WHERE name LIKE 'stage_%'")
    #expect(strays.isEmpty)
    #expect(try many.number("SELECT count(*) FROM batch WHERE checkpoint IS NOT NULL") == 0)
  }

  @Test(arguments: ["incremental", "full"])
  func `an interrupted load shows nothing, and goes on where it was`(load: String) throws {
    let manifest = try ImportBench.manifest([("load: incremental", "load: \(load)")])
    let (one, two) = (try ImportBench(), try ImportBench())
    for (kind, first) in [("pump", 0), ("lamp", 2_000)] {
      let text = things(kind, from: first)
      let whole = try one.load(text, manifest)
      let before = try visible(two)

      let interruption = try interrupt(two, text, manifest)
      let between = try visible(two)
      let resumed = try two.load(text, manifest, change: staged)

      #expect(interruption.rows > 0 && interruption.rows < 4_000)
      #expect(between == before)
      #expect(resumed.batch == interruption.batch && resumed.retired == whole.retired)
      #expect(resumed.notes == [.resumed(afterRows: interruption.rows)])
      #expect(try visible(two) == visible(one))
    }
  }

  @Test func `an interruption tells what is staged`() throws {
    let bench = try ImportBench()

    let interruption = try interrupt(bench, things())

    #expect(interruption.batch == 1)
    let listed = try bench.store.read { try $0.batches() }
    #expect(listed.map(\.report.status) == [.staged])
    #expect(listed.map(\.report.read) == [interruption.rows])
  }

  @Test func `another file discards what was staged, and says so`() throws {
    let (one, two) = (try ImportBench(), try ImportBench())
    _ = try one.load(things("lamp"))
    let interruption = try interrupt(two, things())

    let report = try two.load(things("lamp"), change: staged)

    #expect(report.notes == [.discarded(rows: interruption.rows, file: "things.csv", .file)])
    #expect(report.batch == 1)
    #expect(try visible(two) == visible(one))
  }

  @Test func `a changed manifest, other boundaries and a changed data set discard the stage too`()
    throws
  {
    let bench = try ImportBench()
    let other = try ImportBench.manifest([("title: Kind", "title: Sort")])
    let first = try interrupt(bench, things().replacing("kind", with: "Sort"), other)
    let manifest = try bench.load(things().replacing("kind", with: "Kind"), change: staged)
    let second = try interrupt(bench, things("lamp"))
    let small = try bench.load(header + "B1,pump,1,5,5\n")
    let third = try interrupt(bench, things("lamp"))
    let generation = try bench.load(things("lamp")) { request in
      staged(&request)
      request.attacher = nil
    }

    let notes = { (rows: Int, why: StageDifference) in
      [ImportNote.discarded(rows: rows, file: "things.csv", why)]
    }
    #expect(manifest.notes == notes(first.rows, .file))
    #expect(small.notes == notes(second.rows, .otherFile))
    #expect(generation.notes == notes(third.rows, .boundaries))
  }

  @Test func `another version of the program goes on, another version of the pipeline begins anew`()
    throws
  {
    let bench = try ImportBench()
    let first = try interrupt(bench, things())
    let goesOn = try bench.load(things()) { request in
      staged(&request)
      request.toolVersion = "99.0.0"
    }
    #expect(goesOn.notes == [.resumed(afterRows: first.rows)])

    let second = try interrupt(bench, things("lamp"))
    try bench.store.write { session in
      try session.db.execute(
        sql: """
          UPDATE batch SET checkpoint = json_set(checkpoint, '$.origin.pipeline', ?)
          WHERE status = 'staged'
          """, arguments: [ImportPipeline.version + 1])
    }
    let begun = try bench.load(things("lamp"), change: staged)
    #expect(begun.notes == [.discarded(rows: second.rows, file: "things.csv", .version)])
  }

  @Test func `a refused or broken load leaves nothing staged`() throws {
    let bench = try ImportBench()
    _ = try bench.load(header + "B1,pump,1,5,5\n")
    let before = try bench.content()

    let refused = try bench.load(things()) { request in
      staged(&request)
      request.maximumErrors = ErrorLimit("3")
    }
    #expect(throws: (any Error).self) {
      try bench.load(things(), ImportBench.manifest([("name: kind, title", "name: other, title")]))
      {
        staged(&$0)
      }
    }

    #expect(refused.status == .refused && refused.batch == nil)
    #expect(try bench.content() == before)
  }

  @Test func `a staged load can be thrown away`() throws {
    let bench = try ImportBench()
    let before = try content(bench)
    _ = try interrupt(bench, things())

    let isGone = try bench.store.write { try $0.discardStage(batch: 1) }
    let again = try bench.store.write { try $0.discardStage(batch: 1) }

    #expect(isGone && !again)
    #expect(try content(bench) == before)
  }

  @Test func `a dry run of a large file stages nothing`() throws {
    let bench = try ImportBench()
    _ = try interrupt(bench, things())
    let before = try bench.content()

    let report = try bench.load(things()) { request in
      staged(&request)
      request.isDryRun = true
    }

    #expect(report.status == .dryRun && report.read == 4_000 && report.notes.isEmpty)
    #expect(try bench.content() == before)
  }

  @Test func `the store can be read while a load of it is staged`() throws {
    let bench = try ImportBench()
    let other = try Store.open(at: bench.store.path)
    let seen = Mutex<Set<Int>>([])

    _ = try bench.load(things()) { request in
      staged(&request)
      request.progress = { _ in
        let count = try? other.read { try Int.fetchOne($0.db, sql: "SELECT count(*) FROM dataset") }
        seen.withLock { _ = $0.insert((count ?? nil) ?? -1) }
      }
    }

    #expect(seen.withLock { $0 } == [0])
    #expect(try other.read { try Int.fetchOne($0.db, sql: "SELECT count(*) FROM thing") } == 3_984)
  }
}
