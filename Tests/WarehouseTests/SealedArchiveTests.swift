import Access
import Datasets
import DemoDistrict
import Foundation
import GRDB
import Tabular
import Testing

@testable import Intake
@testable import Warehouse

@Suite struct `The archive of a sealed store` {
  /// Found in no file below the archive.
  private static let canary = "云和路十八号东侧"
  private let text = "no,kind,amount,lon,lat\nA1,\(canary),1,5,5\nA2,\(canary),x,5,5\n"
  private let key = MasterKey.random()

  private func sealed(_ profile: SealProfile = .aes256GCM) throws -> ImportBench {
    let bench = try ImportBench(key: key)
    try bench.store.makeSeal(profile: profile) { _ in key }
    return bench
  }

  /// The files of the archive, by their paths below it.
  private func files(_ bench: ImportBench) throws -> [String: Data] {
    let folder = URL(filePath: bench.store.path + "-files")
    let names = FileManager.default.subpaths(atPath: folder.path) ?? []
    return try names.reduce(into: [:]) { files, name in
      let url = folder.appending(path: name)
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        return
      }
      files[name] = try Data(contentsOf: url)
    }
  }

  /// The files that have the canary, or whose names have a digest of `texts`.
  private func leaks(_ bench: ImportBench, _ texts: String...) throws -> [String] {
    try files(bench).filter { name, content in
      content.range(of: Data(Self.canary.utf8)) != nil
        || texts.contains { name.contains(ContentHash.sha256($0)) }
    }.map(\.key)
  }

  private func archived(_ bench: ImportBench, _ name: String) throws -> String {
    String(decoding: try archivedBytes(bench, name), as: UTF8.self)
  }

  private func names(_ bench: ImportBench) throws -> [String] {
    try bench.strings("SELECT sha256 FROM source_file ORDER BY first_seen, name")
  }

  /// The checks that found something, or noted something.
  private func findings(_ store: Store) throws -> [VerificationFinding] {
    try store.verify().checks.flatMap { $0.problems + $0.notes }
  }

  @Test(arguments: SealProfile.allCases)
  func `has nothing of a file in the clear, neither its text nor its digest`(
    _ profile: SealProfile
  ) throws {
    let bench = try sealed(profile)

    try bench.load(text)

    let files = try files(bench)
    #expect(files.count == 1)
    #expect(files.keys.allSatisfy { $0.hasSuffix(".sealed") })
    #expect(try leaks(bench, text) == [])
    let name = try #require(try names(bench).first)
    #expect(name.hasPrefix("hmac:"))
    #expect(try !bench.content().contains(ContentHash.sha256(text)))
    #expect(try archived(bench, name) == text)
    #expect(try findings(bench.store) == [])
    let status = try bench.store.sealStatus()
    #expect(status.clearFiles == 0 && status.versions.map(\.files) == [1])
  }

  @Test(arguments: SealProfile.allCases)
  func `knows a file again, and keeps it once`(_ profile: SealProfile) throws {
    let bench = try sealed(profile)
    try bench.load(text)
    let before = try files(bench)

    #expect(try bench.load(text, name: "again.csv").status == .unchanged)
    #expect(try bench.load(text) { $0.isForced = true }.status == .published)

    #expect(try files(bench) == before)
    #expect(try names(bench).count == 1)
  }

  @Test(arguments: SealProfile.allCases)
  func `has the parts of a Shapefile and their list sealed`(_ profile: SealProfile) throws {
    let bench = try sealed(profile)
    let path = bench.folder.appending(path: "things.shp").path
    let writer = try ShapefileWriter(
      path: path, shape: .polygon,
      columns: [.text("no", width: 6), .text("kind", width: 60), .number("amount", width: 10)],
      texts: .utf8, projection: ProjectionText.text(epsg: 4326))
    for (cells, geometry) in FormatImportTests.areas {
      try writer.write([cells[0], .text(Self.canary), cells[2]], geometry: geometry)
    }
    try writer.finish()
    let manifest = try FormatImportTests.manifest("polygon")

    let report = try bench.store.importFile(
      ImportRequest(path: path, manifest: manifest, attacher: ImportBench.attacher))

    #expect(report.status == .published)
    let files = try files(bench)
    #expect(files.count >= 4 && files.keys.allSatisfy { $0.hasSuffix(".sealed") })
    #expect(try leaks(bench) == [])
    let list = try archived(bench, try #require(try names(bench).first))
    let names = try #require(try bench.store.fileNames())
    for line in list.split(separator: "\n") {
      let digest = String(line.prefix(64))
      #expect(ContentHash.sha256(try archivedBytes(bench, names.name(of: digest))) == digest)
    }
    #expect(list.split(separator: "\n").count == files.count - 1)
  }

  private func archivedBytes(_ bench: ImportBench, _ name: String) throws -> [UInt8] {
    var content: [UInt8] = []
    try bench.store.readArchived(name) { content.append(contentsOf: $0) }
    return content
  }

  @Test(arguments: SealProfile.allCases)
  func `is left as it was by what is refused or interrupted, and has a corrected file sealed`(
    _ profile: SealProfile
  ) throws {
    let bench = try sealed(profile)
    try bench.load(text) { $0.maximumErrors = ErrorLimit("0") }
    try bench.load(text) { $0.archives = false }
    #expect(try files(bench).isEmpty)

    let corrected = "no,kind,amount,lon,lat\nA2,\(Self.canary),7,5,5\n"
    let path = try bench.file(corrected, name: "corrected.csv")
    let replayed = try bench.replay(1, try ImportBench.manifest()) { $0.corrected = path }

    #expect(replayed?.figures.inserted == 1)
    #expect(try files(bench).count == 1)
    #expect(try leaks(bench, text, corrected) == [])
    #expect(try findings(bench.store) == [])
    // The rows as they were kept have no file to archive.
    try bench.load(text.replacing("A2", with: "A3"), name: "b.csv")
    _ = try bench.replay(3, try ImportBench.manifest())
    #expect(try files(bench).count == 2)
    #expect(try findings(bench.store) == [])
  }

  @Test(arguments: SealProfile.allCases)
  func `keeps the sealed copy of a load that was interrupted, which is taken up again`(
    _ profile: SealProfile
  ) throws {
    let bench = try sealed(profile)
    let staging = StagedImportTests()
    let text = staging.things(Self.canary)

    let interruption = try staging.interrupt(bench, text)
    #expect(try files(bench).count == 1)
    #expect(try leaks(bench, text) == [])
    let resumed = try bench.load(text, change: staging.staged)

    #expect(resumed.notes == [.resumed(afterRows: interruption.rows)])
    #expect(try files(bench).count == 1)
    #expect(try findings(bench.store) == [])
  }

  @Test(arguments: SealProfile.allCases)
  func `without the key says what it did not read, imports nothing`(_ profile: SealProfile) throws {
    let bench = try sealed(profile)
    try bench.load(text)
    let store = try Store.open(at: bench.store.path)
    let identity = try #require(try store.sealStatus().identity)
    let missing = SealFault.noKey(path: store.path, identity)

    #expect(throws: missing) {
      try store.importFile(
        ImportRequest(
          path: bench.file(text + "A5,x,1,5,5\n"), manifest: ImportBench.manifest(),
          attacher: ImportBench.attacher))
    }
    #expect(throws: missing) {
      try store.readArchived(names(bench)[0]) { _ in }
    }
    let report = try store.verify()
    #expect(report.clean)
    #expect(report.checks.last { $0.subject == .archive }?.notes == [.filesUnread(1)])
    #expect(try files(bench).count == 1)
  }

  @Test(arguments: SealProfile.allCases)
  func `gives out no file that was changed, cut short or exchanged with another`(
    _ profile: SealProfile
  ) throws {
    let bench = try sealed(profile)
    try bench.load(text)
    try bench.load("no,kind,amount,lon,lat\nC1,x,1,5,5\nC2,abc,1,5,5\n", name: "other.csv")
    let names = try names(bench)
    let paths = names.map { SourceArchive(store: bench.store.path).path(of: $0) }
    let (one, other) = (
      try Data(contentsOf: URL(filePath: paths[0])), try Data(contentsOf: URL(filePath: paths[1]))
    )
    var changed = one
    changed[changed.count / 2] ^= 1
    for wrong in [changed, one.dropLast(), other, Data("x".utf8)] {
      try FileManager.default.removeItem(atPath: paths[0])
      try Data(wrong).write(to: URL(filePath: paths[0]))
      let fault = #expect(throws: StoreError.self) {
        try bench.store.readArchived(names[0]) { _ in }
      }
      guard case .notArchived(names[0], .unopened(paths[0], _)) = fault else {
        Issue.record("\(String(describing: fault))")
        continue
      }
      #expect(
        try findings(bench.store) == [
          .notArchived(sha256: names[0], path: paths[0], .unopened)
        ])
    }
    // What is no sealed file at all is seen without the key, too.
    #expect(
      try findings(Store.open(at: bench.store.path)) == [
        .notArchived(sha256: names[0], path: paths[0], .unopened), .filesUnread(1),
      ])
    #expect(throws: SealFault.fileChanged(path: paths[0])) {
      try bench.store.rotateSeal()
      try bench.store.sealArchive()
    }
  }

  @Test(arguments: SealProfile.allCases)
  func `of a store that was in the clear is sealed, and its files are known again`(
    _ profile: SealProfile
  ) throws {
    let bench = try ImportBench(key: key)
    try bench.load(text)
    try bench.load("no,kind,amount,lon,lat\nC1,x,1,5,5\n", name: "other.csv")
    let folders = try files(bench).keys.map { $0.prefix(2) }
    #expect(try leaks(bench, text).count == 1)
    #expect(throws: SealFault.notSealed(path: bench.store.path)) { try bench.store.sealArchive() }

    try bench.store.makeSeal(profile: profile) { _ in key }
    #expect(try bench.store.sealStatus().clearFiles == 2)
    #expect(try findings(bench.store) == [.filesInTheClear(2)])
    // Without the key nobody knows which of them it is.
    #expect(
      try Set(findings(Store.open(at: bench.store.path))) == [.filesInTheClear(2), .filesUnread(2)])
    var steps: [Int] = []
    #expect(try bench.store.sealArchive { steps.append($0) } == 2)
    #expect(try bench.store.sealRest() == 0)

    #expect(steps == [1, 2])
    #expect(try leaks(bench, text) == [])
    #expect(try files(bench).count == 2)
    // Nor does an empty folder tell what a digest began with.
    let left = try FileManager.default.contentsOfDirectory(atPath: bench.store.path + "-files")
    #expect(Set(left) == Set(try files(bench).keys.map { String($0.prefix(2)) }), "\(folders)")
    #expect(try findings(bench.store) == [])
    #expect(try bench.load(text).status == .unchanged)
    #expect(try Set(names(bench).map { try archived(bench, $0) }).contains(text))
    #expect(try bench.store.sealArchive() == 0)
    // Neither the store's file nor its log has the digest any more.
    for suffix in ["", "-wal"] {
      let bytes = try Data(contentsOf: URL(filePath: bench.store.path + suffix))
      #expect(bytes.range(of: Data(ContentHash.sha256(text).utf8)) == nil, "in \(suffix)")
    }
  }

  @Test(arguments: SealProfile.allCases)
  func `is sealed while a load is staged, which is begun anew`(_ profile: SealProfile) throws {
    let bench = try ImportBench(key: key)
    let staging = StagedImportTests()
    let text = staging.things(Self.canary)
    _ = try staging.interrupt(bench, text)
    #expect(try leaks(bench, text).count == 1)

    try bench.store.makeSeal(profile: profile) { _ in key }
    try bench.store.sealArchive()
    try bench.store.sealRest()
    #expect(try leaks(bench, text) == [])
    #expect(try !bench.content().contains(ContentHash.sha256(text)))
    let again = try bench.load(text, change: staging.staged)

    // What was staged lay in the clear, and went when the store got its key.
    #expect(again.notes == [] && again.status == .published)
    #expect(try files(bench).count == 1)
    #expect(try findings(bench.store) == [])
  }

  /// Stops between steps: after a file, between the copy and the removal of one, in the middle of one.
  @Test(arguments: SealProfile.allCases)
  func `sealed half way loses nothing, and is sealed to the end by the next call`(
    _ profile: SealProfile
  ) throws {
    let bench = try ImportBench(key: key)
    var texts: [String] = []
    for number in 1...5 {
      let text = "no,kind,amount,lon,lat\nD\(number),\(Self.canary)\(number),1,5,5\n"
      try bench.load(text, name: "\(number).csv")
      texts.append(text)
    }
    let archive = try #require(bench.store.archive)
    let clear = ArchiveListing(archive).clear
    func check(clear: Int) throws {
      #expect(try bench.store.sealStatus().clearFiles == clear)
      for name in try names(bench) { #expect(try texts.contains(archived(bench, name))) }
      #expect(try findings(bench.store) == (clear > 0 ? [.filesInTheClear(clear)] : []))
      for text in texts { #expect(try bench.load(text).status == .unchanged) }
    }
    // Killed while an import wrote a copy, long before the store was sealed.
    let draft = archive.path(of: clear[0]) + ".1-1.draft"
    try Data(Self.canary.utf8).write(to: URL(filePath: draft))

    try bench.store.makeSeal(profile: profile) { _ in key }
    try check(clear: 6)
    // The sealed file is there whole, and the clear one is not gone yet.
    let ring = try #require(try bench.store.read { try bench.store.seal.ring($0.db) })
    try archive.seal(clear[0], ring)
    try check(clear: 6)
    // Killed while the sealed file was being written.
    let half = archive.path(of: FileNames(ring).name(of: clear[1])) + ".1-2.draft"
    try? FileManager.default.createDirectory(
      at: URL(filePath: half).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("half".utf8).write(to: URL(filePath: half))
    try check(clear: 6)
    struct Stopped: Error {}
    #expect(throws: Stopped.self) {
      try bench.store.sealArchive { count in if count == 2 { throw Stopped() } }
    }
    try check(clear: 4)
    #expect(try bench.store.sealArchive() == 3)
    try check(clear: 0)
    #expect(try leaks(bench) == [])
    #expect(try files(bench).count == 5)
  }

  @Test(arguments: SealProfile.allCases, SealProfile.allCases)
  func `rotated half way opens under both versions, and the old one goes with the last file`(
    _ profile: SealProfile, _ later: SealProfile
  ) throws {
    let bench = try sealed(profile)
    for number in 1...4 {
      try bench.load("no,kind,amount,lon,lat\nE\(number),x,1,5,5\n", name: "\(number).csv")
    }
    let names = try names(bench)
    #expect(try bench.store.rotateSeal(profile: later) == 2)
    struct Stopped: Error {}
    #expect(throws: Stopped.self) {
      try bench.store.sealArchive { count in if count == 2 { throw Stopped() } }
    }

    #expect(try bench.store.sealStatus().versions.map(\.files) == [2, 2])
    #expect(try findings(bench.store) == [])
    // What is in the tables alone does not take the former version out.
    #expect(try bench.store.sealRest() == 0)
    #expect(try bench.store.sealStatus().versions.map(\.number) == [1, 2])
    #expect(try bench.store.rotateSeal() == 2)
    #expect(try bench.store.sealArchive() == 2)
    try bench.store.sealRest()

    let status = try bench.store.sealStatus()
    #expect(status.versions.map(\.number) == [2] && status.versions.map(\.files) == [4])
    #expect(try self.names(bench) == names)
    #expect(try findings(bench.store) == [])
  }

  @Test(arguments: SealProfile.allCases)
  func `with files of a version that the store does not have is not clean, even without the key`(
    _ profile: SealProfile
  ) throws {
    let bench = try sealed(profile)
    try bench.load(text)
    let path = SourceArchive(store: bench.store.path).path(of: try names(bench)[0])
    let former = try Data(contentsOf: URL(filePath: path))
    try bench.store.rotateSeal()
    try bench.store.sealArchive()
    try bench.store.sealRest()
    try FileManager.default.removeItem(atPath: path)
    try former.write(to: URL(filePath: path))

    let problems = try Store.open(at: bench.store.path).verify().checks.flatMap(\.problems)
    #expect(problems == [.fileKeyMissing(version: 1, files: 1)])
  }

  @Test(arguments: SealProfile.allCases)
  func `is copied by a backup, which the key proves`(_ profile: SealProfile) throws {
    let bench = try sealed(profile)
    try bench.load(text)
    let path = bench.folder.appending(path: "copy.sqlite").path

    let copy = try bench.store.backUp(to: path)

    #expect(copy.files == 1 && copy.verification.clean)
    #expect(copy.verification.checks.flatMap(\.notes).isEmpty)
    let opened = try Store.open(at: path, key: { [key] _ in key })
    #expect(try findings(opened) == [])
  }
}
