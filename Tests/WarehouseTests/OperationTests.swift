import Datasets
import GRDB
import Intake
import Synchronization
import Testing
import Time

@testable import Warehouse

/// Which of two things came first is a matter of numbers: clocks go back.
@Suite struct OperationTests {
  /// A clock that a test turns.
  final class Hand: Sendable {
    private let moment = Mutex(Moment(milliseconds: 1_780_000_000_000))

    var clock: Clock { Clock { self.moment.withLock { $0 } } }

    func turn(hours: Int) {
      moment.withLock { $0 = Moment(milliseconds: $0.milliseconds + Int64(hours) * 3_600_000) }
    }
  }

  let header = "no,kind,amount,lon,lat\n"
  let hand = Hand()
  let bench: ImportBench

  init() throws {
    bench = try ImportBench(clock: hand.clock)
  }

  @Test(arguments: [-48, 0, 48])
  func `rows that went with a batch taken back come again, whatever the clock says`(hours: Int)
    throws
  {
    let second = header + "A1,a,1,5,5\nA2,b,1,5,5\nA3,c,1,5,5\n"
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,1,5,5\n")
    _ = try bench.load(second)
    hand.turn(hours: hours)
    _ = try bench.rollBack(1)
    #expect(try bench.current() == ["A3:c"])

    let again = try bench.load(second)

    #expect(again.status == .published && again.inserted == 2 && again.unchanged == 1)
    #expect(try bench.current() == ["A1:a", "A2:b", "A3:c"])
  }

  @Test func `a file is known again although the clock went back after it was loaded`() throws {
    let text = header + "A1,a,1,5,5\n"
    _ = try bench.load(header + "A9,z,1,5,5\n")
    hand.turn(hours: 2)
    _ = try bench.rollBack(1)
    hand.turn(hours: -48)
    _ = try bench.load(text)

    #expect(try bench.load(text).status == .unchanged)
  }

  @Test(arguments: [-48, 48])
  func `a staged load is begun anew where a batch was taken back since`(hours: Int) throws {
    func rows(_ range: Range<Int>) -> String {
      header + range.map { "B\($0),b,1,5,5\n" }.joined()
    }
    _ = try bench.load(rows(0..<1500))
    _ = try bench.load(rows(0..<10))
    _ = try bench.rollBack(2)
    let asked = Mutex(0)
    #expect(throws: ImportInterrupted.self) {
      _ = try bench.load(rows(0..<4000)) { request in
        (request.stageBytes, request.chunkRows) = (1, 1_000)
        request.isCancelled = {
          asked.withLock {
            $0 += 1; return $0 > 4
          }
        }
      }
    }
    hand.turn(hours: hours)
    _ = try bench.rollBack(1)

    let report = try bench.load(rows(0..<4000)) { $0.stageBytes = 1 }

    #expect(report.inserted == 4_000)
    #expect(
      report.notes.contains { note in
        if case .discarded(_, _, let why) = note { return why == .dataset }
        return false
      })
    #expect(try bench.number("SELECT count(*) FROM thing") == 4_000)
    #expect(try bench.store.verify().clean)
  }

  @Test func `of generations active at one moment the one activated last answers`() throws {
    try bench.store.write { session in
      try session.activate(
        generation: 1, isValid: true, problemCount: 0,
        at: Moment(milliseconds: hand.clock.now().milliseconds - 7_200_000))
    }
    let first = hand.clock.now()
    try activateNext()
    hand.turn(hours: -1)
    try activateNext()

    let store = bench.store
    let then = try store.read { try $0.generation(at: first) }
    let between = try store.read {
      try $0.generation(at: Moment(milliseconds: first.milliseconds - 1_800_000))
    }
    #expect(then?.id == 3 && between?.id == 3)
    let order = try bench.strings(
      "SELECT object FROM operation WHERE kind = 'activation' ORDER BY id")
    #expect(order == ["generation/1", "generation/2", "generation/3"])
  }

  private func activateNext() throws {
    try bench.store.write { session in
      let next = try session.preparingGeneration()
      try session.activate(generation: next, isValid: true, problemCount: 0)
    }
  }

  @Test func `each change is an operation of its transaction, in the order of the changes`() throws
  {
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,x,5,5\nA3,b,y,5,5\n")
    hand.turn(hours: -1)
    _ = try bench.replay(
      1, ImportBench.manifest([(", type: integer, constraints: {minimum: 0}", "")]))
    hand.turn(hours: -1)
    let report = ReportRecord(
      channel: "app", receivedAt: hand.clock.now(), gridStatus: "outside")
    let last = try bench.store.write { session in
      _ = try session.insert(report)
      return try session.lastOperation()
    }
    _ = try bench.rollBack(1, isDryRun: true)
    #expect(try bench.store.read { try $0.lastOperation() } == last)
    _ = try bench.rollBack(1)
    #expect(throws: StoreError.self) {
      try bench.store.write { session in
        try session.note(.report, "report/9")
        throw StoreError.exists(path: "")
      }
    }

    let operations = try bench.strings("SELECT kind || ' ' || object FROM operation ORDER BY id")
    #expect(
      operations == ["import batch/1", "replay batch/2", "report report/1", "rollback batch/1"])
    let numbers = try bench.strings(
      """
      SELECT published_operation || ' ' || ifnull(rolled_back_operation, '') FROM batch ORDER BY id
      """)
    #expect(numbers == ["1 4", "2 "])
    let moments = try bench.strings("SELECT at FROM operation ORDER BY id")
    #expect(moments != moments.sorted())
  }

  @Test func `a store of before gets the order of its past`() throws {
    let queue = try DatabaseQueue(
      configuration: {
        var configuration = Configuration()
        configuration.prepareDatabase { try SpatiaLite.attach(to: $0, busyTimeout: 5_000) }
        return configuration
      }())
    try Schema.migrator.migrate(queue, upTo: "0008 words")
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO source_file VALUES ('f', 'a.csv', 1, 'utf-8', '2026-01-01', 0);
          INSERT INTO generation (status, created_at, activated_at)
            VALUES ('active', '2026-01-01', '2026-01-02');
          INSERT INTO batch (id, dataset, file_sha256, file_name, manifest_hash, status, started,
              ended, rolled_back, kind)
            VALUES (1, 'a', 'f', 'a', 'm', 'rolled_back', '2026-01-03', '2026-01-03', '2026-01-02', 'import'),
              (2, 'a', 'f', 'a', 'm', 'published', '2026-01-01', '2026-01-01', NULL, 'replay'),
              (3, 'a', 'f', 'a', 'm', 'published', '2026-01-05', '2026-01-05', NULL, 'import'),
              (4, 'a', NULL, 'a', 'm', 'staged', '2026-01-06', NULL, NULL, 'import');
          INSERT INTO report (channel, received_at, grid_status) VALUES ('app', '2026-01-04', 'outside');
          """)
    }

    try Schema.migrator.migrate(queue)

    let operations = try queue.read { db in
      try String.fetchAll(db, sql: "SELECT kind || ' ' || object FROM operation ORDER BY id")
    }
    #expect(
      operations == [
        "activation generation/1", "import batch/1", "replay batch/2", "rollback batch/1",
        "report report/1", "import batch/3",
      ])
    let numbers = try queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT ifnull(published_operation, '') || ' ' || ifnull(rolled_back_operation, '')
          FROM batch UNION ALL SELECT activated_operation FROM generation
          """)
    }
    #expect(numbers == ["2 4", "3 ", "6 ", " ", "1"])
  }
}
