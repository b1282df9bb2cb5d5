import Datasets
import Foundation
import Gewu
import TestSupport
import Testing
import Warehouse

/// The words of reports in a sealed store, and what their files are called.
@Suite struct `Reports of a sealed store` {
  private static let words = "三号楼王阿姨家门口的灯不亮"
  private static let file = "王阿姨家.gif"

  private let keys: TemporaryFolder
  private let sample: Sample

  init() throws {
    keys = try TemporaryFolder()
    let source = KeySource(file: keys.path("key"))
    sample = try Sample(key: source)
    _ = try sample.district.seal(keys: source) { $0 }
    try sample.loadLattice()
  }

  private var lamp: ReportSubmission {
    var lamp = ReportSubmission(
      channel: "app", category: "lamp", description: Self.words, longitude: 116.035,
      latitude: 39.005)
    lamp.attachments = [
      ReportAttachment(name: Self.file, mediaType: "image/gif", content: Data("GIF89a".utf8))
    ]
    return lamp
  }

  /// The files of the store in which a text stands.
  private func leaks(_ text: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sample.folder.path).filter { name in
      guard name.hasPrefix("gewu.sqlite"), name != "gewu.sqlite-files" else { return false }
      guard let bytes = FileManager.default.contents(atPath: sample.folder.path + "/" + name) else {
        return false
      }
      return bytes.range(of: Data(text.utf8)) != nil
    }
  }

  @Test func `are listed without words, which a purpose opens and the store remembers`() throws {
    let district = sample.district
    let kept = try district.receive(lamp, idempotencyKey: "1").report

    // Who sent it is answered what was sent.
    #expect(kept.description == Self.words && kept.attachments.first?.name == Self.file)
    for text in [Self.words, Self.file] { #expect(try leaks(text) == []) }
    let listed = try #require(try district.reports().first)
    #expect(listed.isSealed == true && listed.description == nil)
    #expect(listed.attachments.map(\.name) == [nil])
    #expect(listed.grid == kept.grid && listed.category == "lamp")
    #expect(try district.report(kept.receipt) == listed)
    // For a purpose all is there, and that it was read.
    let purpose = try ReadPurpose("repair order 7")
    #expect(try leaks(purpose.text) == [])
    #expect(try district.reports(ReportQuery(), for: purpose) == [kept])
    #expect(try district.report(kept.receipt, for: purpose) == kept)
    #expect(try !leaks(purpose.text).isEmpty)
    let path = sample.folder.path + "/r.csv"
    #expect(throws: ReadFault.noPurpose(tables: ["report"])) {
      try district.export(ExportRequest(table: "report", path: path))
    }
    _ = try district.export(ExportRequest(table: "report", path: path, purpose: purpose))
    let exported = try String(contentsOfFile: path, encoding: .utf8)
    #expect(exported.contains(Self.words) && !exported.contains("request_hash"))
    #expect(throws: ReportFault.sealedAttachment(1)) {
      try district.attachment(1, ofReport: kept.receipt)
    }
    #expect(throws: ReportFault.noAttachment(2)) {
      try district.attachment(2, ofReport: kept.receipt)
    }
    #expect(
      try district.attachment(1, ofReport: kept.receipt, for: purpose).fileName == Self.file)
    #expect(try district.verify().clean)
  }

  @Test func `are known when they are sent again, and others under their key are not`() throws {
    let district = sample.district
    let kept = try district.receive(lamp, idempotencyKey: "1").report

    let again = try district.receive(lamp, idempotencyKey: "1")
    #expect(!again.isNew && again.report == kept)
    var other = lamp
    other.description = "别的"
    #expect(throws: ReportFault.keyUsed("1")) { try district.receive(other, idempotencyKey: "1") }
    _ = try district.rotateSeal(to: .sm)
    #expect(try !district.receive(lamp, idempotencyKey: "1").isNew)
  }

  @Test func `are not taken without the key where they say anything`() throws {
    let path = sample.district.storePath
    let bare = try District(openingStoreAt: path)
    #expect(throws: SealFault.self) { try bare.receive(lamp) }
    #expect(try bare.receive(ReportSubmission(channel: "app", category: "lamp")).isNew)
    #expect(try bare.reports().count == 1)
  }

  @Test func `that come as a table have their words sealed, and lose them with its batch`() throws {
    let manifest = try Manifest(
      yaml: """
        name: hotline
        primaryKey: [external_id]
        fields:
          - {name: external_id}
          - {name: channel}
          - {name: description, gewu: {sensitive: personal}}
          - {name: lon, type: number}
          - {name: lat, type: number}
        gewu:
          subject: report
          load: incremental
          location: {x: lon, y: lat, crs: wgs84}
        """, path: "hotline.yaml")
    func load(_ text: String) throws {
      let path = try sample.write(
        "external_id,channel,description,lon,lat\n7,hotline,\(text),116.005,39.005\n",
        as: "hotline.csv")
      _ = try sample.district.importFile(at: path, manifest: manifest)
      try FileManager.default.removeItem(atPath: path)
    }
    let purpose = try ReadPurpose("test")
    func words() throws -> [String?] {
      try sample.district.reports(ReportQuery(), for: purpose).map(\.description)
    }

    try load(Self.words)
    #expect(try words() == [Self.words])
    #expect(try leaks(Self.words) == [])
    #expect(try sample.district.reports().map(\.description) == [nil])
    try load("换过的说法")
    #expect(try words() == ["换过的说法"])
    _ = try sample.district.rollBack(batch: 2)
    #expect(try words() == [Self.words])
    #expect(try leaks("换过的说法") == [])
    #expect(try sample.district.verify().clean)
  }
}
