import Files
import Words
import Intake
import Datasets
import Foundation
import Gewu
import Intake
import Synchronization
import Testing
import Warehouse

/// Copies of a store that is in use.
@Suite struct `Backing up` {
  private let sample: Sample
  private static let rules = """
    name: thing
    primaryKey: [no]
    fields:
      - {name: no}
      - {name: kind, constraints: {enum: [lamp, pump]}}
      - {name: lon, type: number}
      - {name: lat, type: number}
    gewu: {load: full, location: {x: lon, y: lat, crs: wgs84}}
    """

  init() throws {
    sample = try Sample()
    try sample.loadLattice()
  }

  private func path(_ name: String) -> String {
    sample.folder.appendingPathComponent(name).path
  }

  /// Imports a file of so many rows, each of another kind than before, one in ten refused.
  @discardableResult
  private func load(_ rows: Int, turn: Int) throws -> ImportReport {
    let kind = turn.isMultiple(of: 2) ? "lamp" : "pump"
    let lines = (1...rows).map { "\($0),\($0 % 10 == 0 ? "tree" : kind),116.015,39.015" }
    return try sample.district.importFile(
      at: sample.write(
        "no,kind,lon,lat\n" + lines.joined(separator: "\n"), as: "things\(turn).csv"),
      manifest: Manifest(yaml: Self.rules, path: "thing.yaml"))
  }

  @Test func `a backup is a store with all that the store has, its source files too`() throws {
    try load(50, turn: 0)

    let report = try sample.district.backUp(to: path("copy.sqlite"))

    #expect(report.isClean)
    #expect(report.files == 1)
    let copy = try District(openingStoreAt: path("copy.sqlite"))
    #expect(try copy.batches() == sample.district.batches())
    #expect(try copy.verify().isClean)
  }

  @Test func `nothing that exists is replaced`() throws {
    _ = try sample.write("mine", as: "copy.sqlite")
    try FileManager.default.createDirectory(
      atPath: path("other.sqlite-files"), withIntermediateDirectories: true)

    #expect(throws: OutputError.exists(path: path("copy.sqlite"))) {
      try sample.district.backUp(to: path("copy.sqlite"))
    }
    #expect(throws: OutputError.exists(path: path("other.sqlite-files"))) {
      try sample.district.backUp(to: path("other.sqlite"))
    }
    #expect(
      throws: OutputError.partOfStore(
        path: path("gewu.sqlite-wal"), store: sample.district.storePath)
    ) {
      try sample.district.backUp(to: path("gewu.sqlite-wal"))
    }

    #expect(try String(contentsOfFile: path("copy.sqlite"), encoding: .utf8) == "mine")
    #expect(!FileManager.default.fileExists(atPath: path("other.sqlite")))
  }

  @Test func `a backup that is cancelled leaves nothing`() throws {
    try load(50, turn: 0)

    #expect(throws: CancellationError.self) {
      try sample.district.backUp(to: path("copy.sqlite"), isCancelled: { true })
    }

    let names = try FileManager.default.contentsOfDirectory(atPath: sample.folder.path)
    #expect(!names.contains { $0.hasPrefix("copy") })
  }

  @Test func `a folder that does not permit it is named, and not its draft`() {
    let place = "/proc/gewu/copy.sqlite"

    #expect {
      try sample.district.backUp(to: place)
    } throws: {
      guard case .unwritable(place, _)? = $0 as? OutputError else { return false }
      return true
    }
  }

  @Test func `a store that is damaged is copied as it is, and the backup says so`() throws {
    try load(20, turn: 0)
    let archive = sample.district.storePath + "-files"
    let file = try #require(
      FileManager.default.subpaths(atPath: archive)?.first { $0.utf8.count == 67 })
    try FileManager.default.removeItem(atPath: "\(archive)/\(file)")

    let report = try sample.district.backUp(to: path("copy.sqlite"))

    #expect(!report.isClean)
    #expect(FileManager.default.fileExists(atPath: path("copy.sqlite")))
  }

  /// Backups are taken again and again while one thread imports, in one transaction and in steps, and
  /// another receives reports: each is a state between two batches, with the reports up to a moment.
  @Test func `a backup while others write is a state between batches`() throws {
    try load(400, turn: 0)
    let isDone = Atomic(false)
    let failures = Mutex<[String]>([])
    let writers = DispatchGroup()
    func write(_ work: @escaping @Sendable () throws -> Void) {
      writers.enter()
      Thread.detachNewThread {
        do { try work() } catch { failures.withLock { $0.append("\(error)") } }
        writers.leave()
      }
    }
    let district = sample.district
    let (rules, folder) = (Self.rules, sample.folder)
    write {
      var turn = 1
      while !isDone.load(ordering: .relaxed) {
        let kind = turn.isMultiple(of: 2) ? "lamp" : "pump"
        let lines = (1...400).map { "\($0),\($0 % 10 == 0 ? "tree" : kind),116.015,39.015" }
        let file = folder.appendingPathComponent("things\(turn).csv")
        try ("no,kind,lon,lat\n" + lines.joined(separator: "\n"))
          .write(to: file, atomically: true, encoding: .utf8)
        var request = ImportRequest(
          path: file.path, manifest: try Manifest(yaml: rules, path: "thing.yaml"))
        request.isForced = true
        if turn.isMultiple(of: 2) {
          request.stageBytes = 1
          request.chunkRows = 100
        }
        _ = try district.importFile(request)
        turn += 1
      }
    }
    write {
      while !isDone.load(ordering: .relaxed) {
        _ = try district.receive(
          ReportSubmission(channel: "app", longitude: 116.015, latitude: 39.015))
      }
    }
    defer {
      isDone.store(true, ordering: .relaxed)
      writers.wait()
    }

    var reports = 0
    for round in 0..<6 {
      let report = try district.backUp(to: path("copy\(round).sqlite"))
      let copy = try District(openingStoreAt: path("copy\(round).sqlite"))

      #expect(report.isClean, "\(report.verification.checks)")
      let batches = try copy.batches(limit: 10_000).filter { $0.report.status == .published }
      let numbers = batches.compactMap(\.report.batch).sorted()
      #expect(numbers == Array(1...Int64(numbers.count)))
      // The rows are those of the last batch alone: 360 of one kind.
      let export = try copy.export(ExportRequest(table: "thing", path: path("\(round).csv")))
      #expect(export.rows == 360)
      let text = try String(contentsOfFile: path("\(round).csv"), encoding: .utf8)
      #expect(text.contains(",lamp,") != text.contains(",pump,"))
      let received = try copy.export(ExportRequest(table: "report", path: path("r\(round).csv")))
      #expect(received.rows >= reports)
      reports = received.rows
    }
    #expect(failures.withLock { $0 } == [])
  }
}
