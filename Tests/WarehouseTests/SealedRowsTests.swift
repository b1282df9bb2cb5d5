import Datasets
import Foundation
import GRDB
import Geometry
import Testing

@testable import Access
@testable import Intake
@testable import Warehouse

@Suite struct `Sealed rows` {
  @Test(arguments: SealProfile.allCases)
  func `show what may be shown, and come back as they were`(_ profile: SealProfile) throws {
    let bench = try ImportBench(isSealed: true, profile: profile)
    let report = try bench.load(SealedPeople.file(1...3), try SealedPeople.manifest())

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
    #expect(try SealedPeople.leaks(bench) == [])
    #expect(try bench.store.verify().clean)
    #expect(try bench.store.sealStatus().versions.map(\.values) == [6])
    #expect(try bench.store.sealStatus().isComplete)
  }

  @Test(arguments: SealProfile.allCases)
  func `of a later file are known again, found changed, and retired`(
    _ profile: SealProfile
  ) throws {
    let bench = try ImportBench(isSealed: true, profile: profile)
    let manifest = try SealedPeople.manifest()
    try bench.load(SealedPeople.file(1...5), manifest)

    let again = try bench.load(SealedPeople.file(1...5), manifest) { $0.isForced = true }
    #expect(again.unchanged == 5 && again.updated == 0)
    let diff = try bench.load(
      SealedPeople.header + SealedPeople.line(1) + SealedPeople.line(2, amount: "77778")
        + SealedPeople.line(3) + SealedPeople.line(4)
        + SealedPeople.line(5) + SealedPeople.line(6), manifest)
    #expect(diff.unchanged == 4 && diff.updated == 1 && diff.inserted == 1)
    let comparison = try bench.store.read {
      try $0.diff(dataset: "person", from: 1, to: diff.batch ?? 0)
    }
    // Both are shown as the same band, and are not the same.
    #expect(comparison.columns == ["amount": 1])
    #expect(comparison.samples.first { $0.kind == .changed }?.old == "70000–79999")
    #expect(try SealedPeople.leaks(bench) == [])
  }

  @Test(arguments: SealProfile.allCases)
  func `staged in pieces are sealed from the first piece on`(_ profile: SealProfile) throws {
    let bench = try ImportBench(isSealed: true, profile: profile)
    let manifest = try SealedPeople.manifest()
    func stop(_ request: inout ImportRequest) {
      request.stageBytes = 0
      request.chunkRows = 600
      let asked = Counter()
      request.isCancelled = { asked.next() > 2 }
    }
    #expect(throws: ImportInterrupted.self) {
      try bench.load(SealedPeople.file(1...3_000), manifest, change: stop)
    }
    #expect(try SealedPeople.leaks(bench) == [])
    let report = try bench.load(SealedPeople.file(1...3_000), manifest) {
      $0.stageBytes = 0
      $0.chunkRows = 600
    }
    #expect(report.inserted == 3_000)
    // A later load is staged beside the table.
    #expect(throws: ImportInterrupted.self) {
      try bench.load(SealedPeople.file(1...3_000, kind: "b"), manifest, change: stop)
    }
    #expect(try SealedPeople.leaks(bench) == [])
    let later = try bench.load(SealedPeople.file(1...3_000, kind: "b"), manifest) {
      $0.stageBytes = 0
      $0.chunkRows = 600
    }
    #expect(later.updated == 3_000)
    #expect(try bench.opened("person").count == 3_000)
    #expect(try SealedPeople.leaks(bench) == [])
    #expect(try bench.store.verify().clean)
  }

  @Test(arguments: SealProfile.allCases)
  func `that are refused are kept sealed, and given back with the key`(
    _ profile: SealProfile
  ) throws {
    let bench = try ImportBench(isSealed: true, profile: profile)
    let manifest = try SealedPeople.manifest()
    let text = SealedPeople.header + SealedPeople.line(1, amount: "-77777") + SealedPeople.line(2)
    #expect(try bench.load(text, manifest).quarantined == 1)

    #expect(try SealedPeople.leaks(bench) == [])
    #expect(try bench.strings("SELECT raw FROM quarantine") == [""])
    let rows = try bench.store.read { try $0.quarantinedRows() }
    #expect(rows.first?.raw == String(SealedPeople.line(1, amount: "-77777").dropLast()))
    #expect(try bench.store.read { try $0.quarantinedRows(withText: false).first?.raw } == "")
    // The same row in order closes it, by a key that nobody can compute without the secret.
    #expect(try bench.load(SealedPeople.file(1...2), manifest).inserted == 1)
    #expect(try bench.strings("SELECT status FROM quarantine") == ["replayed"])
  }

  @Test(arguments: SealProfile.allCases)
  func `of a store that was in the clear are sealed by one command, and known again`(
    _ profile: SealProfile
  ) throws {
    let bench = try ImportBench()
    let manifest = try SealedPeople.manifest()
    try bench.load(SealedPeople.file(1...2_500), manifest)
    try bench.load(
      SealedPeople.header + SealedPeople.line(1, amount: "-77777")
        + (2...2_500).map { SealedPeople.line($0, kind: "b") }.joined(),
      manifest)
    #expect(try !SealedPeople.leaks(bench).isEmpty)
    let before = try bench.opened("person")

    try bench.store.makeSeal(profile: profile) { _ in bench.key }
    #expect(try bench.store.sealStatus().clear == 2_500 + 2_499 + 1)
    let sealed = try bench.sealRest()

    #expect(sealed == 2_500 + 2_499 + 1)
    #expect(try SealedPeople.leaks(bench) == [])
    #expect(try bench.opened("person") == before)
    #expect(try bench.store.verify().clean)
    #expect(try bench.store.sealStatus().isComplete)
    let again = try bench.load(
      SealedPeople.header + SealedPeople.line(1, amount: "-77777")
        + (2...2_500).map { SealedPeople.line($0, kind: "b") }.joined(),
      manifest
    ) { $0.isForced = true }
    #expect(again.unchanged == 2_499 && again.quarantined == 1)
    #expect(
      try bench.load(
        SealedPeople.header + SealedPeople.line(1),
        try SealedPeople.manifest([("load: full", "load: incremental")])
      ).unchanged == 1)
  }

  @Test(arguments: SealProfile.allCases)
  func `are sealed to the end where sealing was interrupted`(_ profile: SealProfile) throws {
    let bench = try ImportBench()
    try bench.load(SealedPeople.file(1...20), try SealedPeople.manifest())
    let before = try bench.opened("person")
    try bench.store.makeSeal(profile: profile) { _ in bench.key }
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
    #expect(try bench.load(SealedPeople.file(1...21), try SealedPeople.manifest()).unchanged == 20)
    #expect(try bench.opened("person").count == 21)
    try bench.sealRest()
    #expect(try SealedPeople.leaks(bench) == [])
    #expect(try bench.store.verify().clean)
  }

  @Test(arguments: SealProfile.allCases, SealProfile.allCases)
  func `under a new key are all of them, and the index finds by it`(
    _ profile: SealProfile, _ later: SealProfile
  ) throws {
    let bench = try ImportBench(isSealed: true, profile: profile)
    try bench.load(SealedPeople.file(1...2_100), try SealedPeople.manifest())
    let before = try bench.opened("person")
    let entries = try bench.store.read {
      try Data.fetchAll($0.db, sql: "SELECT full_name__hmac FROM src_person ORDER BY id")
    }
    let keys = try bench.store.read {
      try Data.fetchAll($0.db, sql: "SELECT gewu_key FROM src_person ORDER BY id")
    }
    #expect(Set(entries).count == 2_100 && Set(keys).count == 2_100)
    // What is the whole key has no column of its own.
    #expect(
      try bench.store.read {
        try $0.db.columns(in: "src_person").filter { $0.name.hasSuffix("__hmac") }.count
      } == 1)

    try bench.store.rotateSeal(profile: later)
    try bench.sealRest()

    #expect(try bench.opened("person") == before)
    #expect(try bench.store.sealStatus().versions.map(\.number) == [2])
    let after = try bench.store.read {
      try Data.fetchAll($0.db, sql: "SELECT full_name__hmac FROM src_person ORDER BY id")
    }
    #expect(Set(after).isDisjoint(with: entries))
    #expect(
      try bench.store.read {
        try Data.fetchAll($0.db, sql: "SELECT gewu_key FROM src_person ORDER BY id")
      } == keys)
    #expect(
      try bench.load(SealedPeople.file(1...2_100), try SealedPeople.manifest()) {
        $0.isForced = true
      }.unchanged
        == 2_100)
  }

  @Test(arguments: SealProfile.allCases)
  func `that were moved to another row do not open`(_ profile: SealProfile) throws {
    let bench = try ImportBench(isSealed: true, profile: profile)
    try bench.load(SealedPeople.file(1...3), try SealedPeople.manifest())
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

  @Test(arguments: SealProfile.allCases)
  func `without the key are loaded by nobody, and what is not sealed is counted`(
    _ profile: SealProfile
  ) throws {
    let bench = try ImportBench(isSealed: true, profile: profile)
    try bench.load(SealedPeople.file(1...3), try SealedPeople.manifest())
    let path = bench.store.path
    let store = try Store.open(at: path)
    let identity = try #require(try store.sealStatus().identity)
    let missing = SealFault.noKey(path: path, identity)

    let file = try bench.file(SealedPeople.file(1...4))
    #expect(throws: missing) {
      try store.importFile(
        ImportRequest(
          path: file, manifest: try SealedPeople.manifest(), attacher: ImportBench.attacher))
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

  @Test(arguments: SealProfile.allCases)
  func `are found by their values, whether these are the key, searchable or neither`(
    _ profile: SealProfile
  ) throws {
    let bench = try ImportBench(isSealed: true, profile: profile)
    try bench.load(SealedPeople.file(1...40), try SealedPeople.manifest())
    let entry = try #require(try bench.store.read { try $0.dataset(named: "person") })
    func found(_ field: String, _ values: String...) throws -> [Int64]? {
      try bench.store.read { try $0.rows(of: entry, where: field, isAmong: values) }
    }

    #expect(
      try found("id_number", "\(SealedPeople.canaries[0])7", "\(SealedPeople.canaries[0])3", "x")
        == [3, 7])
    #expect(try found("full_name", "\(SealedPeople.canaries[1])12") == [12])
    #expect(try found("address", "\(SealedPeople.canaries[2])5") == [5])
    #expect(try found("account", "\(SealedPeople.canaries[3])40") == [40])
    #expect(try found("amount", "77777")?.count == 40)
    #expect(try found("kind", "a")?.count == 40)
    // What is shown of it finds nothing.
    #expect(try found("full_name", "慕容***") == [])
    #expect(try found("gewu_key", "x") == nil)
    try bench.store.rotateSeal()
    #expect(try found("full_name", "\(SealedPeople.canaries[1])12") == [12])
    try bench.sealRest()
    #expect(try found("full_name", "\(SealedPeople.canaries[1])12") == [12])
    // Changed rows are found as they are, not as they were.
    try bench.load(
      SealedPeople.header + SealedPeople.line(1, amount: "5"),
      try SealedPeople.manifest([("load: full", "load: incremental")]))
    #expect(try found("amount", "77777")?.count == 39)
    #expect(try found("id_number", "\(SealedPeople.canaries[0])1") == [41])
  }

  @Test(arguments: SealProfile.allCases)
  func `of a first load that was given up leave no trace, and the next one is sealed`(
    _ profile: SealProfile
  ) throws {
    let bench = try ImportBench(isSealed: true, profile: profile)
    let manifest = try SealedPeople.manifest()
    #expect(throws: ImportInterrupted.self) {
      try bench.load(SealedPeople.file(1...3_000), manifest, name: "a.csv") { request in
        request.stageBytes = 0
        request.chunkRows = 600
        let asked = Counter()
        request.isCancelled = { asked.next() > 2 }
      }
    }
    let report = try bench.load(SealedPeople.file(1...3), manifest, name: "b.csv")
    #expect(report.inserted == 3)
    #expect(
      try bench.opened("person").map { $0["id_number"] }
        == (1...3).map { "\(SealedPeople.canaries[0])\($0)" })
    #expect(try SealedPeople.leaks(bench) == [])
    #expect(try bench.store.verify().clean)
  }

  @Test(arguments: SealProfile.allCases)
  func `keep what they had under an earlier type sealed as well`(_ profile: SealProfile) throws {
    let bench = try ImportBench()
    let number = ("amount, type: integer, constraints: {minimum: 0}", "amount, type: integer")
    try bench.load(SealedPeople.file(1...2), try SealedPeople.manifest([number]))
    try bench.load(
      SealedPeople.file(1...3), try SealedPeople.manifest([(number.0, "amount")]))
    let before = try bench.opened("person")

    try bench.store.makeSeal(profile: profile) { _ in bench.key }
    try bench.sealRest()

    #expect(try bench.number("SELECT count(*) FROM src_person WHERE amount__1 = 77777") == 0)
    #expect(try SealedPeople.leaks(bench) == [])
    #expect(try bench.opened("person") == before)
    #expect(try bench.rollBack(2).errors == 0)
    #expect(try bench.opened("person").count == 2)
    #expect(try bench.store.verify().clean)
  }

  @Test(arguments: SealProfile.allCases)
  func `stay sealed where a later manifest marks more fields or fewer`(
    _ profile: SealProfile
  ) throws {
    let bench = try ImportBench(isSealed: true, profile: profile)
    try bench.load(
      SealedPeople.file(1...3),
      try SealedPeople.manifest([("address, gewu: {sensitive: personal}", "address")]))
    #expect(try bench.files(with: SealedPeople.canaries[2]) != [])
    let before = try bench.opened("person")

    // One more: the rows that are there are sealed before the first new one is written.
    let more = try bench.load(SealedPeople.file(1...4), try SealedPeople.manifest())
    #expect(more.unchanged == 3 && more.inserted == 1)
    #expect(
      try Array(bench.opened("person").map { $0["address"] }.prefix(3))
        == before.map { $0["address"] })
    #expect(try bench.strings("SELECT DISTINCT address FROM person") == ["云梦泽东路***"])
    // One fewer: what was sealed once stays so.
    let fewer = try bench.load(
      SealedPeople.file(1...5),
      try SealedPeople.manifest([("address, gewu: {sensitive: personal}", "address")]))
    #expect(fewer.unchanged == 4 && fewer.inserted == 1)
    #expect(try bench.strings("SELECT DISTINCT address FROM person") == ["云梦泽东路***"])
    #expect(try bench.store.verify().clean)
  }
}
