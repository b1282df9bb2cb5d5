import Intake
import Datasets
import Gewu
import Testing
import Warehouse

@Suite struct ImportedReportsTests {
  private let manifest = """
    name: hotline
    primaryKey: [external_id]
    fields:
      - {name: external_id}
      - {name: channel}
      - {name: category}
      - {name: lon, type: number}
      - {name: lat, type: number}
    gewu:
      subject: report
      load: incremental
      location: {x: lon, y: lat, crs: wgs84}
    """

  @Test func `a table of reports is listed with those that were sent in`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let sent = try sample.district.receive(ReportSubmission(channel: "app")).report
    let path = try sample.write(
      "external_id,channel,category,lon,lat\n7,hotline,lamp,116.005,39.005\n8,hotline,road,116.3,39\n",
      as: "hotline.csv")

    let report = try sample.district.importFile(
      at: path, manifest: Manifest(yaml: manifest, path: "hotline.yaml"))

    #expect(report.inserted == 2)
    let listed = try sample.district.reports()
    #expect(listed.map(\.externalID) == ["8", "7", nil])
    #expect(listed.map(\.grid?.code) == [nil, "G00", nil])
    #expect(listed.map(\.status) == [.outside, .inside, .invalid])
    #expect(listed.last == sent)
  }

  @Test func `a table refuses what HTTP refuses`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let path = try sample.write(
      """
      external_id,channel,category,lon,lat
      1,hotline,lamp,116.005,91
      2,hotline,lamp,39.005,116.005
      3,hotline,lamp,116.005,39.0050
      """, as: "hotline.csv")

    let report = try sample.district.importFile(
      at: path, manifest: Manifest(yaml: manifest, path: "hotline.yaml"))

    #expect(report.inserted == 1 && report.quarantined == 2)
    let reasons = try sample.district.quarantinedRows().flatMap(\.reasons).map(\.code)
    #expect(reasons.sorted() == ["coordinate-invalid", "coordinate-swapped"])
    let listed = try sample.district.reports()
    #expect(listed.map(\.externalID) == ["3"])
    #expect(listed.map(\.receipt.count) == [26])
    #expect(
      listed.map(\.given) == [.init(longitude: "116.005", latitude: "39.005", crs: "EPSG:4326")])
  }

  @Test func `what is personal in a table of reports is kept apart`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let rules = manifest.replacing(
      "  - {name: category}", with: "  - {name: category}\n  - {name: address}\n  - {name: contact}"
    )
    let header = "external_id,channel,category,address,contact,lon,lat\n"
    var receipts: [String] = []
    for (name, contact) in [("a.csv", "13800000000"), ("b.csv", "13800000001")] {
      _ = try sample.district.importFile(
        at: sample.write(header + "7,hotline,lamp,秘密路,\(contact),116.005,39.005\n", as: name),
        manifest: Manifest(yaml: rules, path: "hotline.yaml"))
      let listed = try sample.district.reports()
      receipts += listed.map(\.receipt)
      #expect(!"\(listed)".contains("秘密") && !"\(listed)".contains("138"))
    }
    // The report is the same one.
    #expect(receipts.count == 2 && receipts.first == receipts.last)
    let store = try Store.open(at: sample.district.storePath)
    let personal = try store.read { session in
      try session.report(idempotencyKey: "import:hotline:7").map {
        try session.privateParts(ofReport: $0.id)
      }
    }
    #expect(personal == ReportPrivate(address: "秘密路", contact: "13800000001"))
  }

  @Test func `a row that a later file changes changes its report`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let rules = try Manifest(yaml: manifest, path: "hotline.yaml")
    let header = "external_id,channel,category,lon,lat\n"

    for (name, row) in [
      ("a.csv", "7,hotline,lamp,116.005,39.005\n"), ("b.csv", "7,hotline,road,116.015,39.005\n"),
    ] {
      _ = try sample.district.importFile(
        at: sample.write(header + row, as: name), manifest: rules)
    }

    let listed = try sample.district.reports()
    #expect(listed.map(\.category) == ["road"])
    #expect(listed.map(\.grid?.code) == ["G01"])
  }

  @Test func `reports go with the rows of a batch that is taken back, or are as before it`() throws
  {
    let sample = try Sample()
    try sample.loadLattice()
    let rules = try Manifest(yaml: manifest, path: "hotline.yaml")
    let header = "external_id,channel,category,lon,lat\n"
    for (name, rows) in [
      ("a.csv", "7,hotline,lamp,116.005,39.005\n"),
      ("b.csv", "7,hotline,road,116.015,39.005\n8,hotline,tree,116.015,39.005\n"),
    ] {
      _ = try sample.district.importFile(
        at: sample.write(header + rows, as: name), manifest: rules)
    }
    let sent = try sample.district.receive(ReportSubmission(channel: "app")).report

    _ = try sample.district.rollBack(batch: 2)

    let listed = try sample.district.reports()
    #expect(listed.map(\.category) == [sent.category, "lamp"])
    #expect(listed.map(\.grid?.code) == [nil, "G00"])
    _ = try sample.district.rollBack(batch: 1)
    #expect(try sample.district.reports() == [sent])
  }

  @Test func `a manifest of reports without their number is refused`() throws {
    let faulty = manifest.replacing("[external_id]", with: "[channel]")

    let error = #expect(throws: DatasetsError.self) {
      try Manifest(yaml: faulty, path: "hotline.yaml")
    }

    #expect(error?.fact == .manifest(.subjectNeedsKey(.report)))
  }
}
