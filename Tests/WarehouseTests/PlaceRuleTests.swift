@testable import Intake
import Datasets
import GRDB
import Geometry
import Testing

@testable import Warehouse

@Suite("Rules of place")
struct PlaceRuleTests {
  /// The bench's grid with the district's extent.
  private static let attacher = GridAttacher(
    generation: 1, level: "grid", gridIDs: [1], codes: ["grid": ["G1": 1]],
    ancestors: ["grid": [1]],
    extent: DistrictExtent(
      district: Box(minX: 0, minY: 0, maxX: 10, maxY: 10),
      reach: Box(minX: -0.5, minY: -0.5, maxX: 10.5, maxY: 10.5)),
    locate: { $0.x >= 0 && $0.x <= 10 && $0.y >= 0 && $0.y <= 10 ? 0 : -1 })

  private static func load(_ bench: ImportBench, _ text: String, _ location: String) throws
    -> ImportReport
  {
    let manifest = try ImportBench.manifest([
      ("location: {x: lon, y: lat, crs: wgs84}", "location: \(location)")
    ])
    return try bench.load(text, manifest) { $0.attacher = Self.attacher }
  }

  @Test func `the first rule that finds a cell attaches, and the method says which`() throws {
    let bench = try ImportBench()
    let report = try Self.load(
      bench,
      """
      no,kind,amount,lon,lat
      1,G1,1,5,5
      2,G1,1,,
      3,G9,1,,
      4,G1,1,10.2,5
      """, "[{x: lon, y: lat, crs: wgs84}, {grid: {field: kind, level: grid}}]")
    #expect(report.attached == 3)
    #expect(report.unattached == 1)
    let methods = try bench.store.read {
      try String?.fetchAll($0.db, sql: "SELECT attach_method FROM src_thing ORDER BY id")
    }
    #expect(methods == ["coordinates", "code", nil, "code"])
    let places = try bench.store.read {
      try Bool.fetchAll($0.db, sql: "SELECT geometry IS NOT NULL FROM src_thing ORDER BY id")
    }
    #expect(places == [true, false, false, true])
  }

  @Test func `whole numbers are coordinates as well`() throws {
    let bench = try ImportBench()
    let manifest = try ImportBench.manifest([
      ("{name: lon, type: number}", "{name: lon, type: integer}"),
      ("{name: lat, type: number}", "{name: lat, type: integer}"),
    ])
    let report = try bench.load(
      "no,kind,amount,lon,lat\n1,a,1,5,6\n2,a,1,0,0\n3,a,1,5,\n4,a,1,40,40\n5,a,1,x,5\n", manifest
    ) { $0.attacher = Self.attacher }
    #expect(report.attached == 1 && report.quarantined == 4)
    #expect(
      report.reasons == ["coordinate-zero": 1, "coordinate-far": 1, "coordinate-invalid": 2])
  }

  @Test func `zero, far and exchanged positions have reasons of their own`() throws {
    let bench = try ImportBench()
    let report = try Self.load(
      bench,
      """
      no,kind,amount,lon,lat
      1,a,1,0,0
      2,a,1,40,40
      3,a,1,9,
      4,a,1,10.4,5
      """, "{x: lon, y: lat, crs: wgs84}")
    #expect(
      report.reasons == ["coordinate-zero": 1, "coordinate-far": 1, "coordinate-invalid": 1])
    #expect(report.unattached == 1)
  }

  @Test func `a position that fits only with its ordinates exchanged is told so`() throws {
    let bench = try ImportBench()
    let attacher = GridAttacher(
      generation: 1, level: "grid", gridIDs: [1],
      extent: DistrictExtent(
        district: Box(minX: 120, minY: 30, maxX: 121, maxY: 31),
        reach: Box(minX: 119, minY: 29, maxX: 122, maxY: 32)), locate: { _ in -1 })
    let report = try bench.load("no,kind,amount,lon,lat\n1,a,1,30.5,120.5\n2,a,1,20,20\n") {
      $0.attacher = attacher
    }
    #expect(report.reasons == ["coordinate-swapped": 1, "coordinate-far": 1])
    let reasons = try bench.store.read { try $0.quarantinedRows() }.flatMap(\.reasons)
    #expect(reasons.map(\.code) == ["coordinate-swapped", "coordinate-far"])
    #expect(reasons.map(\.field) == ["lon,lat", "lon,lat"])
  }

  @Test func `where no generation is active nothing is far`() throws {
    let bench = try ImportBench()
    let report = try bench.load("no,kind,amount,lon,lat\n1,a,1,40,40\n") { $0.attacher = nil }
    #expect(report.quarantined == 0)
    #expect(report.unattached == 1)
  }
}
