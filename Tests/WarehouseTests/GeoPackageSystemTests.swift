import Foundation
import GRDB
import Geometry
import Projections
import Tabular
import Testing
import Warehouse

/// Reference systems as programs write them into GeoPackages.
@Suite struct `Reference systems of GeoPackages` {
  /// A row of the table of reference systems, as SQL.
  struct System: Sendable {
    var organization = "NONE"
    var number = 100_000
    var definition: String
    /// What `definition_12_063` has; nil where there is no such column.
    var second: String?
  }

  private func table(_ system: System) throws -> FeatureTable {
    let path = NSTemporaryDirectory() + "gewu-\(UUID().uuidString).gpkg"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(
        sql: """
          PRAGMA application_id = 1196444487;
          CREATE TABLE gpkg_spatial_ref_sys (
            srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
            organization_coordsys_id INTEGER, definition TEXT);
          CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER);
          CREATE TABLE gpkg_geometry_columns (
            table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER,
            z INTEGER, m INTEGER);
          CREATE TABLE grid (fid INTEGER PRIMARY KEY, geom BLOB, code TEXT);
          INSERT INTO gpkg_contents VALUES ('grid', 'features', 9);
          INSERT INTO gpkg_geometry_columns VALUES ('grid', 'geom', 'POLYGON', 9, 0, 0);
          """)
      try db.execute(
        sql: "INSERT INTO gpkg_spatial_ref_sys VALUES ('s', 9, ?, ?, ?)",
        arguments: [system.organization, system.number, system.definition])
      if let second = system.second {
        try db.execute(sql: "ALTER TABLE gpkg_spatial_ref_sys ADD definition_12_063 TEXT")
        try db.execute(
          sql: "UPDATE gpkg_spatial_ref_sys SET definition_12_063 = ?", arguments: [second])
      }
    }
    try queue.close()
    return try FeatureFile.open(path: path)
  }

  private static let first = #"GEOGCS["a",DATUM["WGS_1984"]]"#
  private static let second = #"GEOGCRS["a",DATUM["World Geodetic System 1984"]]"#
  private static let shifted = #"GEOGCS["a",DATUM["b",TOWGS84[10,20,30,0,0,0,0]]]"#
  private static let unshifted = #"GEOGCS["a",DATUM["b",TOWGS84[0,0,0,0,0,0,0]]]"#
  private static let bound = #"BOUNDCRS[SOURCECRS[GEOGCRS["a"]]]"#

  @Test(
    arguments: [
      // GDAL writes a compound system so (opengeospatial/geopackage#676).
      (System(definition: "undefined", second: second), second, nil),
      (System(definition: first, second: second), second, nil),
      (System(definition: first, second: "undefined"), first, nil),
      (System(definition: first), first, nil),
      (System(definition: "undefined", second: "undefined"), nil, nil),
      (System(definition: " Undefined "), nil, nil),
      (System(organization: "EPSG", number: 4490, definition: first), "EPSG:4490", first),
      (System(organization: "EPSG", number: 4490, definition: "undefined"), "EPSG:4490", nil),
      (
        System(organization: "epsg", number: 4490, definition: "undefined", second: second),
        "EPSG:4490", second
      ),
      // A code does not say by what parameters; zeros say no more than the code.
      (System(organization: "EPSG", number: 4610, definition: shifted), shifted, nil),
      (
        System(organization: "EPSG", number: 4610, definition: shifted, second: second), shifted,
        nil
      ),
      (System(organization: "EPSG", number: 4490, definition: unshifted), "EPSG:4490", unshifted),
      (
        System(organization: "EPSG", number: 4610, definition: "undefined", second: bound), bound,
        nil
      ),
    ] as [(System, String?, String?)])
  func `a layer has the system that its table says, in whichever column`(
    system: System, name: String?, definition: String?
  ) throws {
    let table = try table(system)

    #expect(table.crs == name)
    #expect(table.crsDefinition == definition)
  }

  @Test func `a number that nobody knows is read by its definition`() throws {
    let plain = #"""
      GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],\#
      PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]
      """#
    let unknown = try table(System(organization: "EPSG", number: 100_001, definition: plain))
    let known = try table(System(organization: "EPSG", number: 4547, definition: plain))
    let neither = try table(System(organization: "EPSG", number: 100_001, definition: "PROJCS[x]"))

    let names = try [unknown, known, neither].map {
      try CRSName(#require($0.crs), ifUnknown: $0.crsDefinition)
    }

    #expect(names == [.wkt(plain), .epsg(4547), .epsg(100_001)])
  }
}
