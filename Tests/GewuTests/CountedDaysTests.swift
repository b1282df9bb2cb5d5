import Datasets
import Foundation
import Geometry
import Gewu
import HotSpots
import Intake
import Testing
import Time
import Warehouse

/// On which day a row counts, and which days a question means.
@Suite struct CountedDaysTests {
  private func sample(_ zone: String) throws -> Sample {
    let sample = try Sample(zone: zone)
    try sample.loadLattice(side: 4)
    return sample
  }

  private func load(
    _ sample: Sample, _ values: [String], type: String, format: String? = nil, name: String = "call"
  ) throws {
    let place = "116.015,39.015"
    let rows = (["at,lon,lat"] + values.map { "\($0),\(place)" }).joined(separator: "\n")
    let manifest = try Manifest(
      yaml: """
        name: \(name)
        fields:
          - {name: at, type: \(type)\(format.map { ", format: \"\($0)\"" } ?? "")}
          - {name: lon, type: number}
          - {name: lat, type: number}
        gewu:
          load: append
          location: {x: lon, y: lat, crs: wgs84}
          date: at
        """, path: "\(name).yaml")
    let report = try sample.district.importFile(
      at: sample.write(rows, as: "\(name).csv"), manifest: manifest)
    #expect(report.quarantined == 0)
  }

  private func rows(
    _ sample: Sample, _ from: String?, _ to: String?, of name: String = "call"
  ) throws -> Int? {
    try sample.district.hotSpots(
      HotSpotQuestion(dataset: name, from: from, to: to, permutations: 0)
    ).provenance.rowsIn
  }

  static let instants = [
    "2026-03-01T00:30:00+08:00", "2026-02-28T23:30:00+08:00", "2026-02-28T17:00:00Z",
    "2026-02-28T15:59:59.999Z", "2026-03-01T00:00:00", "2026-03-01T23:59:59",
  ]

  @Test(arguments: [("Asia/Shanghai", 2, 4), ("UTC", 4, 2), ("America/New_York", 4, 2)])
  func `an instant counts on its day in the store's zone, a time without an offset on its own`(
    zone: String, february: Int, march: Int
  ) throws {
    let sample = try sample(zone)
    try load(sample, Self.instants, type: "datetime")

    #expect(try rows(sample, "2026-02-28", "2026-02-28") == february)
    #expect(try rows(sample, "2026-03-01", "2026-03-01") == march)
    #expect(try rows(sample, "2026-02", "2026-02") == february)
    #expect(try rows(sample, "2026-03", nil) == march)
    #expect(try rows(sample, nil, "2026-02-28") == february)
    let summary = try #require(try sample.district.datasets().first)
    #expect(summary.firstDate == "2026-02-28" && summary.lastDate == "2026-03-01")
    let places = try sample.district.places(
      PlaceQuery(dataset: "call", from: "2026-03-01", to: "2026-03-01"))
    #expect(places.map(\.count) == [march])
  }

  @Test
  func `a fraction of a second is cut off, and every offset that the import takes is counted`()
    throws
  {
    let sample = try sample("Asia/Shanghai")
    let first = [
      "2026-03-01T23:59:59.9996+08:00", "2026-03-01T15:59:59.9999999Z", "2026-02-28T16:00:00Z",
      "2026-03-01T00:00:00-15:00", "2026-03-02T07:59:59+23:59", "2026-02-28T00:01:00-23:59",
    ]
    let second = [
      "2026-03-02T09:00:00+15:00", "2026-03-01T16:00:00.000000001Z",
      "2026-03-02T23:59:59.9999+16:00",
    ]
    let leap = ["2016-12-31T23:59:60Z", "2017-01-01T07:59:60.9+08:00", "2016-12-31T08:59:60-15:00"]
    try load(sample, first + second + leap, type: "datetime")

    #expect(try rows(sample, "2026-03-01", "2026-03-01") == first.count)
    #expect(try rows(sample, "2026-03-02", "2026-03-02") == second.count)
    #expect(try rows(sample, "2017-01-01", "2017-01-01") == leap.count)
    let places = try sample.district.places(
      PlaceQuery(dataset: "call", from: "2026-03-01", to: "2026-03-01"))
    #expect(places.map(\.count) == [first.count])
    let summary = try #require(try sample.district.datasets().first)
    #expect(summary.firstDate == "2017-01-01" && summary.lastDate == "2026-03-02")
  }

  @Test(arguments: [
    "2026-03-01t15:59:59.9999z", "2026-03-01T23:59:59.9996+0800", "2026-03-01T00:59:59-1500",
    "2026-02-28T16:00:00Z",
  ])
  func `a report is of the day of its instant, in whatever form of RFC 3339`(time: String) throws {
    let sample = try sample("Asia/Shanghai")
    _ = try sample.district.receive(
      ReportSubmission(
        channel: "app", category: "lamp", longitude: 116.015, latitude: 39.005, reportedAt: time))

    let answer = try sample.district.hotSpots(
      HotSpotQuestion(
        Question(.reports, from: "2026-03-01", to: "2026-03-01"), permutations: .fixed(0)))
    #expect(answer.provenance.rowsIn == 1)
  }

  @Test func `a question that cuts through a month is widened to it, and says so`() throws {
    let sample = try sample("Asia/Shanghai")
    try load(sample, ["2026-07", "2026-07", "2026-08"], type: "date", format: "%Y-%m")

    let cut = try sample.district.hotSpots(
      HotSpotQuestion(dataset: "call", from: "2026-07-02", to: "2026-07-31", permutations: 0)
    ).provenance
    let whole = try sample.district.hotSpots(
      HotSpotQuestion(dataset: "call", from: "2026-07", to: "2026-07", permutations: 0)
    ).provenance

    #expect(cut.rowsIn == 2 && cut.question.from == "2026-07-02" && cut.question.to == "2026-07-31")
    #expect(cut.countedFrom == "2026-07-01" && cut.countedTo == "2026-07-31")
    #expect(cut.zone == "Asia/Shanghai")
    #expect(cut.warnings.contains(.widened(.month, from: "2026-07-01", to: "2026-07-31")))
    #expect(whole.rowsIn == 2 && !whole.warnings.map(\.code).contains("widened"))
    #expect(try rows(sample, nil, "2026-08-15") == 3)
    let places = try sample.district.places(PlaceQuery(dataset: "call", from: "2026-07-15"))
    #expect(places.map(\.count) == [3])
  }

  @Test func `years are widened too, and of several patterns the coarsest counts`() throws {
    let sample = try sample("UTC")
    try load(sample, ["2025", "2026"], type: "date", format: "%Y")
    #expect(try rows(sample, "2025-06-01", "2025-06-30") == 1)

    for (formats, precision) in [
      ("[\"%Y-%m-%d\", \"%Y-%m\"]", DatePrecision.month), ("[\"%d.%m.%Y\"]", .day),
      ("[\"%Y\", \"%B %Y\"]", .year), ("[]", .day),
    ] {
      let text = """
        name: mixed
        fields: [{name: at, type: date, gewu: {formats: \(formats)}}]
        gewu: {load: append, date: at}
        """
      #expect(Manifest.datePrecision(inKeptText: text) == precision, "\(formats)")
    }
    #expect(Manifest.datePrecision(inKeptText: "name: x\nfields: []\n") == nil)
  }

  @Test func `no rows in question is an answer of its own`() throws {
    let sample = try sample("UTC")
    try load(sample, ["2026-01-05", "2026-02-07"], type: "date")

    let none = try sample.district.hotSpots(HotSpotQuestion(dataset: "call", from: "2027-01-01"))
    let equal = try sample.district.hotSpots(
      HotSpotQuestion(dataset: "call", level: "street", permutations: 0))

    #expect(none.provenance.rowsIn == 0)
    #expect(
      none.provenance.warnings.contains(
        .noRows(dataset: "call", first: "2026-01-05", last: "2026-02-07")))
    #expect(!none.provenance.warnings.map(\.code).contains("constant"))
    #expect(none.cells.allSatisfy { $0.hotSpotClass == .none })
    #expect(!equal.provenance.warnings.map(\.code).contains("no_rows"))
  }

  @Test func `a day of boundaries and reports is one of the store's zone`() throws {
    let clock = try #require(Moment(rfc3339: "2026-01-01T00:00:00Z"))
    let sample = try Sample(zone: "Asia/Shanghai", clock: Clock { clock })
    try sample.loadLattice(side: 4)
    var request = GridLoadRequest(
      file: try sample.write(Sample.lattice(side: 4), as: "again.geojson"), level: "grid",
      codeField: "code", parentField: "street")
    request.activates = false
    _ = try sample.district.loadGrids(request)
    _ = try sample.district.activate(generation: 2, at: "2026-03-01")

    let place = Coordinate(longitude: 116.005, latitude: 39.005)
    #expect(try sample.district.locate(place, at: "2026-02-28").generation == 1)
    #expect(try sample.district.locate(place, at: "2026-02-28T15:59:59Z").generation == 1)
    #expect(try sample.district.locate(place, at: "2026-02-28T16:00:00Z").generation == 2)
    #expect(try sample.district.locate(place, at: "2026-03-01").generation == 2)
  }

  @Test func `the zone is kept, and one that there is not is refused`() throws {
    let sample = try Sample(zone: "Asia/Shanghai")
    #expect(try District(openingStoreAt: sample.district.storePath).zoneName == "Asia/Shanghai")
    #expect(throws: StoreError.unknownZone("Mars/Olympus")) { try Sample(zone: "Mars/Olympus") }
    #expect(try Sample(zone: nil).district.zoneName == LocalZone.ofMachine.name)
  }
}
