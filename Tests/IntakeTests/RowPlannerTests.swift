import Datasets
import Foundation
import Geometry
import Tabular
import TestSupport
import Testing

@testable import Intake

/// What becomes of each row of a file, planned through a pipe of blocks and without a store.
@Suite final class RowPlannerTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private struct Source: RecordSource {
    let file: any TableFile
    let rows: DataRows
    let fileName = "things.csv"
    var crs: String? { nil }
  }

  /// All that the blocks of a file say.
  private struct Plan {
    var report: ImportReport
    /// The rows to be written or ended, without their memory.
    var rows: [PlannedRow] = []
    var refusals: [RowRefusal] = []
    var blocks = 0

    var closed: [Int64] { rows.map(\.closes).filter { $0 != 0 } }
  }

  /// Plans a file whose rows have the columns `no`, `kind`, `amount`, `lon` and `lat`.
  ///
  /// - Parameter current: the rows of the store, by their keys.
  private func plan(
    _ rows: [String], load: LoadMode = .full, current: [String: PlannedRow] = [:],
    sealing: (any RowSealing)? = nil
  ) throws -> Plan {
    let manifest = try Manifest(
      yaml: """
        name: thing
        primaryKey: [no]
        fields:
          - {name: no, constraints: {required: true, pattern: "T[0-9]+"}}
          - {name: kind, constraints: {required: true}}
          - {name: amount, type: integer}
          - {name: lon, type: number}
          - {name: lat, type: number}
        gewu:
          load: \(load.rawValue)
          dedupe: first
          location: {x: lon, y: lat, crs: wgs84}
        """, path: "thing.yaml")
    let path = folder.path("things.csv")
    let text = (["no,kind,amount,lon,lat"] + rows).map { $0 + "\n" }.joined()
    try Data(text.utf8).write(to: URL(filePath: path))
    let file = try TableFileOpener.open(path: path)
    let attacher = GridAttacher(generation: 1, level: "grid", gridIDs: [1]) {
      $0.x <= 5 ? 0 : -1
    }
    let request = ImportRequest(path: path, manifest: manifest, attacher: attacher)
    let firstID = (current.values.map(\.id).max() ?? 0) + 1
    var start = ImportStart(batch: 1, firstID: firstID, keys: try keys(current))
    start.sealing = sealing
    let planner = RowPlanner(
      request, Source(file: file, rows: try DataRows(file, manifest: manifest)),
      placer: try RecordPlacer(manifest, attacher: attacher, srid: 4326), srid: 4326,
      judgesPositions: false, from: &start)
    var plan = Plan(report: ImportReport(dataset: "thing", file: "things.csv", status: .staged))
    let sink = Sink(current)
    plan.report = try BlockPipe.run(planner, valueCount: planner.valueCount) {
      _ = sink.take($0)
    }
    if load.retires {
      try planner.retire(into: sink) { _, _ in }
      plan.report = planner.report
    }
    (plan.rows, plan.refusals, plan.blocks) = (sink.rows, sink.refusals, sink.blocks)
    return plan
  }

  /// Keeps what the blocks say; the rows of the store are pumps, amount 1, at 1 or 9, 5.
  private final class Sink: ImportSink {
    var rows: [PlannedRow] = []
    var refusals: [RowRefusal] = []
    var blocks = 0
    private let keys: [Int64: String]

    init(_ current: [String: PlannedRow]) {
      keys = Dictionary(uniqueKeysWithValues: current.map { ($0.value.id, $0.key) })
    }

    func start() -> ImportStart {
      ImportStart(batch: 1, firstID: 1, keys: KeyTable(expected: 16, limit: 16, path: ""))
    }

    func take(_ block: RowBlock) -> ImportProgress.Phase {
      rows += (0..<block.count).map { index in
        var row = block.rows[index]
        row.shape = nil
        return row
      }
      refusals += block.refusals
      blocks += 1
      return .loading
    }

    func absentRow(_ id: Int64) -> AbsentRow? {
      keys[id].map { key in
        var encoder = RecordKeyEncoder()
        encoder.begin()
        encoder.append("pump")
        encoder.append(Int64(1))
        encoder.append(Double(key.last?.wholeNumberValue?.isMultiple(of: 2) == true ? 1 : 9))
        encoder.append(Double(5))
        return AbsentRow(key: key, others: encoder.hash())
      }
    }

    func interruption() -> (any Error)? { nil }
    func publish(_ report: ImportReport) {}
  }

  private func keys(_ current: [String: PlannedRow]) throws -> KeyTable {
    var keys = KeyTable(expected: 16, limit: 1 << 12, path: "")
    var encoder = RecordKeyEncoder()
    var rest = current.sorted { $0.value.id < $1.value.id }.makeIterator()
    try keys.load(atMost: current.count) {
      guard let (key, row) = rest.next() else { return nil }
      encoder.begin()
      encoder.append(key)
      return KeyTable.Entry(
        key: encoder.hash(), id: row.id, rowHash: UInt64(bitPattern: row.rowHash),
        state: .current)
    }
    return keys
  }

  private static func row(_ number: Int, amount: String = "1") -> String {
    "T\(number),pump,\(amount),\(number.isMultiple(of: 2) ? 1 : 9),5"
  }

  /// Ten rows as an earlier batch has written them, by their keys.
  private func tenRows() throws -> [String: PlannedRow] {
    let rows = try plan((0..<10).map { Self.row($0) }).rows
    return Dictionary(uniqueKeysWithValues: rows.map { ("T\($0.number - 1)", $0) })
  }

  @Test func `rows that repeat a key with other content are named, the same once more are not`()
    throws
  {
    let rows = [
      Self.row(1), Self.row(2), Self.row(1), Self.row(2, amount: "5"), Self.row(1, amount: "6"),
    ]
    let report = try plan(rows).report
    #expect(report.duplicate == 3 && report.inserted == 2 && report.isBalanced)
    #expect(report.notes == [.differing(DifferingDuplicates(lines: [5, 6]), counts: .first)])
  }

  @Test func `values over several lines are told`() throws {
    let report = try plan([Self.row(1), "T2,\"pump\nor so\",1,1,5", Self.row(3)]).report
    #expect(report.inserted == 3)
    #expect(
      report.notes == [.quotedLines(QuotedLines(values: 1, likeRows: 0, firstLine: 3))])
  }

  @Test func `of a thousand rows each has one outcome, and refused ones have their reasons`() throws
  {
    let rows = (0..<1_000).map { number in
      switch number % 100 {
      case 7: Self.row(number, amount: "x")
      case 8: Self.row(number - 3)
      case 9: "T\(number),,1,1,5"
      case 10: "T\(number),pump"
      case 11: ""
      default: Self.row(number)
      }
    }

    let plan = try plan(rows)

    let report = plan.report
    #expect(report.isBalanced && report.read == 1_000)
    #expect(report.inserted == 950 && report.duplicate == 10)
    #expect(report.quarantined == 30 && report.blank == 10)
    #expect(report.attached + report.unattached == 950)
    #expect(report.reasons == ["type-integer": 10, "required": 10, "fields-missing": 10])
    #expect(plan.rows.map(\.id) == (1...950).map(Int64.init))
    #expect(plan.blocks > 1)
    let first = plan.refusals.prefix(3)
    #expect(first.map(\.number) == [8, 10, 11])
    #expect(first.map(\.line) == [9, 11, 12])
    #expect(
      first.map { $0.reasons.map(\.code.rawValue) }
        == [["type-integer"], ["required"], ["fields-missing"]])
    #expect(first.first?.reasons.first?.field == "amount")
    #expect(first.first?.reasons.first?.value == "x")
    #expect(first.first?.raw == "T7,pump,x,9,5")
  }

  @Test func `of two equal rows one is a duplicate`() throws {
    let plan = try plan([Self.row(1), Self.row(1), Self.row(2)])
    #expect(plan.report.inserted == 2 && plan.report.duplicate == 1)
    #expect(plan.report.isBalanced && plan.refusals.isEmpty)
    #expect(plan.rows.map(\.number) == [1, 3])
  }

  @Test func `a full load ends the rows that the file lacks, but none that it has and is refused`()
    throws
  {
    let current = try tenRows()
    let rows = (0..<7).map { Self.row($0, amount: $0 == 3 ? "2" : $0 == 5 ? "x" : "1") }

    let plan = try plan(rows, current: current)

    #expect(plan.report.unchanged == 5 && plan.report.updated == 1)
    #expect(plan.report.quarantined == 1 && plan.report.retired == 3)
    #expect(plan.report.isBalanced && plan.report.notes.isEmpty)
    #expect(plan.closed.sorted() == ["T3", "T7", "T8", "T9"].compactMap { current[$0]?.id })
    #expect(plan.rows.map(\.id).filter { $0 != 0 } == [11])
  }

  @Test func `a refused row without a key may be any of those that the file lacks`() throws {
    let rows = (0..<7).map { Self.row($0) } + [",pump,1,1,5"]

    let plan = try plan(rows, current: tenRows())

    #expect(plan.report.retired == 0 && plan.report.spared == 3)
    #expect(plan.report.notes == [.spared(rows: 3, keyless: 1)])
    #expect(plan.closed.isEmpty)
  }

  @Test(arguments: [
    ("X7,lamp,1,1,5", [7]), ("7,lamp,1,1,5", [7]), ("TT7,lamp,1,1,5", [7]),
    ("7T,lamp,1,1,5", [7]), ("T,lamp,1,1,5", [7, 8, 9]), ("X99,lamp,1,1,5", []),
    // Nothing but the key differs from two of them.
    ("wholly other,pump,1,9,5", [7, 9]), ("wholly other,pump,2,9,5", []),
    ("wholly other,pump,x,9,5", []),
  ])
  func `a refused row with a mistyped key spares the rows that it may be, and no other`(
    row: String, spared: [Int]
  ) throws {
    let current = try tenRows()

    let plan = try plan((0..<7).map { Self.row($0) } + [row], current: current)

    #expect(plan.report.quarantined == 1 && plan.report.isBalanced)
    #expect(plan.report.spared == spared.count && plan.report.retired == 3 - spared.count)
    #expect(
      plan.report.sparedRows
        == spared.compactMap { current["T\($0)"]?.id }.sorted().map {
          SparedRow(row: $0, refused: 8)
        })
    #expect(
      plan.report.notes
        == (spared.isEmpty ? [] : [.sparedLikeRefused(rows: spared.count, mistyped: 1)]))
    #expect(
      plan.closed
        == (7...9).filter { !spared.contains($0) }.compactMap { current["T\($0)"]?.id }.sorted())
  }

  @Test func `a refused row whose key is in order is no other row`() throws {
    let plan = try plan((0..<7).map { Self.row($0) } + ["T77,,1,1,5"], current: tenRows())
    #expect(plan.report.quarantined == 1 && plan.report.retired == 3 && plan.report.spared == 0)
  }

  @Test func `an incremental load ends no row that the file lacks`() throws {
    let plan = try plan([Self.row(0)], load: .incremental, current: tenRows())
    #expect(plan.report.unchanged == 1 && plan.report.retired == 0 && plan.report.spared == 0)
    #expect(plan.rows.isEmpty)
  }

  /// Keeps the order of the rows that it is given, and stops at the block it is told to.
  private final class Seal: RowSealing {
    struct Fault: Error {}

    let addedCount = 1
    var numbers: [Int64] = []
    private let last: Int
    private var blocks = 0

    init(last: Int = .max) { self.last = last }

    func hash(ofRow hash: UInt64) -> UInt64 { hash ^ 1 }
    func key(_ hash: ValueHash) -> ValueHash { ValueHash(high: hash.low, low: hash.high) }

    func seal(_ block: RowBlock) throws {
      blocks += 1
      guard blocks <= last else { throw Fault() }
      for index in 0..<block.count {
        numbers.append(block.rows[index].number)
        #expect(block.rows[index].key != nil)
        block.rows[index].rule = 7
      }
    }
  }

  @Test func `each block is sealed once and in order, before it is written`() throws {
    let seal = Seal()
    let plan = try plan((1...9_000).map { "T\($0),pump,1,1,5" }, sealing: seal)

    #expect(seal.numbers == Array(1...9_000))
    #expect(plan.rows.map(\.number) == seal.numbers)
    #expect(plan.rows.allSatisfy { $0.rule == 7 })
  }

  @Test(arguments: [0, 3, 40])
  func `a fault of the sealing ends the run, however far the reader is`(_ last: Int) throws {
    // More blocks than the ring has, so that the reader waits for some.
    let rows = (1...60_000).map { "T\($0),pump,1,1,5" }
    #expect(throws: Seal.Fault.self) { try plan(rows, sealing: Seal(last: last)) }
  }
}
