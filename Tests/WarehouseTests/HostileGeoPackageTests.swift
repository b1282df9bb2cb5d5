import Foundation
import GRDB
import Tabular
import TestSupport
import Testing
import Warehouse

/// GeoPackages that strangers made, or damaged: each is one failure with its name, and nothing more.
@Suite struct `Hostile GeoPackages` {
  /// Makes a GeoPackage with a layer `f` of two features and what `change` does to it, and reads it.
  private func read(_ change: String, withLayer: Bool = true) throws -> [[TableCell]] {
    let path = NSTemporaryDirectory() + "gewu-\(UUID().uuidString).gpkg"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(sql: Self.schema)
      if withLayer {
        try db.execute(
          sql: """
            CREATE TABLE f (fid INTEGER PRIMARY KEY, geom BLOB, no TEXT, amount INTEGER);
            INSERT INTO f (no, amount) VALUES ('N1', 1), ('N2', 2);
            """)
      }
      try db.execute(sql: change)
    }
    try queue.close()
    let reader = try DepartmentFile.open(path: path).rows(TableDialect())
    var rows: [[TableCell]] = []
    while try reader.next() != nil { rows.append(reader.fields.map(TableCell.init)) }
    return rows
  }

  private func fault(_ change: String, withLayer: Bool = true) -> GeoPackageFact? {
    let error = #expect(throws: TabularError.self) { try read(change, withLayer: withLayer) }
    guard case .geoPackage(let fact) = error?.fact else { return nil }
    return fact
  }

  private static let schema = """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name, srs_id INTEGER, organization, organization_coordsys_id, definition);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('w', 4326, 'EPSG', 4326, 'x');
    CREATE TABLE gpkg_contents (table_name, data_type);
    INSERT INTO gpkg_contents VALUES ('f', 'features');
    CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id);
    INSERT INTO gpkg_geometry_columns VALUES ('f', 'geom', 4326);
    """

  @Test func `a real number of the size of the smallest integer is read`() throws {
    let rows = try read("ALTER TABLE f ADD COLUMN any; UPDATE f SET any = -9223372036854775808.0")
    #expect(
      rows.dropFirst().map(\.last) == Array(repeating: .number("-9.223372036854776E+18"), count: 2))
  }

  @Test func `the smallest and the largest integer are read`() throws {
    let rows = try read(
      """
      UPDATE f SET amount = -9223372036854775808 WHERE fid = 1;
      UPDATE f SET amount = 9223372036854775807, fid = -9223372036854775808 WHERE fid = 2;
      """)

    #expect(
      Set(rows.dropFirst().map { $0[1] }) == [
        .text("-9223372036854775808"), .text("9223372036854775807"),
      ])
  }

  @Test(arguments: [
    ("UPDATE gpkg_geometry_columns SET column_name = NULL", "gpkg_geometry_columns", "column_name"),
    (
      "UPDATE gpkg_geometry_columns SET column_name = x'ff00'", "gpkg_geometry_columns",
      "column_name"
    ),
    ("UPDATE gpkg_geometry_columns SET srs_id = NULL", "gpkg_geometry_columns", "srs_id"),
    ("UPDATE gpkg_geometry_columns SET srs_id = 'abc'", "gpkg_geometry_columns", "srs_id"),
    ("UPDATE gpkg_spatial_ref_sys SET organization = 5", "gpkg_spatial_ref_sys", "organization"),
    ("UPDATE gpkg_spatial_ref_sys SET organization = NULL", "gpkg_spatial_ref_sys", "organization"),
    (
      "UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 'abc'", "gpkg_spatial_ref_sys",
      "organization_coordsys_id"
    ),
    (
      "UPDATE gpkg_spatial_ref_sys SET organization = 'x', definition = x'00'",
      "gpkg_spatial_ref_sys", "definition"
    ),
  ])
  func `a catalogue with other types than it must have is refused by its column`(
    change: String, table: String, column: String
  ) {
    #expect(fault(change) == .catalogue(table: table, column: column))
  }

  @Test func `a view without end is refused, before it has filled anything`() {
    let view = """
      CREATE VIEW f AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c)
      SELECT i AS fid, NULL AS geom, 'N' || i AS no FROM c
      """
    guard case .endless(let features) = fault(view, withLayer: false) else {
      Issue.record("not seen to be endless")
      return
    }
    #expect(features < 40_000)
  }

  @Test func `a view that never gives a feature is refused after a while`() {
    let view = """
      CREATE VIEW f AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c)
      SELECT i AS fid, NULL AS geom, 'N' || i AS no FROM c WHERE i < 0
      """
    #expect(fault(view, withLayer: false) == .slow(seconds: 8))
  }

  // What printf cannot give for its length is NULL to SQLite, and no error, before 3.41.
  @Test(arguments: ["zeroblob(1000000000)", "hex(zeroblob(500000000))"])
  func `a value of a gigabyte is refused`(value: String) {
    let view = "CREATE VIEW f AS SELECT 1 AS fid, NULL AS geom, \(value) AS no"

    #expect(fault(view, withLayer: false) == .large(bytes: 32 << 20))
  }

  @Test func `a feature of many large values takes no more memory than one is given`() {
    let values = (0..<20).map { "zeroblob(30000000 + \($0)) AS v\($0)" }.joined(separator: ", ")
    let view = "CREATE VIEW f AS SELECT 1 AS fid, NULL AS geom, \(values)"

    switch fault(view, withLayer: false) {
    case .large, .memory: break
    case let other: Issue.record("another fault: \(String(describing: other))")
    }
  }

  @Test(arguments: ["load_extension('x')", "writefile('x', 'y')", "BlobToFile(x'41', 'x')"])
  func `a view calls nothing that reaches out of the file`(call: String) {
    let view = "CREATE VIEW f AS SELECT 1 AS fid, NULL AS geom, \(call) AS no"

    guard case .unreadable = fault(view, withLayer: false) else {
      Issue.record("the call was made")
      return
    }
  }

  @Test func `damaged bytes are a failure of the file, or read`() throws {
    let path = NSTemporaryDirectory() + "gewu-\(UUID().uuidString).gpkg"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(sql: Self.schema)
      try db.execute(
        sql: """
          CREATE TABLE f (fid INTEGER PRIMARY KEY, geom BLOB, no TEXT);
          INSERT INTO f (no, geom) VALUES ('N1', x'4750000100000000'), ('N2', x'00');
          """)
    }
    try queue.close()
    let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
    for seed in 0..<40 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var bytes = whole
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      try Data(bytes).write(to: URL(filePath: path))
      do {
        let reader = try DepartmentFile.open(path: path).rows(TableDialect())
        while try reader.next() != nil {}
      } catch let error as TabularError {
        #expect(error.path == path)
      }
    }
  }

  @Test func `a table of attributes is read where there are no features`() throws {
    let rows = try read("UPDATE gpkg_contents SET data_type = 'attributes'")

    #expect(
      rows == [
        [.text("geom"), .text("no"), .text("amount")], [.empty, .text("N1"), .number("1")],
        [.empty, .text("N2"), .number("2")],
      ])
  }

  @Test func `a database that was left in WAL mode is read, and nothing is written beside it`()
    throws
  {
    let folder = NSTemporaryDirectory() + "gewu-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/a#1?.gpkg"
    let pool = try DatabasePool(path: path)
    try pool.write { db in
      try db.execute(sql: Self.schema)
      try db.execute(sql: "CREATE TABLE f (fid INTEGER PRIMARY KEY, geom BLOB, no TEXT)")
      try db.execute(sql: "INSERT INTO f (no) VALUES ('N1')")
    }
    try pool.writeWithoutTransaction { try _ = $0.checkpoint(.truncate) }
    try pool.close()
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }

    let reader = try DepartmentFile.open(path: path).rows(TableDialect())

    _ = try reader.next()
    _ = try reader.next()
    #expect(reader.fields.map(\.string) == ["N1"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a#1?.gpkg"])
  }
}
