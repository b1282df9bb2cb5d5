import Foundation
import Geometry
import Gewu
import Intake
import Subjects
import TestSupport
import Testing
import Time
import Warehouse

/// Stores that earlier versions made: see `Tests/WarehouseTests/Fixtures/stores/README.md`.
@Suite struct EarlierStoreTests {
  struct Failure: Error {
    let status: Int32
  }

  /// A district in an unpacked copy of a store, in a folder of its own.
  private func withCopy(of name: String, _ work: (District) throws -> Void) throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let packed = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../WarehouseTests/Fixtures/stores/\(name).sqlite.gz")
    let path = folder.path("district.sqlite")
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-dc", packed.path]
    gzip.standardOutput = FileHandle(forWritingAtPath: path)
    try gzip.run()
    gzip.waitUntilExit()
    guard gzip.terminationStatus == 0 else { throw Failure(status: gzip.terminationStatus) }
    let key = packed.deletingLastPathComponent().appending(path: "\(name).key")
    if let text = try? Data(contentsOf: key) {
      #expect(
        FileManager.default.createFile(
          atPath: path + ".key", contents: text, attributes: [.posixPermissions: 0o400]))
    }
    try work(
      try District(openingStoreAt: path, key: KeySource(file: path + ".key").key))
  }

  /// What is personal in a report of an earlier schema is sealed by one command, and still there.
  private func checkSealing(of district: District, _ report: Report) throws {
    #expect(try district.sealStatus().clear == 3)
    let sealed = try district.seal(
      keys: KeySource(file: district.storePath + ".key"), comment: { $0 })
    #expect(sealed.values == 3)
    #expect(try district.verify().clean)
    let bytes = try Data(contentsOf: URL(filePath: district.storePath))
    #expect(bytes.range(of: Data("zhang@example.org".utf8)) == nil)
  }

  /// Rows of a store that was sealed before rows were.
  @Test func `a store whose reports alone were sealed has its rows sealed by one command`() throws {
    try withCopy(of: "0017-seal") { district in
      let key = KeySource(file: district.storePath + ".key")
      #expect(try district.verify().checks.flatMap(\.problems).count == 3)
      #expect(try district.sealStatus().clear == 12 + 2 + 1)

      let sealed = try district.seal(keys: key, comment: { $0 })

      #expect(sealed.keyFile == nil && sealed.values == 12 + 2 + 1)
      #expect(try district.verify().clean)
      #expect(try district.sealStatus().isComplete)
      let bytes = try Data(contentsOf: URL(filePath: district.storePath))
      for canary in ["990101195402110012", "测甲人", "990101197808170071", "路灯不亮"] {
        #expect(bytes.range(of: Data(canary.utf8)) == nil)
      }
      let output = district.storePath + ".csv"
      _ = try district.export(
        ExportRequest(table: "person", path: output, purpose: ReadPurpose("test")))
      let text = try String(contentsOfFile: output, encoding: .utf8)
      #expect(text.contains("990101195402110012,测甲人,1954-02-11,1250"))
    }
  }

  /// The words of reports in a store that was sealed before they were.
  @Test func `a store whose rows were sealed has the words of its reports sealed by one command`()
    throws
  {
    try withCopy(of: "0018-rows") { district in
      let key = KeySource(file: district.storePath + ".key")
      #expect(try district.sealStatus().clear == 1)
      let before = try #require(try district.reports().first)
      #expect(before.description == "路灯不亮" && before.attachments.first?.name == "测村.gif")

      let sealed = try district.seal(keys: key, comment: { $0 })

      #expect(sealed.keyFile == nil && sealed.values == 1)
      #expect(try district.verify().clean)
      let bytes = try Data(contentsOf: URL(filePath: district.storePath))
      for canary in ["路灯不亮", "测村", "测甲人"] {
        #expect(bytes.range(of: Data(canary.utf8)) == nil)
      }
      let purpose = try ReadPurpose("test")
      var opened = before
      opened.isSealed = nil
      #expect(try district.reports(ReportQuery(), for: purpose) == [opened])
      let output = district.storePath + ".csv"
      _ = try district.export(ExportRequest(table: "person", path: output, purpose: purpose))
      let text = try String(contentsOfFile: output, encoding: .utf8)
      #expect(text.contains("990101195402110012,测甲人,1954-02-11,1250"))
    }
  }

  /// Addresses and subjects from before items of the review queue had keys.
  @Test func `a store with subjects opens, verifies clean and is assembled again`() throws {
    try withCopy(of: "0021-subjects") { district in
      let report = try district.verify()
      #expect(report.clean, "\(report.checks.flatMap(\.problems))")
      #expect(try district.match(address: "桃宁路7号").entry?.code == "d7")
      #expect(try district.addressLags().map(\.rows) == [0])
      let before = try district.subjectMembers(ofKind: "person").map {
        [$0.key.text, "\($0.fileRow)"]
      }
      #expect(before.count == 17 && Set(before.map(\.[0])).count == 15)
      #expect(try district.reviewItems().map(\.key) == [nil, nil, nil])
      #expect(try district.reviewGroups().map(\.items).reduce(0, +) == 3)
    }
  }

  /// A decision and counts from before subjects were assembled by what has changed.
  @Test func `a store with a profile opens, verifies clean, and is assembled by what has changed`()
    throws
  {
    try withCopy(of: "0023-profile") { district in
      let report = try district.verify()
      #expect(report.clean, "\(report.checks.flatMap(\.problems))")
      let profile = try district.profile(ProfileQuestion(level: "grid"))
      #expect(profile.asOf == "2026-07-01" && profile.cells.count == 9)
      #expect(profile.cells.reduce(0) { $0 + (($1.counts["doors"] ?? nil) ?? 0) } == 9)
      #expect(try district.reviewItems().count == 2)
    }
  }

  /// The zones of stores that were given one.
  private static let zones = ["0014-zone": "Etc/UTC", "0015-receipts": "UTC"]
  /// The receipts of reports that were given one when they were received.
  private static let receipts = [
    "0014-zone": "7JSM5B5NYQJ6YXZERDGXJ41V8N", "0015-receipts": "26J6VRWET5QTGG209X2DR1R4A5",
  ]

  @Test(arguments: [
    "0007-history-by-cell", "0008-words", "0012-files", "0014-zone", "0015-receipts",
  ])
  func `a store of an earlier migration opens, verifies clean and answers as before`(name: String)
    throws
  {
    try withCopy(of: name) { district in
      let report = try district.verify()
      #expect(report.clean, "\(report.checks.flatMap(\.problems))")

      #expect(
        district.zoneName == Self.zones[name, default: LocalZone.ofMachine.name])
      let place = Coordinate(longitude: 116.005, latitude: 39.005)
      let now = try district.locate(place)
      let then = try district.locate(place, at: "2026-02-01")
      let beats = try district.locate(place, nets: .all)
      #expect(now.generation == 3 && now.grid?.code == "990101000101")
      #expect(now.path.map(\.code) == ["990101", "990101000101"])
      #expect(then.generation == 1)
      #expect(beats.nets?["police"]?.grid?.code == "P0101")

      let batches = try district.batches()
      #expect(batches.map(\.report.status) == [.rolledBack, .published, .published, .published])
      #expect(batches.map(\.report.quarantined) == [5, 5, 0, 5])
      let refused = try district.quarantinedRows()
      #expect(refused.map(\.batch) == [1, 1, 1, 1, 1, 3, 3, 3, 3, 3])
      #expect(refused.first?.reasons.map(\.code) == ["not-allowed"])
      let reports = try district.reports()
      let isWithParts = name == "0015-receipts"
      #expect(
        reports.map(\.grid?.code) == (isWithParts ? ["990101000303"] : []) + ["990101000202"])
      #expect(reports.last?.description == "路灯不亮")
      // The number that was given for it before there were receipts goes on answering, and no other does.
      let kept = try #require(reports.last)
      #expect(kept.receipt.count == 26 && kept.given?.longitude == "116.011")
      #expect(try district.report(kept.receipt) == kept)
      if let receipt = Self.receipts[name] {
        #expect(kept.receipt == receipt)
        #expect(throws: ReportFault.noReport("1")) { try district.report("1") }
      } else {
        #expect(try district.report("1") == kept)
      }
      if isWithParts { try checkSealing(of: district, try #require(reports.first)) }
      let later = try district.receive(ReportSubmission(channel: "app")).report
      #expect(throws: ReportFault.noReport("2")) { try district.report("2") }
      #expect(try district.report(later.receipt) == later)
      // Sent again under its key, by the digest that the earlier version kept.
      var again = ReportSubmission(
        channel: "hotline", category: "lamp", description: "路灯不亮", longitude: 116.011,
        latitude: 39.013, reportedAt: "2026-03-02T08:00:00+08:00")
      let first = try district.receive(again, idempotencyKey: "fixture")
      #expect(!first.isNew && first.report == kept)
      again.category = "pump"
      #expect(throws: ReportFault.keyUsed("fixture")) {
        try district.receive(again, idempotencyKey: "fixture")
      }
    }
  }
}
