import Datasets
import Foundation
import GRDB
import Geometry
import Testing

@testable import Access
@testable import Intake
@testable import Warehouse

@Suite struct `Sealed rows` {
  /// Values that must be found nowhere in the clear.
  static let canaries = [
    "990101198503121238", "慕容雪见", "云梦泽东路十八号", "canary-secret", "77777",
  ]
  static let header = "id_number,full_name,address,account,amount,born,kind,lon,lat\n"

  static func manifest(_ changes: [(String, String)] = []) throws -> Manifest {
    var text = """
      name: person
      primaryKey: [id_number]
      fields:
        - {name: id_number, constraints: {required: true}, gewu: {sensitive: personal, searchable: true}}
        - {name: full_name, gewu: {sensitive: personal}}
        - {name: address, gewu: {sensitive: personal}}
        - {name: account, gewu: {sensitive: secret}}
        - {name: amount, type: integer, constraints: {minimum: 0}, gewu: {sensitive: personal}}
        - {name: born, type: date, gewu: {sensitive: personal}}
        - {name: kind}
        - {name: lon, type: number}
        - {name: lat, type: number}
      gewu:
        load: full
        location: {x: lon, y: lat, crs: wgs84}
        category: kind
      """
    for (old, new) in changes { text = text.replacingOccurrences(of: old, with: new) }
    return try Manifest(yaml: text, path: "person.yaml")
  }

  static func line(_ number: Int, kind: String = "a", amount: String = "77777") -> String {
    "\(canaries[0])\(number),\(canaries[1])\(number),\(canaries[2])\(number),\(canaries[3])\(number),"
      + "\(amount),1985-03-1\(number % 10),\(kind),5,5\n"
  }

  static func file(_ numbers: ClosedRange<Int>, kind: String = "a") -> String {
    header + numbers.map { line($0, kind: kind) }.joined()
  }

  func leaks(_ bench: ImportBench) throws -> [String] {
    try Self.canaries.flatMap { canary in try bench.files(with: canary).map { "\($0): \(canary)" } }
      // What is in the archive is sealed for itself.
      .filter { $0.hasPrefix("s.sqlite") }
  }

  @Test func `show what may be shown, and come back as they were`() throws {
    let bench = try ImportBench(isSealed: true)
    let report = try bench.load(Self.file(1...3), try Self.manifest())

    #expect(report.inserted == 3 && report.attached == 3)
    #expect(
      try bench.strings(
        "SELECT id_number || '|' || full_name || '|' || address || '|' || amount || '|' || born FROM person WHERE id = 1"
      )
        == ["99*****************|慕容***|云梦泽东路***|70000–79999|1985-**-**"])
    #expect(try bench.strings("SELECT account FROM person WHERE account IS NOT NULL") == [])
    let row = try #require(try bench.opened("person").first)
    #expect(row["id_number"] == "9901011985031212381" && row["account"] == "canary-secret1")
    #expect(row["amount"] == "77777" && row["born"] == "1985-03-11" && row["full_name"] == "慕容雪见1")
    #expect(try leaks(bench) == [])
    #expect(try bench.store.verify().clean)
    #expect(try bench.store.sealStatus().versions.map(\.values) == [6])
    #expect(try bench.store.sealStatus().isComplete)
  }

  @Test func `of a later file are known again, found changed, and retired`() throws {
    let bench = try ImportBench(isSealed: true)
    let manifest = try Self.manifest()
    try bench.load(Self.file(1...5), manifest)

    let again = try bench.load(Self.file(1...5), manifest) { $0.isForced = true }
    #expect(again.unchanged == 5 && again.updated == 0)
    let diff = try bench.load(
      Self.header + Self.line(1) + Self.line(2, amount: "77778") + Self.line(3) + Self.line(4)
        + Self.line(5) + Self.line(6), manifest)
    #expect(diff.unchanged == 4 && diff.updated == 1 && diff.inserted == 1)
    let comparison = try bench.store.read {
      try $0.diff(dataset: "person", from: 1, to: diff.batch ?? 0)
    }
    // Both are shown as the same band, and are not the same.
    #expect(comparison.columns == ["amount": 1])
    #expect(comparison.samples.first { $0.kind == .changed }?.old == "70000–79999")
    #expect(try leaks(bench) == [])
  }

  @Test func `staged in pieces are sealed from the first piece on`() throws {
    let bench = try ImportBench(isSealed: true)
    let manifest = try Self.manifest()
    func stop(_ request: inout ImportRequest) {
      request.stageBytes = 0
      request.chunkRows = 600
      let asked = Counter()
      request.isCancelled = { asked.next() > 2 }
    }
    #expect(throws: ImportInterrupted.self) {
      try bench.load(Self.file(1...3_000), manifest, change: stop)
    }
    #expect(try leaks(bench) == [])
    let report = try bench.load(Self.file(1...3_000), manifest) {
      $0.stageBytes = 0
      $0.chunkRows = 600
    }
    #expect(report.inserted == 3_000)
    // A later load is staged beside the table.
    #expect(throws: ImportInterrupted.self) {
      try bench.load(Self.file(1...3_000, kind: "b"), manifest, change: stop)
    }
    #expect(try leaks(bench) == [])
    let later = try bench.load(Self.file(1...3_000, kind: "b"), manifest) {
      $0.stageBytes = 0
      $0.chunkRows = 600
    }
    #expect(later.updated == 3_000)
    #expect(try bench.opened("person").count == 3_000)
    #expect(try leaks(bench) == [])
    #expect(try bench.store.verify().clean)
  }

  @Test func `that are refused are kept sealed, and given back with the key`() throws {
    let bench = try ImportBench(isSealed: true)
    let manifest = try Self.manifest()
    let text = Self.header + Self.line(1, amount: "-77777") + Self.line(2)
    #expect(try bench.load(text, manifest).quarantined == 1)

    #expect(try leaks(bench) == [])
    #expect(try bench.strings("SELECT raw FROM quarantine") == [""])
    let rows = try bench.store.read { try $0.quarantinedRows() }
    #expect(rows.first?.raw == String(Self.line(1, amount: "-77777").dropLast()))
    #expect(try bench.store.read { try $0.quarantinedRows(withText: false).first?.raw } == "")
    // The same row in order closes it, by a key that nobody can compute without the secret.
    #expect(try bench.load(Self.file(1...2), manifest).inserted == 1)
    #expect(try bench.strings("SELECT status FROM quarantine") == ["replayed"])
  }

  @Test func `of a store that was in the clear are sealed by one command, and known again`() throws
  {
    let bench = try ImportBench()
    let manifest = try Self.manifest()
    try bench.load(Self.file(1...2_500), manifest)
    try bench.load(
      Self.header + Self.line(1, amount: "-77777")
        + (2...2_500).map { Self.line($0, kind: "b") }.joined(),
      manifest)
    #expect(try !leaks(bench).isEmpty)
    let before = try bench.opened("person")

    try bench.store.makeSeal { _ in bench.key }
    #expect(try bench.store.sealStatus().clear == 2_500 + 2_499 + 1)
    let sealed = try bench.store.sealRest()

    #expect(sealed == 2_500 + 2_499 + 1)
    #expect(try leaks(bench) == [])
    #expect(try bench.opened("person") == before)
    #expect(try bench.store.verify().clean)
    #expect(try bench.store.sealStatus().isComplete)
    let again = try bench.load(
      Self.header + Self.line(1, amount: "-77777")
        + (2...2_500).map { Self.line($0, kind: "b") }.joined(),
      manifest
    ) { $0.isForced = true }
    #expect(again.unchanged == 2_499 && again.quarantined == 1)
    #expect(
      try bench.load(
        Self.header + Self.line(1), try Self.manifest([("load: full", "load: incremental")])
      ).unchanged == 1)
  }

  @Test func `are sealed to the end where sealing was interrupted`() throws {
    let bench = try ImportBench()
    try bench.load(Self.file(1...20), try Self.manifest())
    let before = try bench.opened("person")
    try bench.store.makeSeal { _ in bench.key }
    try bench.store.write { session in
      let db = session.db
      let table = try #require(try SealedPart.tables(db).first)
      try table.prepareSeal(db)
      var last: Int64 = 0
      let ring = try #require(try bench.store.seal.ring(db))
      #expect(try SealedTable(table, db).move(to: ring, at: 7, after: &last, db) == 7)
    }
    // In between, what is read is right, and an import seals the rest first.
    #expect(try bench.opened("person") == before)
    #expect(try !bench.store.verify().clean)
    #expect(try bench.load(Self.file(1...21), try Self.manifest()).unchanged == 20)
    #expect(try bench.opened("person").count == 21)
    try bench.store.sealRest()
    #expect(try leaks(bench) == [])
    #expect(try bench.store.verify().clean)
  }

  @Test func `under a new key are all of them, and the index finds by it`() throws {
    let bench = try ImportBench(isSealed: true)
    try bench.load(Self.file(1...2_100), try Self.manifest())
    let before = try bench.opened("person")
    let entries = try bench.store.read {
      try Data.fetchAll($0.db, sql: "SELECT id_number__hmac FROM src_person ORDER BY id")
    }
    let keys = try bench.store.read {
      try Data.fetchAll($0.db, sql: "SELECT gewu_key FROM src_person ORDER BY id")
    }
    #expect(Set(entries).count == 2_100 && Set(keys).count == 2_100)

    try bench.store.rotateSeal()
    try bench.store.sealRest()

    #expect(try bench.opened("person") == before)
    #expect(try bench.store.sealStatus().versions.map(\.number) == [2])
    let after = try bench.store.read {
      try Data.fetchAll($0.db, sql: "SELECT id_number__hmac FROM src_person ORDER BY id")
    }
    #expect(Set(after).isDisjoint(with: entries))
    #expect(
      try bench.store.read {
        try Data.fetchAll($0.db, sql: "SELECT gewu_key FROM src_person ORDER BY id")
      } == keys)
    #expect(
      try bench.load(Self.file(1...2_100), try Self.manifest()) { $0.isForced = true }.unchanged
        == 2_100)
  }

  @Test func `that were moved to another row do not open`() throws {
    let bench = try ImportBench(isSealed: true)
    try bench.load(Self.file(1...3), try Self.manifest())
    try bench.store.write {
      try $0.db.execute(
        sql:
          "UPDATE src_person SET gewu_sealed = (SELECT gewu_sealed FROM src_person WHERE id = 1) WHERE id = 2"
      )
    }
    #expect(throws: SealFault.changed(table: "src_person", row: "2")) { try bench.opened("person") }
    let problems = try bench.store.verify().checks.flatMap(\.problems)
    #expect(problems == [.sealBroken(table: "src_person", row: "2")])
  }

  @Test func `without the key are loaded by nobody, and what is not sealed is counted`() throws {
    let bench = try ImportBench(isSealed: true)
    try bench.load(Self.file(1...3), try Self.manifest())
    let path = bench.store.path
    let store = try Store.open(at: path)
    let identity = try #require(try store.sealStatus().identity)
    let missing = SealFault.noKey(path: path, identity)

    let file = try bench.file(Self.file(1...4))
    #expect(throws: missing) {
      try store.importFile(
        ImportRequest(path: file, manifest: try Self.manifest(), attacher: ImportBench.attacher))
    }
    let entry = try #require(try store.read { try $0.dataset(named: "person") })
    #expect(try store.read { try $0.countRows(of: entry, RowFilter(category: "a")).total } == 3)
    #expect(try store.read { try $0.quarantinedRows(withText: false) } == [])
    let table = try #require(try store.read { try $0.exportedTable(named: "person") })
    #expect(throws: missing) { try store.read { try $0.prepareToOpen([table]) } }
    let verified = try store.verify()
    #expect(verified.clean)
    #expect(verified.checks.last { $0.subject == .seal }?.notes == [.sealedUnread(values: 6)])
  }

  @Test func `of sensitivity 3 keep their positions sealed, and stand where their cell does`()
    throws
  {
    let bench = try ImportBench(isSealed: true)
    try bench.store.write { session in
      let square = MultiPolygon([
        Polygon(rings: [
          Ring([
            Coordinate(x: 0, y: 0), Coordinate(x: 10, y: 0), Coordinate(x: 10, y: 10),
            Coordinate(x: 0, y: 10), Coordinate(x: 0, y: 0),
          ])
        ])
      ])
      try session.db.execute(
        sql: "UPDATE grid SET boundary = ? WHERE id = 1",
        arguments: [Data(SpatiaLiteBlob.encode(square, srid: 4326))])
    }
    let manifest = try Self.manifest([("load: full", "load: full\n  sensitivity: 3")])
    let text =
      Self.header + Self.line(1).replacing(",5,5\n", with: ",1.25,2.5\n")
      + Self.line(2).replacing(",5,5\n", with: ",55.5,2.5\n") + Self.line(3)
    let report = try bench.load(text, manifest)
    #expect(report.inserted == 3 && report.attached == 2)

    let shown = try bench.strings(
      "SELECT id || ' ' || ifnull(lon, '-') || ' ' || ifnull(X(geometry) || ' ' || Y(geometry), '-') FROM person ORDER BY id"
    )
    #expect(shown[1] == "2 - -")
    // Both stand at the same position inside of the cell, and neither where it is.
    #expect(shown[0].dropFirst() == shown[2].dropFirst())
    #expect(!shown[0].contains("1.25") && shown[0].hasPrefix("1 - "))
    #expect(
      try bench.opened("person").map { "\($0["lon"] ?? "") \($0["lat"] ?? "")" } == [
        "1.25 2.5", "55.5 2.5", "5.0 5.0",
      ])
    let entry = try #require(try bench.store.read { try $0.dataset(named: "person") })
    var positions: [Coordinate?] = []
    try bench.store.read { session in
      try session.forEachPlacedRow(of: entry) { positions.append($0.position) }
    }
    #expect(
      positions == [
        Coordinate(x: 1.25, y: 2.5), Coordinate(x: 55.5, y: 2.5), Coordinate(x: 5, y: 5),
      ])
    #expect(try bench.store.verify().clean)
    // Attached again they are looked up where they are, not where they stand.
    let other = GridAttacher(
      generation: 1, level: "grid", gridIDs: [1], codes: [:],
      locate: { $0.x > 50 ? 0 : -1 })
    let attached = try bench.store.write {
      try $0.attach(entry, by: try $0.manifest(of: entry), to: other)
    }
    #expect(attached.gained == 1 && attached.lost == 2)
    let after = try bench.strings("SELECT ifnull(X(geometry), '-') FROM person ORDER BY id")
    #expect(after[0] == "-" && after[1] != "-" && after[2] == "-")
    #expect(try bench.load(text, manifest) { $0.isForced = true }.unchanged == 3)
    #expect(try bench.store.verify().clean)
  }

  @Test func `of sensitivity 3 that had their positions in the clear lose them to the seal`() throws
  {
    let bench = try ImportBench()
    let manifest = try Self.manifest([("load: full", "load: full\n  sensitivity: 4")])
    let text = Self.header + Self.line(1).replacing(",5,5\n", with: ",1.25,2.5\n") + Self.line(2)
    try bench.load(text, manifest)
    let before = try bench.opened("person")
    #expect(try bench.number("SELECT count(*) FROM person WHERE geometry IS NOT NULL") == 2)

    try bench.store.makeSeal { _ in bench.key }
    try bench.store.sealRest()

    // The cell has no boundary here, so there is no position that could stand for it.
    #expect(
      try bench.number("SELECT count(*) FROM person WHERE geometry IS NOT NULL OR lon IS NOT NULL")
        == 0)
    #expect(try bench.opened("person") == before)
    #expect(try bench.store.verify().clean)
    #expect(try bench.load(text, manifest) { $0.isForced = true }.unchanged == 2)
    try bench.store.rotateSeal()
    try bench.store.sealRest()
    #expect(try bench.opened("person") == before)
  }

  @Test func `stay sealed where a later manifest marks more fields or fewer`() throws {
    let bench = try ImportBench(isSealed: true)
    try bench.load(
      Self.file(1...3), try Self.manifest([("address, gewu: {sensitive: personal}", "address")]))
    #expect(try bench.files(with: Self.canaries[2]) != [])
    let before = try bench.opened("person")

    // One more: the rows that are there are sealed before the first new one is written.
    let more = try bench.load(Self.file(1...4), try Self.manifest())
    #expect(more.unchanged == 3 && more.inserted == 1)
    #expect(
      try Array(bench.opened("person").map { $0["address"] }.prefix(3))
        == before.map { $0["address"] })
    #expect(try bench.strings("SELECT DISTINCT address FROM person") == ["云梦泽东路***"])
    // One fewer: what was sealed once stays so.
    let fewer = try bench.load(
      Self.file(1...5), try Self.manifest([("address, gewu: {sensitive: personal}", "address")]))
    #expect(fewer.unchanged == 4 && fewer.inserted == 1)
    #expect(try bench.strings("SELECT DISTINCT address FROM person") == ["云梦泽东路***"])
    #expect(try bench.store.verify().clean)
  }
}

/// Counts how often it was asked.
private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }
}
