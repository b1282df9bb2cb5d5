import Datasets
import Geometry
import Gewu
import Intake
import Projections
import Testing
import Warehouse

/// The one rule of datums, at every door of a district.
@Suite struct DatumTests {
  private static func isUnknown(_ error: any Error) -> Bool {
    guard case .unknownAccuracy = error as? CoordinateTransformError else { return false }
    return FailureKind(error) == .refused
  }

  private static func manifest(_ crs: String) throws -> Manifest {
    try Manifest(
      yaml: """
        name: thing
        fields:
          - {name: x, type: number}
          - {name: y, type: number}
        gewu:
          location: {x: x, y: y, crs: "\(crs)"}
        """, path: "thing.yaml")
  }

  /// A district that takes in half the world, as the case of issue 11 has it.
  private static func wide(srid: Int) throws -> Sample {
    let sample = try Sample(levels: ["grid"], srid: srid)
    let cell =
      #"{"type":"Feature","properties":{"code":"W"},"geometry":{"type":"Polygon","coordinates":[[[-9,20],[150,20],[150,62],[-9,62],[-9,20]]]}}"#
    _ = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(Sample.collection([cell]), as: "w.geojson"), level: "grid",
        codeField: "code", activates: true))
    return sample
  }

  @Test(
    arguments: [4490, 4326],
    [
      ("EPSG:27700", "530000,180000", -0.1283539, 51.5039908, 2.0),
      ("EPSG:2326", "836000,819000", 114.1742733, 22.3099721, 1),
      ("EPSG:4301", "139.7,35.7", 139.6967710, 35.7032350, 9),
      ("EPSG:28992", "155000,463000", 5.3872035, 52.1551723, 1),
    ]) func `rows land where PROJ puts them, whatever the store, and the batch says how exactly`(
      srid: Int,
      row: (crs: String, text: String, longitude: Double, latitude: Double, metres: Double)
    ) throws
  {
    let sample = try Self.wide(srid: srid)
    let file = try sample.write("x,y\n\(row.text)\n", as: "a.csv")

    let report = try sample.district.importFile(at: file, manifest: Self.manifest(row.crs))

    #expect(report.attached == 1 && report.accuracy == row.metres)
    #expect(report.notes == [.inexact(metres: row.metres)])
    #expect(try sample.district.batches().first?.report.accuracy == row.metres)
    let place = try #require(try sample.district.places(PlaceQuery(dataset: "thing")).first)
    #expect(
      abs(place.longitude - row.longitude) < 2e-7 && abs(place.latitude - row.latitude) < 2e-7)
    let found = try sample.district.locate(
      Coordinate(x: row.longitude, y: row.latitude), crs: CRSName("EPSG:4326"))
    #expect(found.grid?.code == "W")
  }

  @Test func `positions of the store's own datum are exact, and a table without any says nothing`()
    throws
  {
    let sample = try Sample()
    try sample.loadLattice()
    let file = try sample.write("x,y\n116.005,39.005\n", as: "a.csv")
    #expect(
      try sample.district.importFile(at: file, manifest: Self.manifest("wgs84")).accuracy == 0)
    let plain = try Manifest(yaml: "{name: plain, fields: [{name: x}, {name: y}]}", path: "p.yaml")
    #expect(try sample.district.importFile(at: file, manifest: plain).accuracy == nil)
    #expect(try sample.district.batches().map(\.report.accuracy) == [nil, 0])
  }

  @Test(arguments: [4490, 4326])
  func `Xi'an 80 is refused at every door until somebody says what it is`(srid: Int) throws {
    let sample = try Sample(srid: srid)
    try sample.loadLattice()
    let district = sample.district
    let place = Coordinate(x: 116.005, y: 39.005)
    let file = try sample.write("x,y\n116.005,39.005\n", as: "a.csv")

    #expect { try district.locate(place, crs: .epsg(4610)) } throws: { Self.isUnknown($0) }
    #expect {
      try district.receive(
        ReportSubmission(channel: "app", longitude: place.x, latitude: place.y, crs: "EPSG:4610"))
    } throws: { Self.isUnknown($0) }
    #expect(try district.reports().isEmpty)
    #expect {
      try district.importFile(at: file, manifest: Self.manifest("EPSG:4610"))
    } throws: { Self.isUnknown($0) }
    #expect(try district.batches().isEmpty)

    let shift = "EPSG:4610 +towgs84=0,0,0"
    #expect(try district.locate(place, crs: CRSName(shift)).grid?.code == "G00")
    #expect(try district.locate(place, crs: CRSName("EPSG:4610").accepting(99)).grid?.code == "G00")
    let receipt = try district.receive(
      ReportSubmission(
        channel: "app", longitude: place.x, latitude: place.y, crs: "EPSG:4610 +accuracy=99"))
    #expect(receipt.report.grid?.code == "G00")
    let report = try district.importFile(
      at: file, manifest: Self.manifest("EPSG:4610 +accuracy=99"))
    #expect(report.attached == 1 && report.accuracy == 99)
  }

  /// A square of a tenth of a degree in Beijing 54, in the Ordos basin or in Beijing.
  private static func load(_ x: Int, _ y: Int, accepting metres: Double? = nil, in sample: Sample)
    throws -> GridLoadReport
  {
    let cell = """
      {"type":"Feature","properties":{"code":"a"},"geometry":{"type":"Polygon","coordinates":\
      [[[\(x),\(y)],[\(x).1,\(y)],[\(x).1,\(y).1],[\(x),\(y).1],[\(x),\(y)]]]}}
      """
    var request = GridLoadRequest(
      file: try sample.write(Sample.collection([cell]), as: "b54.geojson"), level: "grid",
      codeField: "code", crs: .epsg(4214), activates: true)
    request.acceptedAccuracy = metres
    return try sample.district.loadGrids(request)
  }

  @Test(arguments: [4490, 4326])
  func `boundaries in Beijing 54 go by what is published for their ground, the same in every store`(
    srid: Int
  ) throws {
    let sample = try Sample(levels: ["grid"], srid: srid)
    _ = try Self.load(109, 38, in: sample)
    let corner = try sample.district.snapshot().boundary(code: "a").boundary.box
    #expect(abs(corner.minX - 109.000445702) < 1e-8 && abs(corner.minY - 38.000288637) < 1e-5)
    // A corner of the cell is a corner of the cell in a look-up too.
    #expect(
      try sample.district.locate(Coordinate(x: 109.000001, y: 38.000001), crs: .epsg(4214)).grid?
        .code == "a")
    #expect(
      try sample.district.locate(Coordinate(x: 108.999999, y: 38), crs: .epsg(4214)).grid == nil)
  }

  @Test func `boundaries in Beijing 54 elsewhere are refused, or taken as they are`() throws {
    let sample = try Sample(levels: ["grid"])
    #expect { try Self.load(116, 39, in: sample) } throws: { Self.isUnknown($0) }
    #expect(throws: IndexFault.self) { try sample.district.snapshot() }
    _ = try Self.load(116, 39, accepting: 100, in: sample)
    #expect(try sample.district.snapshot().boundary(code: "a").boundary.box.minX == 116)
  }

  @Test func `a geometry's own reference system counts, as a collection's does`() throws {
    let crs = #""crs":{"type":"name","properties":{"name":"EPSG:4313"}}"#
    let ring = "[[[4,50],[4.1,50],[4.1,50.1],[4,50.1],[4,50]]]"
    let inside =
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"a"},"geometry":{"type":"Polygon","coordinates":\#(ring),\#(crs)}}]}"#
    let outside =
      #"{"type":"FeatureCollection",\#(crs),"features":[{"type":"Feature","properties":{"code":"a"},"geometry":{"type":"Polygon","coordinates":\#(ring)}}]}"#
    for text in [inside, outside] {
      let sample = try Sample(levels: ["grid"])
      _ = try sample.district.loadGrids(
        GridLoadRequest(
          file: sample.write(text, as: "g.geojson"), level: "grid", codeField: "code",
          activates: true))
      let box = try sample.district.snapshot().boundary(code: "a").boundary.box
      #expect(abs(box.minX - 4.001243) < 1e-5 && abs(box.minY - 49.999433) < 1e-5)
    }
  }

  @Test func `no store is made in a system that cannot be shown on the map`() throws {
    #expect { try Sample(srid: 4610) } throws: { Self.isUnknown($0) }
  }
}
