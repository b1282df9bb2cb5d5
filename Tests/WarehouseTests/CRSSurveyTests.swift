@testable import Projections
@testable import Intake
import Datasets
import Geometry
import Testing

@testable import Warehouse

@Suite("Which reference system a file's positions fit")
struct CRSSurveyTests {
  /// A district of four cells around 120.5 E, 30.5 N, 2 km wide, in one community each.
  private static let side = 0.01
  private static let attacher = GridAttacher(
    generation: 1, level: "grid", gridIDs: [1, 2, 3, 4],
    codes: ["grid": ["A": 1, "B": 2, "C": 3, "D": 4]], ancestors: ["grid": [1, 2, 3, 4]],
    extent: DistrictExtent(
      district: Box(minX: 120.49, minY: 30.49, maxX: 120.51, maxY: 30.51),
      reach: Box(minX: 119, minY: 29, maxX: 122, maxY: 32))
  ) { cell(of: $0) }

  @Sendable private static func cell(of point: Coordinate) -> Int32 {
    let column = ((point.x - 120.49) / side).rounded(.down)
    let row = ((point.y - 30.49) / side).rounded(.down)
    guard 0...1 ~= column, 0...1 ~= row else { return -1 }
    return Int32(row * 2 + column)
  }

  /// Forty places of the district, written in a reference system.
  private static func rows(in crs: CRSName, swapped: Bool = false) throws -> String {
    let way = try CoordinateTransform(from: .wgs84, to: crs)
    var text = "no,kind,amount,lon,lat\n"
    for index in 0..<40 {
      let ground = Coordinate(
        x: 120.4907 + 0.0005 * Double(index % 39), y: 30.4907 + 0.0005 * Double(index * 7 % 39))
      let given = try way.transform(ground)
      let (x, y) = swapped ? (given.y, given.x) : (given.x, given.y)
      let code = ["A", "B", "C", "D"][Int(cell(of: ground))]
      text += "\(index),\(code),1,\(x),\(y)\n"
    }
    return text
  }

  private static func survey(_ text: String, within: Bool = true) throws -> ImportReport {
    let bench = try ImportBench()
    let rule = within ? ", within: {field: kind, level: grid}" : ""
    let manifest = try ImportBench.manifest([
      ("location: {x: lon, y: lat, crs: wgs84}", "location: {x: lon, y: lat, crs: auto\(rule)}")
    ])
    let report = try bench.load(text, manifest) { $0.attacher = attacher }
    #expect(try bench.store.read { try $0.batches() }.isEmpty)
    return report
  }

  @Test(arguments: [
    (CRSName.wgs84, false, "wgs84"), (.gcj02, false, "gcj02"), (.bd09, true, "bd09"),
    (.epsg(4549), false, "EPSG:4549"), (.epsg(4528), true, "EPSG:4528"),
    // The zone of 6 degrees around 117 E is that of 3 degrees with the same meridian.
    (.epsg(4509), false, "EPSG:4548"),
  ])
  func `the system that the rows were written in fits best`(
    crs: CRSName, swapped: Bool, name: String
  ) throws {
    let report = try Self.survey(Self.rows(in: crs, swapped: swapped))
    #expect(report.status == .refused)
    let best = try #require(report.crs?.first)
    #expect(best.crs == name)
    #expect(best.axes == (swapped ? "north-east" : "east-north"))
    #expect(best.inside == 1)
    #expect(best.within == 1)
  }

  @Test func `the answer asks for a decision and gives the figures`() throws {
    let report = try Self.survey(Self.rows(in: .gcj02))
    let shares = try #require(report.crs)
    #expect(report.refused == .undecidedCRS(positions: 40, shares: shares))
    #expect(shares.first?.rule == "crs: gcj02")
  }

  @Test func `positions that fit nowhere are said to`() throws {
    let report = try Self.survey("no,kind,amount,lon,lat\n1,A,1,10,10\n", within: false)
    #expect(report.refused == .undecidedCRS(positions: 1, shares: report.crs ?? []))
    #expect(report.crs?.allSatisfy { $0.inside == 0 && $0.within == nil } == true)
  }

  @Test func `without active grids the survey says what it needs`() throws {
    let bench = try ImportBench()
    let manifest = try ImportBench.manifest([("crs: wgs84", "crs: auto")])
    let fault = try #require(throws: DatasetsError.self) {
      try bench.load("no,kind,amount,lon,lat\n1,A,1,10,10\n", manifest) { $0.attacher = nil }
    }
    #expect(fault.fact == .file(.nothingToMeasureBy))
  }
}
