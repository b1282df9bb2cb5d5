@testable import Intake
import Datasets
import DemoDistrict
import Foundation
import Geometry
import Tabular
import Testing

@testable import Warehouse

/// Files of every format through the whole import.
@Suite struct FormatImportTests {
  static let square = MultiPolygon([
    Polygon(rings: [
      Ring([(1, 1), (3, 1), (3, 3), (1, 3)].map { Coordinate(x: $0.0, y: $0.1) })
    ])
  ])
  static let bowTie = MultiPolygon([
    Polygon(rings: [
      Ring([(1, 1), (3, 3), (3, 1), (1, 3)].map { Coordinate(x: $0.0, y: $0.1) })
    ])
  ])
  static let point = WellKnownBinary.encode(Coordinate(x: 5, y: 5))

  /// A row that is good, one outside the grid, one of the wrong type, one whose rings cross, and
  /// one without a place.
  static let areas: [([TableCell], [UInt8]?)] = [
    ([.text("A1"), .text("公园"), .number("1")], WellKnownBinary.encode(square)),
    ([.text("A2"), .text("公园"), .number("2")], WellKnownBinary.encode(moved(square, 50))),
    ([.text("A3"), .text("公园"), .number("3")], WellKnownBinary.encode(bowTie)),
    ([.text("A4"), .text("公园"), .number("x")], WellKnownBinary.encode(square)),
    ([.text("A5"), .text("公园"), .empty], nil),
  ]

  static func moved(_ area: MultiPolygon, _ x: Double) -> MultiPolygon {
    MultiPolygon(
      area.polygons.map { polygon in
        Polygon(
          rings: polygon.rings.map { ring in
            Ring(ring.coordinates.map { Coordinate(x: $0.x + x, y: $0.y) })
          })
      })
  }

  static func manifest(_ type: String, crs: String = "file") throws -> Manifest {
    try ImportBench.manifest([
      (
        "location: {x: lon, y: lat, crs: wgs84}",
        "location: {geometry: {type: \(type), crs: \(crs)}}"
      ),
      ("  - {name: lon, type: number}\n", ""), ("  - {name: lat, type: number}\n", ""),
    ])
  }

  /// Imports a file and holds the report to the rows of `areas`.
  private func check(_ bench: ImportBench, _ path: String, _ manifest: Manifest) throws {
    let report = try bench.store.importFile(
      ImportRequest(path: path, manifest: manifest, attacher: ImportBench.attacher))

    #expect(report.isBalanced)
    #expect(report.read == 5 && report.inserted == 3 && report.quarantined == 2)
    #expect(report.attached == 1 && report.unattached == 2)
    #expect(report.reasons == ["geometry-invalid": 1, "type-integer": 1])
    #expect(try bench.current() == ["A1:公园", "A2:公园", "A5:公园"])
    #expect(
      try bench.strings(
        """
        SELECT no || ' ' || attach_method || ' ' || attach_level || ' ' || ST_Area(geometry)
          || ' ' || GeometryType(geometry) || ' ' || AsText(Centroid(geometry))
        FROM thing WHERE grid_id = 1
        """) == ["A1 geometry grid 4.0 MULTIPOLYGON POINT(2 2)"])
    #expect(
      try bench.strings("SELECT CheckSpatialIndex('src_thing', 'geometry')") == ["1"])
  }

  @Test(arguments: [ShapefileWriter.Texts.utf8, .gbk])
  func `a Shapefile`(texts: ShapefileWriter.Texts) throws {
    let bench = try ImportBench()
    let path = bench.folder.appendingPathComponent("things.shp").path
    let writer = try ShapefileWriter(
      path: path, shape: .polygon,
      columns: [.text("no", width: 6), .text("kind", width: 20), .number("amount", width: 10)],
      texts: texts, projection: ProjectionText.text(epsg: 4326))
    for (cells, geometry) in Self.areas { try writer.write(cells, geometry: geometry) }
    try writer.finish()

    try check(bench, path, try Self.manifest("polygon"))

    let rows = try bench.store.read { try $0.quarantinedRows() }
    #expect(rows.map(\.line) == [3, 4])
    #expect(rows[0].raw.hasPrefix(#"["A3","公园","3",{"geometry":"01"#))
    #expect(rows[0].reasons.map(\.field) == ["geometry"])
    #expect(rows[0].reasons.map(\.code) == ["geometry-invalid"])
    #expect(try bench.number("SELECT sum(bytes) FROM source_file") ?? 0 > 1000)
  }

  @Test func `GeoJSON`() throws {
    let bench = try ImportBench()
    let path = bench.folder.appendingPathComponent("things.json").path
    let writer = try GeoJSONWriter(path: path, names: ["no", "kind", "amount"])
    for (cells, geometry) in Self.areas { try writer.write(cells, geometry: geometry) }
    try writer.finish()

    try check(bench, path, try Self.manifest("polygon"))

    let rows = try bench.store.read { try $0.quarantinedRows() }
    #expect(rows[1].raw.hasPrefix(#"["A4","公园","x",{"geometry":"#))
    #expect(rows[0].raw.hasPrefix(#"["A3","公园",3,{"geometry":"#))
  }

  @Test func `a GeoPackage`() throws {
    let bench = try ImportBench()
    let path = bench.folder.appendingPathComponent("things.gpkg").path
    let writer = try GeoPackageWriter(
      path: path, layer: "甲", columns: ["no", "kind", "amount"], geometry: .polygon, epsg: 4326)
    for (cells, geometry) in Self.areas { try writer.write(cells, geometry: geometry) }
    try writer.finish()

    try check(bench, path, try Self.manifest("polygon"))

    let rows = try bench.store.read { try $0.quarantinedRows() }
    #expect(rows[0].raw.hasPrefix(#"["A3","公园",3,{"geometry":"01"#))
    #expect(rows.map(\.line) == [3, 4])
  }

  @Test func `the draft of a layer is a manifest by which it is read`() throws {
    let bench = try ImportBench()
    let path = bench.folder.appendingPathComponent("things.gpkg").path
    let writer = try GeoPackageWriter(
      path: path, layer: "甲", columns: ["no", "kind", "amount"], geometry: .polygon, epsg: 4326)
    for (cells, geometry) in Self.areas { try writer.write(cells, geometry: geometry) }
    try writer.finish()

    let draft = try ManifestDraft(
      DepartmentFile.open(path: path), dataset: "thing", vocabulary: [], words: { _ in "" })

    #expect(!draft.yaml.contains("headerRows"))
    let manifest = try Manifest(yaml: draft.yaml, path: "thing.yaml")
    #expect(manifest.fields.map(\.name).prefix(3) == ["no", "kind", "amount"])
    let rows = try DataRows(DepartmentFile.open(path: path), manifest: manifest)
    var count = 0
    while try rows.reader.next() != nil { count += 1 }
    #expect(count == Self.areas.count && draft.rows == count)
  }

  @Test func `the type of the geometries is that of the manifest, in the metadata too`() throws {
    for (type, code) in [("point", 1), ("line", 5), ("polygon", 6)] {
      let bench = try ImportBench()
      let path = bench.folder.appendingPathComponent("things.json").path
      let writer = try GeoJSONWriter(path: path, names: ["no"])
      let line: [UInt8] =
        [1, 2, 0, 0, 0, 2, 0, 0, 0] + Self.point.dropFirst(5)
        + WellKnownBinary.encode(Coordinate(x: 7, y: 5)).dropFirst(5)
      let geometries = [Self.point, line, WellKnownBinary.encode(Self.square)]
      for (index, geometry) in geometries.enumerated() {
        try writer.write([.text("A\(index)")], geometry: geometry)
      }
      try writer.finish()
      var manifest = try Self.manifest(type)
      manifest.fieldsMatch = .superset

      let report = try bench.store.importFile(
        ImportRequest(path: path, manifest: manifest, attacher: ImportBench.attacher))

      #expect(report.inserted == 1 && report.attached == 1)
      #expect(report.reasons == ["geometry-type": 2])
      #expect(
        try bench.number(
          "SELECT geometry_type FROM geometry_columns WHERE f_table_name = 'src_thing'") == code)
      let places = try bench.store.read { session in
        try session.countPlaces(
          of: #require(try session.dataset(named: "thing")), RowFilter())
      }
      #expect(places.map(\.count) == [1])
    }
  }

  @Test func `a changed boundary is a changed row, the same file none`() throws {
    let bench = try ImportBench()
    let manifest = try Self.manifest("polygon")
    func load(_ area: MultiPolygon, _ name: String) throws -> ImportReport {
      let path = bench.folder.appendingPathComponent(name).path
      let writer = try GeoJSONWriter(path: path, names: ["no", "kind", "amount"])
      try writer.write(Self.areas[0].0, geometry: WellKnownBinary.encode(area))
      try writer.finish()
      return try bench.store.importFile(
        ImportRequest(path: path, manifest: manifest, attacher: ImportBench.attacher))
    }
    #expect(try load(Self.square, "a.json").inserted == 1)
    #expect(try load(Self.square, "a.json").status == .unchanged)
    let second = try load(Self.moved(Self.square, 1), "b.json")
    #expect(second.updated == 1 && second.attached == 1)
  }

  @Test func `a refused row with a geometry is tried again as it was kept`() throws {
    let bench = try ImportBench()
    let path = bench.folder.appendingPathComponent("things.shp").path
    let writer = try ShapefileWriter(
      path: path, shape: .polygon,
      columns: [
        .text("no", width: 6), .text("kind", width: 20), .text("amount_in_total", width: 9),
      ],
      texts: .gbk, projection: ProjectionText.text(epsg: 4326))
    try writer.write(
      [.text("A1"), .text("公园"), .text("-1")], geometry: WellKnownBinary.encode(Self.square))
    try writer.finish()
    var manifest = try Self.manifest("polygon")
    manifest.fields[2].aliases = ["amount_in_total"]
    let first = try bench.store.importFile(
      ImportRequest(path: path, manifest: manifest, attacher: ImportBench.attacher))
    #expect(first.reasons == ["minimum": 1])
    manifest.fields[2].constraints.minimum = nil

    let second = try #require(try bench.replay(1, manifest))

    #expect(second.figures.inserted == 1 && second.figures.attached == 1)
    #expect(
      try bench.strings("SELECT GeometryType(geometry) FROM thing") == ["MULTIPOLYGON"])
  }

  @Test func `a Shapefile without a reference system needs one in the manifest`() throws {
    let bench = try ImportBench()
    let path = bench.folder.appendingPathComponent("things.shp").path
    let writer = try ShapefileWriter(
      path: path, shape: .point, columns: [.text("no", width: 6), .text("kind", width: 20)])
    try writer.write([.text("A1"), .text("k")], geometry: Self.point)
    try writer.finish()
    var manifest = try Self.manifest("point")
    manifest.fieldsMatch = .superset
    let error = #expect(throws: DatasetsError.self) {
      try bench.store.importFile(ImportRequest(path: path, manifest: manifest))
    }
    #expect(error?.fact == .file(.noReferenceSystem))
    var named = try Self.manifest("point", crs: "gcj02")
    named.fieldsMatch = .superset
    #expect(try bench.store.importFile(ImportRequest(path: path, manifest: named)).inserted == 1)
  }

  @Test func `a multipoint of one point is that point`() throws {
    let bench = try ImportBench()
    let feature = { (no: String, positions: String) in
      #"{"type":"Feature","properties":{"no":"\#(no)","kind":"a","amount":1},"#
        + #""geometry":{"type":"MultiPoint","coordinates":[\#(positions)]}}"#
    }
    let features = [
      feature("A1", "[5,5]"), feature("A2", "[5,5],[6,6]"), feature("A3", ""),
    ].joined(separator: ",")
    let path = try bench.file(#"{"type":"FeatureCollection","features":[\#(features)]}"#)
    let report = try bench.store.importFile(
      ImportRequest(
        path: path, manifest: try Self.manifest("point", crs: "wgs84"),
        attacher: ImportBench.attacher))
    #expect(report.inserted == 2 && report.attached == 1)
    #expect(report.reasons == ["geometry-type": 1])
    #expect(
      try bench.strings("SELECT AsText(geometry) FROM thing WHERE geometry IS NOT NULL")
        == ["POINT(5 5)"])
  }

  @Test func `an old workbook`() throws {
    let bench = try ImportBench()
    let path = bench.folder.appendingPathComponent("things.csv").path
    let writer = try XLSWriter(path: path)
    try writer.write(["no", "kind", "amount", "lon", "lat"].map { .text($0) }, geometry: nil)
    try writer.write(
      [.text("A1"), .text("泵"), .number("1"), .number("5"), .number("5.5")], geometry: nil)
    try writer.write(
      [.text("A2"), .date("2024-01-31"), .number("-1"), .number("5"), .number("5")], geometry: nil)
    try writer.write([.empty], geometry: nil)
    try writer.write([.text("A3"), .empty, .empty, .empty, .empty], geometry: nil)
    try writer.finish()

    let report = try bench.store.importFile(
      ImportRequest(
        path: path, manifest: try ImportBench.manifest(), attacher: ImportBench.attacher))

    #expect(report.isBalanced)
    #expect(report.read == 4 && report.inserted == 2 && report.blank == 1)
    #expect(report.attached == 1 && report.reasons == ["minimum": 1])
    let rows = try bench.store.read { try $0.quarantinedRows() }
    #expect(rows.map(\.raw) == [#"["A2",{"date":"2024-01-31"},-1,5,5]"#])
    #expect(rows.map(\.line) == [3])
  }
}
