import Foundation
import GRDB
import Geometry
import Tabular
import Testing
import Warehouse

@Suite struct GeoPackageReaderTests {
  /// Makes a GeoPackage of `layers` in a file of its own and hands its path to `body`.
  private func withGeoPackage(
    _ layers: [String] = ["grid"], srid: Int = 4490, _ body: (String) throws -> Void
  ) throws {
    let path = NSTemporaryDirectory() + "gewu-\(UUID().uuidString).gpkg"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(sql: Self.schema)
      for layer in layers {
        try db.execute(
          sql: """
            CREATE TABLE "\(layer)" (fid INTEGER PRIMARY KEY, geom BLOB, code TEXT, n INTEGER, r REAL);
            INSERT INTO gpkg_contents VALUES ('\(layer)', 'features', \(srid));
            INSERT INTO gpkg_geometry_columns VALUES ('\(layer)', 'geom', 'MULTIPOLYGON', \(srid), 0, 0);
            """)
      }
    }
    try queue.close()
    try body(path)
  }

  /// The columns of the standard's tables that are read.
  private static let schema = """
    PRAGMA application_id = 1196444487;
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
      organization_coordsys_id INTEGER, definition TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('CGCS2000', 4490, 'EPSG', 4490, 'GEOGCS[…]');
    INSERT INTO gpkg_spatial_ref_sys VALUES ('town', 7, 'NONE', 7, 'PROJCS["town"]');
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER,
      z INTEGER, m INTEGER);
    """

  private let boundary = MultiPolygon([
    Polygon(rings: [
      Ring([Coordinate(x: 0, y: 0), Coordinate(x: 1, y: 0), Coordinate(x: 1, y: 1)])
    ])
  ])

  private func insert(_ path: String, _ layer: String, _ geometry: Data?, _ code: String?) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write {
      try $0.execute(
        sql: "INSERT INTO \(layer) (geom, code, n, r) VALUES (?, ?, 7, 0.1)",
        arguments: [geometry, code])
    }
    try queue.close()
  }

  private func reason(_ path: String, layer: String? = nil) -> TabularFact? {
    #expect(throws: TabularError.self) { try FeatureFile.open(path: path, layer: layer) }?
      .fact
  }

  @Test func `a layer gives its fields as text, its boundaries and its system`() throws {
    try withGeoPackage { path in
      let body = WellKnownBinary.encode(boundary)
      for flags: [UInt8] in [[0x01], [0x03]] {
        let envelope = [UInt8](repeating: 0, count: flags == [0x03] ? 32 : 0)
        try insert(
          path, "grid", Data([0x47, 0x50, 0] + flags + [0x8A, 0x11, 0, 0] + envelope + body),
          "012345")
      }
      try insert(path, "grid", nil, nil)
      try insert(path, "grid", Data([0x47, 0x50, 0, 0x11, 0, 0, 0, 0]), "网格")

      let table = try FeatureFile.open(path: path)

      #expect(table.format == .geopackage)
      #expect(table.crs == "EPSG:4490")
      #expect(table.fields == ["fid", "code", "n", "r"])
      #expect(
        table.features.map(\.values) == [
          ["1", "012345", "7", "0.1"], ["2", "012345", "7", "0.1"], ["3", nil, "7", "0.1"],
          ["4", "网格", "7", "0.1"],
        ])
      for feature in table.features.prefix(2) {
        let wkb = try #require(feature.geometry)
        #expect(try WellKnownBinary.decodeMultiPolygon(wkb) == boundary)
      }
      #expect(table.features[2].geometry == nil && table.features[3].geometry == nil)
    }
  }

  @Test func `a layer that is a view is read, its features numbered in their order`() throws {
    try withGeoPackage { path in
      try insert(path, "grid", nil, "a")
      try insert(path, "grid", nil, "b")
      let queue = try DatabaseQueue(path: path)
      try queue.write {
        try $0.execute(
          sql: """
            CREATE VIEW seen AS SELECT code, geom FROM grid;
            INSERT INTO gpkg_contents VALUES ('seen', 'features', 4490);
            INSERT INTO gpkg_geometry_columns VALUES ('seen', 'geom', 'MULTIPOLYGON', 4490, 0, 0);
            """)
      }
      try queue.close()

      let table = try FeatureFile.open(path: path, layer: "seen")
      let rows = try DepartmentFile.open(path: path, layer: "seen").rows(TableDialect())

      #expect(table.features.map(\.values) == [["a"], ["b"]])
      #expect(try [rows.next(), rows.next(), rows.next()].map { $0?.line } == [0, 1, 2])
    }
  }

  @Test func `several layers need a name, and names are listed`() throws {
    try withGeoPackage(["grid", "street"]) { path in
      #expect(reason(path) == .geoPackage(.severalLayers(["grid", "street"])))
      #expect(
        reason(path, layer: "x")
          == .geoPackage(.noLayer("x", among: ["grid", "street"])))
      let street = try FeatureFile.open(path: path, layer: "street")
      #expect(street.features.isEmpty)
    }
    try withGeoPackage([]) { path in
      #expect(reason(path) == .geoPackage(.noFeatureLayer))
    }
  }

  @Test(arguments: [(0, nil), (-1, nil), (7, "PROJCS[\"town\"]"), (4490, "EPSG:4490")])
  func `the system is a code, a definition or nothing`(srid: Int, crs: String?) throws {
    try withGeoPackage(srid: srid) { path in
      let table = try FeatureFile.open(path: path)
      #expect(table.crs == crs)
    }
  }

  @Test func `a truncated file and a plain database are refused`() throws {
    try withGeoPackage { path in
      let whole = try Data(contentsOf: URL(filePath: path))
      for length in [16, 99, 100, 4096, whole.count - 1] {
        let cut = path + ".cut"
        try whole.prefix(length).write(to: URL(filePath: cut))
        #expect(
          reason(cut) == .geoPackage(.notAGeoPackage))
        try FileManager.default.removeItem(atPath: cut)
      }
    }
    let plain = NSTemporaryDirectory() + "gewu-\(UUID().uuidString).sqlite"
    defer { try? FileManager.default.removeItem(atPath: plain) }
    let queue = try DatabaseQueue(path: plain)
    try queue.write { try $0.execute(sql: "CREATE TABLE a (b)") }
    try queue.close()
    #expect(
      reason(plain) == .geoPackage(.noContents))
  }

  @Test func `a geometry that is none is refused with its number`() throws {
    try withGeoPackage { path in
      try insert(path, "grid", Data([1, 2, 3]), "a")
      #expect(reason(path) == .geoPackage(.notAGeometry(feature: 1)))
    }
  }
}
