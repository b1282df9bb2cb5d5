import Access
import Foundation
import GRDB
import Tabular
import TestSupport
import Testing
import Time

@testable import Warehouse

@Suite struct `A sealed store` {
  /// What must be found nowhere in the clear.
  private static let canaries = [
    "云和路十八号东侧", "canary@example.org", "a file with 汉字 in it", "门口的灯不亮", "灯的照片.gif",
    String(repeating: "0f", count: 32),
  ]

  private let folder: TemporaryFolder
  private let path: String
  private let key: MasterKey

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("s.sqlite")
    key = MasterKey.random()
  }

  private func open(with key: MasterKey? = nil) throws -> Store {
    try Store.open(at: path) { [own = self.key] _ in key ?? own }
  }

  private func sealed(_ profile: SealProfile = .aes256GCM) throws -> Store {
    let store = try Store.create(at: path, levels: ["grid"], key: { [key] _ in key })
    try store.makeSeal(profile: profile) { _ in key }
    return store
  }

  private static func report(_ number: Int) throws -> ReportRecord {
    var report = ReportRecord(
      channel: "app", receivedAt: try #require(Moment(rfc3339: "2026-03-01T00:00:00Z")),
      gridStatus: "invalid")
    report.externalID = "\(number)"
    return report
  }

  @discardableResult
  private static func receive(_ count: Int, in store: Store) throws -> [Int64] {
    let content = Data(canaries[2].utf8)
    let file = AttachmentRecord(
      number: 1, name: canaries[4], mediaType: "image/gif", bytes: content.count,
      sha256: ContentHash.sha256(canaries[2]))
    return try store.write { session in
      try (1...count).map { (number) throws -> Int64 in
        var record = try report(number)
        (record.description, record.requestHash) = (canaries[3], canaries[5])
        return try session.insert(
          record,
          ReportPrivate(address: "\(canaries[0])\(number)", contact: "\(number) \(canaries[1])"),
          number == 1 ? [(file, content)] : []
        ).id
      }
    }
  }

  private static func check(_ ids: [Int64], in store: Store) throws {
    try store.read { session in
      for (number, id) in zip(1..., ids) {
        let parts = try session.privateParts(ofReport: id)
        #expect(parts.address == "\(canaries[0])\(number)")
        #expect(parts.contact == "\(number) \(canaries[1])")
      }
      #expect(
        try session.attachment(1, ofReport: ids[0])?.content == Data(canaries[2].utf8))
      #expect(try session.attachment(1, ofReport: ids[0])?.record.name == canaries[4])
      for var report in try session.reports(ReportFilter(limit: ids.count))
      where ids.contains(report.id) {
        var files = try session.attachments(ofReports: [report.id])[report.id] ?? []
        if report.isSealed == true {
          #expect(report.description == nil && files.allSatisfy { $0.name == nil })
        }
        try session.open(&report, &files)
        #expect(report.description == canaries[3] && report.requestHash == canaries[5])
        #expect(report.isSealed == nil && files.allSatisfy { $0.name == canaries[4] })
      }
    }
  }

  /// How many of the canaries stand in a file of the store or beside it.
  private func leaks() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).flatMap { name in
      let bytes = try Data(contentsOf: folder.url.appending(path: name))
      return Self.canaries.filter { bytes.range(of: Data($0.utf8)) != nil }.map { "\(name): \($0)" }
    }
  }

  @Test(arguments: SealProfile.allCases)
  func `has nothing of what it seals in its files, and reads it back with the key`(
    _ profile: SealProfile
  ) throws {
    let store = try sealed(profile)
    let ids = try Self.receive(20, in: store)

    #expect(try leaks() == [])
    try Self.check(ids, in: store)
    try Self.check(ids, in: open())
    #expect(try store.verify().clean)
    let status = try store.sealStatus()
    #expect(status.identity?.key == key.id)
    #expect(status.versions.map(\.values) == [21])
    #expect(status.isComplete)
  }

  @Test(arguments: SealProfile.allCases)
  func `without the key keeps what is not personal, and says that the key is missing`(
    _ profile: SealProfile
  ) throws {
    let ids = try Self.receive(2, in: sealed(profile))
    let store = try Store.open(at: path)
    let identity = try #require(try store.sealStatus().identity)
    let missing = SealFault.noKey(path: path, identity)

    #expect(try store.write { try $0.insert(Self.report(3)).id } == 3)
    #expect(throws: missing) { try store.read { try $0.privateParts(ofReport: ids[0]) } }
    #expect(throws: missing) { try store.read { try $0.attachment(1, ofReport: ids[0]) } }
    #expect(throws: missing) {
      try store.write { try $0.insert(Self.report(4), ReportPrivate(contact: "x")) }
    }
    #expect(try store.read { try $0.reportCount() } == 3)
    let verified = try store.verify()
    #expect(verified.clean)
    #expect(verified.checks.last { $0.subject == .seal }?.notes == [.sealedUnread(values: 3)])
  }

  @Test func `of a store that was sealed before words were, these are sealed by the next call`()
    throws
  {
    let store = try sealed()
    let ids = try Self.receive(3, in: store)
    // As a version before this kept them.
    try store.write { session in
      let db = session.db
      let sealer = try #require(try store.seal.sealer(db))
      for id in ids {
        var parts = try SealedReport.read(ofReport: id, { sealer }, db)
        (parts.description, parts.requestHash, parts.fileNames) = (nil, nil, [:])
        try parts.write(ofReport: id, sealer, db)
      }
      try db.execute(
        sql: """
          UPDATE report SET description = ?, request_hash = ?;
          UPDATE report_attachment SET name = ?
          """, arguments: [Self.canaries[3], Self.canaries[5], Self.canaries[4]])
    }
    #expect(try !leaks().isEmpty)
    #expect(try store.sealStatus().clear == 3)
    #expect(
      try store.verify().checks.last { $0.subject == .seal }?.problems
        == [.inTheClear(table: "report_private", values: 3)])

    #expect(try store.sealRest() == 3)

    #expect(try leaks() == [])
    try Self.check(ids, in: store)
    #expect(try store.verify().clean && store.sealStatus().isComplete)
  }

  @Test(arguments: SealProfile.allCases)
  func `is opened by no other key`(_ profile: SealProfile) throws {
    let ids = try Self.receive(1, in: sealed(profile))
    let other = MasterKey.random()
    let store = try open(with: other)

    #expect(
      throws: SealFault.wrongKey(
        path: path, given: other.id, try #require(try store.sealStatus().identity))
    ) { try store.read { try $0.privateParts(ofReport: ids[0]) } }
  }

  @Test(arguments: SealProfile.allCases)
  func `of a store that was in the clear, nothing clear is left in the file or its log`(
    _ profile: SealProfile
  ) throws {
    let store = try Store.create(at: path, levels: ["grid"], key: { [key] _ in key })
    let ids = try Self.receive(2_500, in: store)
    #expect(try Set(leaks()).count >= 3)
    #expect(try store.sealStatus().clear == 2_501)

    try store.makeSeal(profile: profile) { _ in key }
    var steps: [Int] = []
    #expect(try store.sealRest { steps.append($0) } == 2_501)

    #expect(steps.count >= 3)
    #expect(try leaks() == [])
    try Self.check(ids, in: store)
    #expect(try store.verify().clean)
    #expect(throws: SealFault.alreadySealed(path: path)) { try store.makeSeal { _ in key } }
    #expect(try store.sealRest() == 0)
  }

  @Test(arguments: SealProfile.allCases)
  func `sealed half way says so, and is sealed to the end by the next call`(
    _ profile: SealProfile
  ) throws {
    let store = try Store.create(at: path, levels: ["grid"], key: { [key] _ in key })
    let ids = try Self.receive(10, in: store)
    try store.makeSeal(profile: profile) { _ in key }
    try store.write { session in
      var last: Int64 = 0
      let db = session.db
      let sealer = try #require(try store.seal.sealer(db))
      let ring = try #require(try store.seal.ring(db))
      #expect(try SealedPart.reportParts.move(to: ring, sealer, at: 4, after: &last, db) == 4)
    }

    try Self.check(ids, in: store)
    #expect(try store.sealStatus().clear == 7)
    let problems = try store.verify().checks.last { $0.subject == .seal }?.problems
    #expect(
      problems == [
        .inTheClear(table: "report_private", values: 6),
        .inTheClear(table: "attachment_content", values: 1),
      ])
    #expect(try store.sealRest() == 7)
    try Self.check(ids, in: store)
  }

  @Test(arguments: SealProfile.allCases)
  func `rotated, it has everything under the new version, and the old one is gone`(
    _ profile: SealProfile
  ) throws {
    let store = try sealed(profile)
    let ids = try Self.receive(2_100, in: store)
    let other = try open()
    try Self.check(ids, in: other)

    #expect(try store.rotateSeal() == 2)
    // Interrupted here: both versions are there, and another call adds none.
    try Self.check(ids, in: store)
    #expect(try store.sealStatus().versions.map(\.values) == [2_101, 0])
    #expect(try store.rotateSeal() == 2)
    // Another process that knew only the first version seals with the second.
    let late = try other.write { try $0.insert(Self.report(0), ReportPrivate(contact: "late")).id }
    #expect(try store.sealStatus().versions.map(\.values) == [2_101, 1])

    #expect(try store.sealRest() == 2_101)
    #expect(try store.sealStatus().versions.map(\.number) == [2])
    #expect(try store.sealStatus().versions.map(\.values) == [2_102])
    try Self.check(ids, in: store)
    try Self.check(ids, in: other)
    #expect(try store.read { try $0.privateParts(ofReport: late).contact } == "late")
    #expect(try store.rotateSeal() == 3)
  }

  @Test(arguments: SealProfile.allCases, SealProfile.allCases)
  func `rotated to other algorithms, it has everything under these, and goes back`(
    _ profile: SealProfile, _ later: SealProfile
  ) throws {
    let store = try sealed(profile)
    let ids = try Self.receive(20, in: store)
    let other = try open()
    try Self.check(ids, in: other)

    #expect(try store.rotateSeal(profile: later) == 2)
    // Interrupted here: each version says by what it sealed, and both open.
    #expect(try store.sealStatus().versions.map(\.profile) == [profile, later])
    try Self.check(ids, in: store)
    try Self.check(ids, in: other)
    #expect(try store.rotateSeal() == 2)
    // Whoever asks for others meanwhile gets them.
    #expect(try store.rotateSeal(profile: profile) == (profile == later ? 2 : 3))
    #expect(try store.sealRest() == 21)
    #expect(try store.sealStatus().versions.map(\.profile) == [profile])

    try store.rotateSeal(profile: later)
    #expect(try store.sealRest() == 21)
    #expect(try store.sealStatus().versions.map(\.profile) == [later])
    try Self.check(ids, in: store)
    try Self.check(ids, in: open())
    #expect(
      try store.read {
        try Data.fetchAll($0.db, sql: "SELECT DISTINCT substr(sealed, 1, 2) FROM report_private")
      } == [Data([1, later.rawValue])])
    #expect(try store.verify().clean)
    try store.rewrapSeal(by: key)
    try Self.check(ids, in: open())
  }

  @Test(arguments: SealProfile.allCases)
  func `under another master key the former one no longer opens it`(_ profile: SealProfile) throws {
    let store = try sealed(profile)
    let ids = try Self.receive(3, in: store)
    let other = MasterKey.random()

    try store.rewrapSeal(by: other)

    try Self.check(ids, in: open(with: other))
    #expect(throws: SealFault.self) { try Self.check(ids, in: open()) }
    #expect(try store.sealStatus().identity?.key == other.id)
  }

  @Test(arguments: SealProfile.allCases)
  func `a value that was moved to another row does not open, and verification says which`(
    _ profile: SealProfile
  ) throws {
    let store = try sealed(profile)
    let ids = try Self.receive(3, in: store)
    try store.write { session in
      try session.db.execute(
        sql: """
          UPDATE report_private SET sealed = (SELECT sealed FROM report_private WHERE report_id = 1)
          WHERE report_id = 2
          """)
    }

    let fault = SealFault.changed(table: "report_private", row: "2")
    #expect(throws: fault) { try store.read { try $0.privateParts(ofReport: ids[1]) } }
    #expect(try store.read { try $0.privateParts(ofReport: ids[2]).contact } != nil)
    #expect(
      try store.verify().checks.last { $0.subject == .seal }?.problems
        == [.sealBroken(table: "report_private", row: "2")])
  }

  @Test(arguments: SealProfile.allCases)
  func `what changes its keys is among the operations`(_ profile: SealProfile) throws {
    let store = try sealed(profile)
    try store.rotateSeal()
    try store.sealRest()
    try store.rewrapSeal(by: MasterKey.random())

    let kinds = try store.read {
      try String.fetchAll($0.db, sql: "SELECT kind || ' ' || object FROM operation ORDER BY id")
    }
    #expect(
      kinds == [
        "seal key/1", "rotate-key key/2", "rotate-key key/2", "rewrap-key key/2",
      ])
  }
}
