@testable import Projections
@testable import Intake
import Datasets
import Geometry
import Testing

@testable import Warehouse

@Suite("Files whose positions are in another reference system than declared")
struct MisplacedFileTests {
  /// A district of one cell, 20 km wide, around 120.5 E, 30.5 N, and 50 km around it.
  private static let attacher = GridAttacher(
    generation: 1, level: "grid", gridIDs: [1], codes: ["grid": ["G1": 1]],
    extent: DistrictExtent(
      district: Box(minX: 120.4, minY: 30.4, maxX: 120.6, maxY: 30.6),
      reach: Box(minX: 119.9, minY: 29.9, maxX: 121.1, maxY: 31.1))
  ) { abs($0.x - 120.5) <= 0.1 && abs($0.y - 30.5) <= 0.1 ? 0 : -1 }

  /// Rows of which some lie in the district, given in a reference system.
  private static func rows(
    _ count: Int, inside: Int = 0, in crs: CRSName = .epsg(4549), swapped: Bool = false
  ) throws -> String {
    let way = try CoordinateTransform(from: .wgs84, to: crs)
    var text = "no,kind,amount,lon,lat\n"
    for index in 0..<count {
      let ground = Coordinate(x: 120.41 + 0.0001 * Double(index % 1_800), y: 30.5)
      let given = index < inside ? ground : try way.transform(ground)
      let (x, y) = swapped ? (given.y, given.x) : (given.x, given.y)
      text += "\(index),a,1,\(x),\(y)\n"
    }
    return text
  }

  private let bench: ImportBench

  init() throws { bench = try ImportBench() }

  private func load(
    _ text: String, _ manifest: Manifest? = nil, maximumErrors: ErrorLimit? = nil,
    stageBytes: Int = 16 << 20
  ) throws -> ImportReport {
    try bench.load(text, manifest) {
      $0.attacher = Self.attacher
      $0.maximumErrors = maximumErrors
      $0.stageBytes = stageBytes
    }
  }

  @Test func `such a file is refused as a whole, and the system that fits is named`() throws {
    let before = try bench.content()

    let report = try load(Self.rows(1_500))

    #expect(report.status == .refused && report.batch == nil && report.read == 0)
    guard case .misplaced(let found, let system, let best) = report.refused else {
      Issue.record("the file is not refused for its positions")
      return
    }
    #expect(found.positions == 1_000 && found.astray == 1_000 && found.example.line == 2)
    #expect(system == "EPSG:4326")
    #expect(best?.crs == "EPSG:4549" && best?.axes == "east-north" && best?.inside == 1)
    #expect(report.crs?.first?.rule == "crs: EPSG:4549")
    #expect(try bench.content() == before)
  }

  @Test func `exchanged ordinates are recognised`() throws {
    let report = try load(Self.rows(120, in: .wgs84, swapped: true))

    #expect(report.status == .refused)
    guard case .misplaced(let found, _, let best) = report.refused else {
      Issue.record("the file is not refused for its positions")
      return
    }
    #expect(found.positions == 120 && found.astray == 120)
    #expect(best?.crs == "wgs84" && best?.axes == "north-east" && best?.inside == 1)
  }

  @Test func `a file of another district is said to be one`() throws {
    var text = "no,kind,amount,lon,lat\n"
    for index in 0..<100 { text += "\(index),a,1,-79.4,43.\(index)\n" }

    let report = try load(text)

    let example = PositionTally.Example(line: 2, position: "-79.4,43.0", rule: 0)
    #expect(
      report.refused
        == .misplaced(
          .init(positions: 100, astray: 100, example: example), system: "EPSG:4326", best: nil))
  }

  @Test func `fewer than 100 positions, or fewer than 95 in 100 astray, are faults of rows`() throws
  {
    let few = try load(Self.rows(99))
    #expect(few.status == .published && few.quarantined == 99)
    #expect(few.reasons == ["coordinate-invalid": 99])

    let mixed = try load(Self.rows(200, inside: 11))
    #expect(mixed.status == .published && mixed.quarantined == 189)

    #expect(try load(Self.rows(200, inside: 10)).status == .refused)
  }

  @Test func `only the first thousand positions decide`() throws {
    let report = try load(Self.rows(9_000, inside: 60))
    #expect(report.status == .published && report.quarantined == 8_940)
  }

  @Test func `whoever allows so many refused rows gets them in quarantine`() throws {
    let text = try Self.rows(300)
    let tooMany = { (limit: ErrorLimit) in
      ImportRefusal.errors(
        refused: 300, read: 300, limit: limit, mostOften: "coordinate-invalid")
    }
    #expect(try load(text, maximumErrors: .rows(299)).refused == tooMany(.rows(299)))
    let byCommand = try load(text, maximumErrors: .share(1))
    #expect(byCommand.status == .published && byCommand.quarantined == 300)

    let manifest = try ImportBench.manifest([
      ("load: incremental", "load: incremental\n  thresholds: {maxErrorRate: 95%}")
    ])
    #expect(try load(text, manifest).refused == tooMany(.share(0.95)))
  }

  @Test func `what such a file staged is gone, and replaying its rows refuses no file`() throws {
    let text = try Self.rows(3_000)
    #expect(try load(text, stageBytes: 1).status == .refused)
    #expect(try bench.strings("SELECT name FROM sqlite_master WHERE name LIKE 'stage%'").isEmpty)

    let batch = try #require(try load(text, maximumErrors: .share(1), stageBytes: 1).batch)
    let again = try bench.replay(batch, ImportBench.manifest()) { $0.load.attacher = Self.attacher }
    #expect(again?.figures.quarantined == 3_000)
    let right = try ImportBench.manifest([("crs: wgs84", "crs: EPSG:4549")])
    let repaired = try bench.replay(again?.figures.batch, right) {
      $0.load.attacher = Self.attacher
    }
    #expect(repaired?.figures.inserted == 3_000 && repaired?.figures.attached == 3_000)
  }

  @Test func `geometries of a file are judged likewise`() throws {
    let way = try CoordinateTransform(from: .wgs84, to: .epsg(4549))
    let features = try (0..<150).map { index in
      let given = try way.transform(Coordinate(x: 120.45 + 0.0005 * Double(index), y: 30.5))
      return #"{"type":"Feature","properties":{"no":"\#(index)","kind":"a","amount":1},"geometry":"#
        + #"{"type":"Point","coordinates":[\#(given.x),\#(given.y)]}}"#
    }
    let manifest = try ImportBench.manifest([
      ("location: {x: lon, y: lat, crs: wgs84}", "location: {geometry: {type: point, crs: wgs84}}"),
      ("  - {name: lon, type: number}\n  - {name: lat, type: number}\n", ""),
    ])
    let report = try bench.load(
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#, manifest,
      name: "things.geojson"
    ) { $0.attacher = Self.attacher }

    #expect(report.status == .refused)
    guard case .misplaced(let found, _, let best) = report.refused else {
      Issue.record("the file is not refused for its positions")
      return
    }
    #expect(found.positions == 150 && best?.crs == "EPSG:4549" && best?.inside == 1)
  }
}
