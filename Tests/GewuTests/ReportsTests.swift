import Foundation
import Geometry
import Gewu
import Testing
import Warehouse

@Suite struct ReportsTests {
  private let lamp = ReportSubmission(
    channel: "app", category: "lamp", description: "路灯不亮", longitude: 116.035, latitude: 39.005,
    reportedAt: "2026-01-31T08:00:00+08:00", externalID: "A-1")

  @Test func `a report is attached, kept and listed`() throws {
    let sample = try Sample()
    try sample.loadLattice()

    let receipt = try sample.district.receive(lamp)

    #expect(receipt.isNew)
    #expect(receipt.report.status == .inside)
    #expect(receipt.report.grid?.code == "G03")
    #expect(try sample.district.report(receipt.report.receipt) == receipt.report)
    #expect(try sample.district.reports() == [receipt.report])
    #expect(try sample.district.reports(ReportQuery(grid: "G03")).count == 1)
    #expect(try sample.district.reports(ReportQuery(grid: "G00")).isEmpty)
  }

  static let spans: [(from: String?, to: String?, count: Int)] = [
    ("2026-03-01T08:00:00+08:00", nil, 1), ("2026-03-01T08:00:00.001+08:00", nil, 0),
    ("2026-03-01", nil, 1), ("2026-03-02", nil, 0), (nil, "2026-03-01T08:00:00+08:00", 1),
    (nil, "2026-03-01T07:59:59.999+08:00", 0), (nil, "2026-03-01", 1), (nil, "2026-02-28", 0),
  ]

  @Test(arguments: spans)
  func `reports of a span are listed, whatever zone it is written in`(
    from: String?, to: String?, count: Int
  ) throws {
    let sample = try Sample(clock: HandClock("2026-03-01T00:00:00Z").clock)
    try sample.loadLattice()
    _ = try sample.district.receive(lamp)

    #expect(try sample.district.reports(ReportQuery(from: from, to: to)).count == count)
  }

  @Test func `sent twice under one key it is kept once`() throws {
    let sample = try Sample()
    try sample.loadLattice()

    let first = try sample.district.receive(lamp, idempotencyKey: "k")
    let second = try sample.district.receive(lamp, idempotencyKey: "k")

    #expect(!second.isNew)
    #expect(second.report == first.report)
    #expect(try sample.district.reports().count == 1)
  }

  @Test func `another report under a used key is a conflict`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    var other = lamp
    other.description = "另一件"

    _ = try sample.district.receive(lamp, idempotencyKey: "k")
    let error = #expect(throws: ReportFault.self) {
      try sample.district.receive(other, idempotencyKey: "k")
    }

    #expect(error?.kind == .conflict)
    #expect(error == .keyUsed("k"))
    #expect(try sample.district.reports().count == 1)
  }

  @Test func `reports without a place or outside are kept as well`() throws {
    let sample = try Sample()
    try sample.loadLattice()

    let nowhere = try sample.district.receive(ReportSubmission(channel: "hotline")).report
    let abroad = try sample.district.receive(
      ReportSubmission(channel: "app", longitude: 0, latitude: 0)
    ).report

    #expect(nowhere.status == .invalid && nowhere.grid == nil && nowhere.longitude == nil)
    #expect(abroad.status == .outside && abroad.grid == nil && abroad.longitude == 0)
  }

  @Test func `all faults of a submission are named at once`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let bad = ReportSubmission(
      channel: "", longitude: 1, crs: "mars", reportedAt: "yesterday")

    let error = #expect(throws: ReportFault.self) { try sample.district.receive(bad) }

    #expect(error?.kind == .invalid)
    #expect(
      error
        == .badFields([
          .noChannel, .halfAPosition(false), .notAMoment("yesterday"), .badCRS(.unknownCRS("mars")),
        ]))
    #expect(try sample.district.reports().isEmpty)
  }

  @Test func `a list is paged from the newest`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let receipts = try (1...5).map { _ in try sample.district.receive(lamp).report.receipt }

    let first = try sample.district.reports(ReportQuery(limit: 2))
    let second = try sample.district.reports(ReportQuery(limit: 2, before: first.last?.receipt))

    #expect((first + second).map(\.receipt) == receipts[1...].reversed())
    #expect(throws: ReportFault.noPage(before: "4")) {
      try sample.district.reports(ReportQuery(before: "4"))
    }
  }

  /// Positions that are none, with what is said of them; the district lies at 116 east, 39 north.
  static let nowhere: [(String, String, String?, [ReportFault.Field])] = [
    ("116.035", "91", nil, [.beyond(field: "latitude", degrees: "91", limit: 90)]),
    ("116.035", "-90.5", nil, [.beyond(field: "latitude", degrees: "-90.5", limit: 90)]),
    (
      "541.0", "120", nil,
      [
        .beyond(field: "longitude", degrees: "541.0", limit: 180),
        .beyond(field: "latitude", degrees: "120", limit: 90),
      ]
    ),
    ("39.005", "116.035", nil, [.exchanged]), ("39.005", "116.035", "gcj02", [.exchanged]),
    ("39.005", "116.035", "EPSG:4214 +accuracy=99", [.exchanged]),
    ("1e300", "4400000", "EPSG:4527", [.notInSystem(crs: "EPSG:4527")]),
  ]

  @Test(arguments: nowhere)
  func `a position that is none, or stands the other way round, is refused`(
    longitude: String, latitude: String, crs: String?, faults: [ReportFault.Field]
  ) throws {
    let sample = try Sample()
    try sample.loadLattice()
    var report = ReportSubmission(channel: "app", crs: crs)
    (report.longitude, report.latitude) = (Double(longitude), Double(latitude))
    (report.longitudeText, report.latitudeText) = (longitude, latitude)

    #expect(throws: ReportFault.badFields(faults)) { try sample.district.receive(report) }
    #expect(try sample.district.reports().isEmpty)
  }

  @Test func `a position elsewhere is no fault, a turn too much neither`() throws {
    let sample = try Sample()
    try sample.loadLattice()

    for (longitude, latitude) in [(0.0, 0.0), (-116.0, 39.0), (12.5, 41.9), (-180.0, -90.0)] {
      let report = try sample.district.receive(
        ReportSubmission(channel: "app", longitude: longitude, latitude: latitude)
      ).report
      #expect(report.status == .outside && report.longitude == longitude)
    }
    let turned = try sample.district.receive(
      ReportSubmission(channel: "app", longitude: 116.035 - 360, latitude: 39.005)
    ).report
    #expect(turned.status == .inside && turned.given?.longitude == "\(116.035 - 360)")
  }

  @Test func `the position is kept as it was given`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    var report = lamp
    (report.longitudeText, report.latitudeText) = ("116.0350", "3.9005e1")
    report.crs = "CGCS2000"

    let kept = try sample.district.receive(report).report

    #expect(
      kept.given == Report.Given(longitude: "116.0350", latitude: "3.9005e1", crs: "CGCS2000"))
    #expect(try sample.district.report(kept.receipt).given == kept.given)
    #expect(try sample.district.receive(lamp).report.given?.crs == nil)
  }

  @Test func `texts are measured in characters, of whatever length in bytes`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    var report = ReportSubmission(channel: "app")
    for character in ["a", "路", "\u{20000}", "\u{1F6B2}"] {
      report.description = String(repeating: character, count: 10_000)
      #expect(try sample.district.receive(report).report.description == report.description)
      report.description? += character
      #expect(throws: ReportFault.badFields([.tooLong(field: "description", limit: 10_000)])) {
        try sample.district.receive(report)
      }
    }
    // One letter to a reader, and ten thousand and one characters to JSON Schema.
    report.description = "e" + String(repeating: "\u{301}", count: 10_000)
    #expect(throws: ReportFault.self) { try sample.district.receive(report) }
  }

  @Test func `receipts are drawn at random, and found in any spelling`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let reports = try (1...40).map { _ in try sample.district.receive(lamp).report }

    let receipts = Set(reports.map(\.receipt))
    #expect(receipts.count == 40 && receipts.allSatisfy { $0.count == 26 })
    #expect(reports.map(\.receipt) != reports.map(\.receipt).sorted())
    let first = try #require(reports.first)
    var spoken = first.receipt.lowercased().replacing("0", with: "o").replacing("1", with: "l")
    spoken.insert("-", at: spoken.index(spoken.startIndex, offsetBy: 5))
    #expect(try sample.district.report(spoken) == first)
    for name in ["1", "40", "0", "-1", "x", String(repeating: "0", count: 26)] {
      #expect(throws: ReportFault.noReport(name)) { try sample.district.report(name) }
    }
  }

  @Test func `a day that ends before it begins is a fault, not an empty list`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let query = ReportQuery(from: "2026-03-02", to: "2026-03-01")

    #expect(throws: ReportFault.emptyRange(from: "2026-03-02", to: "2026-03-01")) {
      try sample.district.reports(query)
    }
    #expect(try sample.district.reports(ReportQuery(from: "2026-03-01", to: "2026-03-01")) == [])
  }
}

@Suite struct `What comes with a report` {
  private let picture = Data([0xFF, 0xD8, 0xFF, 0xE0]) + Data("JFIF and so on".utf8)

  private func report(_ files: [ReportAttachment]) -> ReportSubmission {
    var report = ReportSubmission(channel: "app")
    report.attachments = files
    return report
  }

  @Test func `a file is kept with its name, type, size and digest, and given back`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let files = [
      ReportAttachment(name: "井盖.jpg", mediaType: "image/JPEG", content: picture),
      ReportAttachment(mediaType: "application/pdf", content: Data("%PDF-1.7".utf8)),
      ReportAttachment(name: "again.jpg", mediaType: "image/jpeg", content: picture),
    ]

    let kept = try sample.district.receive(report(files), idempotencyKey: "f").report
    let again = try sample.district.receive(report(files), idempotencyKey: "f")

    #expect(!again.isNew && again.report == kept)
    #expect(try sample.district.report(kept.receipt) == kept)
    #expect(try sample.district.reports().map(\.attachments.count) == [3])
    let first = try sample.district.attachment(1, ofReport: kept.receipt)
    #expect(first.content == picture && first.mediaType == "image/jpeg")
    #expect(first.fileName == "井盖.jpg")
    #expect(
      try sample.district.attachment(2, ofReport: kept.receipt).fileName == "attachment-2.pdf")
    #expect(throws: ReportFault.noAttachment(4)) {
      try sample.district.attachment(4, ofReport: kept.receipt)
    }
    var other = files
    other[0].content.append(1)
    #expect(throws: ReportFault.keyUsed("f")) {
      try sample.district.receive(report(other), idempotencyKey: "f")
    }
    let verification = try sample.district.verify()
    #expect(verification.clean)
  }

  @Test func `what may run, or is not what it says, is refused`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let known = ReportAttachment.Kind.allCases.map(\.rawValue)
    let cases: [(ReportAttachment, ReportFault.Attachment)] = [
      (.init(mediaType: "text/html", content: Data("<script>".utf8)), .unknownType(known: known)),
      (.init(mediaType: "image/svg+xml", content: Data("<svg/>".utf8)), .unknownType(known: known)),
      (.init(mediaType: "image/png", content: picture), .otherContent("image/png")),
      (.init(mediaType: "image/jpeg", content: Data()), .empty),
      (.init(name: "a/b.jpg", mediaType: "image/jpeg", content: picture), .badName),
      (.init(name: "a\r\nX: y", mediaType: "image/jpeg", content: picture), .badName),
      (
        .init(
          name: String(repeating: "图", count: 201), mediaType: "image/jpeg", content: picture),
        .longName(limit: 200)
      ),
    ]
    for (file, fault) in cases {
      #expect(throws: ReportFault.badFields([.attachment(number: 1, fault)])) {
        try sample.district.receive(report([file]))
      }
    }
    let large = ReportAttachment(
      mediaType: "image/jpeg", content: picture + Data(count: ReportAttachment.largestTotal))
    #expect(
      throws: ReportFault.badFields([.largeAttachments(limit: ReportAttachment.largestTotal)])
    ) { try sample.district.receive(report([large])) }
    #expect(try sample.district.reports().isEmpty)
  }

  @Test func `address and contact are kept, in no answer and in no export`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    var report = ReportSubmission(channel: "app")
    (report.address, report.contact) = ("秘密路 7 号", "13800000000")

    let kept = try sample.district.receive(report, idempotencyKey: "p").report
    #expect(try sample.district.receive(report, idempotencyKey: "p").report == kept)
    report.contact = "13800000001"
    #expect(throws: ReportFault.keyUsed("p")) {
      try sample.district.receive(report, idempotencyKey: "p")
    }

    let file = try sample.write("", as: "other.csv").replacing("other.csv", with: "report.csv")
    _ = try sample.district.export(ExportRequest(table: "report", path: file))
    let table = try String(contentsOfFile: file, encoding: .utf8)
    let everything = "\(kept) \(try sample.district.reports()) \(table)"
    #expect(!everything.contains("秘密") && !everything.contains("1380000000"))
    let columns = table.prefix { $0 != "\r" && $0 != "\n" }.split(separator: ",")
    #expect(columns.contains("receipt") && !columns.contains("id"))
  }
}
