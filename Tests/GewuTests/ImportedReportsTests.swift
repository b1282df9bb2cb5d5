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
