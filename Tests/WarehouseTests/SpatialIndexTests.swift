@testable import Intake
import Foundation
import GRDB
import Geometry
import TestSupport
import Testing

@testable import Warehouse

@Suite struct SpatialIndexTests {
  /// Runs `work` on a store with a table of points, `place`, without triggers or index.
  private func withPlaces(
    srid: Int = 4326, type: String = "POINT", _ work: (Database, SpatialIndex) throws -> Void
  ) throws {
    let store = try Store.inMemory(srid: srid, levels: ["grid"])
    try store.database.write { db in
      try db.execute(sql: "CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT)")
      try SpatiaLite.administer(
        db, "AddGeometryColumn('place', 'geometry', ?, ?, 'XY')", arguments: [srid, type])
      for trigger in ["ggi", "ggu", "tmi", "tmu", "tmd"] {
        try db.execute(sql: "DROP TRIGGER \(trigger)_place_geometry")
      }
      try work(db, SpatialIndex(db, table: "place"))
    }
  }

  private func add(_ point: Coordinate?, id: Int64, _ db: Database, srid: Int32 = 4326) throws {
    let blob = point.map { Data(SpatiaLiteBlob.encode($0, srid: srid)) }
    try db.execute(
      sql: "INSERT INTO place (id, geometry) VALUES (?, ?)", arguments: [id, blob])
  }

  /// Points of a district, some at one place, and some far away.
  private func points(_ count: Int, seed: UInt64) -> [Coordinate] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      let wide = index % 97 == 0 ? 60.0 : 0.2
      return index % 11 == 0
        ? Coordinate(x: 104.07, y: 30.66)
        : Coordinate(
          x: .random(in: (104 - wide)...(104 + wide), using: &generator),
          y: .random(in: (30 - wide)...(30 + wide), using: &generator))
    }
  }

  private func expectSound(_ db: Database) throws {
    #expect(try String.fetchOne(db, sql: "SELECT rtreecheck('idx_place_geometry')") == "ok")
    #expect(try Int.fetchOne(db, sql: "SELECT CheckSpatialIndex('place', 'geometry')") == 1)
  }

  /// The rows in a box, by the index and without it.
  private func expectSameAnswers(_ db: Database, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let x = Double.random(in: 103.7...104.3, using: &generator)
      let y = Double.random(in: 29.7...30.3, using: &generator)
      let size = Double.random(in: 0...0.1, using: &generator)
      let frame: StatementArguments = [x, y, x + size, y + size]
      let found = try Int64.fetchAll(
        db,
        sql: """
          SELECT p.id FROM place AS p WHERE p.id IN (
            SELECT rowid FROM SpatialIndex WHERE f_table_name = 'place'
            AND search_frame = BuildMbr(?, ?, ?, ?)) ORDER BY p.id
          """, arguments: frame)
      // Boxes in the index are rounded outwards; so is the frame by SpatiaLite.
      let exact = try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM place WHERE MbrIntersects(geometry, BuildMbr(?, ?, ?, ?)) ORDER BY id
          """, arguments: frame)
      #expect(Set(found).isSuperset(of: exact))
      #expect(found.count <= exact.count + 12)
    }
  }

  @Test(arguments: [0, 1, 50, 51, 52, 102, 103, 2_601, 2_602, 6_000])
  func `a packed index is sound for SQLite and SpatiaLite`(count: Int) throws {
    try withPlaces { db, index in
      for (number, point) in points(count, seed: 1).enumerated() {
        try add(point, id: Int64(number + 1), db)
      }
      try index.publish(from: 1)

      try expectSound(db)
      try expectSameAnswers(db, seed: 2)
      let nodes = try Int.fetchOne(db, sql: "SELECT count(*) FROM idx_place_geometry_node") ?? 0
      #expect(nodes <= count / 49 + 2)
      #expect(
        try Bool.fetchOne(
          db,
          sql: "SELECT spatial_index_enabled FROM geometry_columns WHERE f_table_name = 'place'")
          == true)
    }
  }

  @Test func `a packed index holds the numbers that SQLite would have put there`() throws {
    try withPlaces { db, index in
      for (number, point) in points(3_000, seed: 3).enumerated() {
        let sign = number % 3 == 0 ? -1.0 : 1.0
        try add(Coordinate(x: sign * point.x, y: sign * point.y), id: Int64(number + 1), db)
      }
      try index.publish(from: 1)
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE plain USING rtree(pkid, xmin, xmax, ymin, ymax);
          INSERT INTO plain SELECT id, MbrMinX(geometry), MbrMaxX(geometry), MbrMinY(geometry),
            MbrMaxY(geometry) FROM place;
          """)

      let differing = try Int.fetchOne(
        db,
        sql: "SELECT count(*) FROM (SELECT * FROM plain EXCEPT SELECT * FROM idx_place_geometry)")
      #expect(differing == 0)
    }
  }

  @Test func `rows come and go in a packed index by the thousand`() throws {
    try withPlaces { db, index in
      for (number, point) in points(4_000, seed: 4).enumerated() {
        try add(point, id: Int64(number + 1), db)
      }
      try index.publish(from: 1)
      var generator = SeededGenerator(seed: 5)
      var next: Int64 = 4_001
      for round in 1...6 {
        let removed = (0..<600).map { _ in Int64.random(in: 1..<next, using: &generator) }
        for id in removed { try db.execute(sql: "DELETE FROM place WHERE id = ?", arguments: [id]) }
        let first = next
        for point in points(500, seed: UInt64(round)) {
          try add(point, id: next, db)
          next += 1
        }
        try index.publish(from: first)
        try db.execute(
          sql: "UPDATE place SET geometry = MakePoint(104.1, 30.1, 4326) WHERE id % 50 = ?",
          arguments: [round])
        try expectSound(db)
        try expectSameAnswers(db, seed: UInt64(100 + round))
      }
      try db.execute(sql: "DELETE FROM place WHERE id > 20")
      try expectSound(db)
      try expectSameAnswers(db, seed: 9)
    }
  }

  @Test func `a great share of new rows packs the index anew, a small one is inserted`() throws {
    try withPlaces { db, index in
      let all = points(3_000, seed: 6)
      for number in 1...1_000 { try add(all[number], id: Int64(number), db) }
      try index.publish(from: 1)
      for number in 1_001..<2_900 { try add(all[number], id: Int64(number), db) }
      try index.publish(from: 1_001)
      let packed = try Int.fetchOne(db, sql: "SELECT count(*) FROM idx_place_geometry_node")
      for number in 2_900..<3_000 { try add(all[number], id: Int64(number), db) }
      try index.publish(from: 2_900)

      // 2,899 rows in leaves of 51 with two levels above.
      #expect(packed == 57 + 2 + 1)
      try expectSound(db)
      try expectSameAnswers(db, seed: 7)
    }
  }

  @Test func `boxes given beforehand make the same index, in runs on disk as well`() throws {
    try withPlaces { db, index in
      let all = points(5_000, seed: 8)
      for (number, point) in all.enumerated() { try add(point, id: Int64(number + 1), db) }
      try index.publish(from: 1)
      let nodes = "SELECT data FROM idx_place_geometry_node ORDER BY nodeno"
      let scanned = try Data.fetchAll(db, sql: nodes)
      let boxes = BoxLog(beside: "", capacity: 700)
      for (number, point) in all.enumerated() {
        let box = Box(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
        try boxes.append(Int64(number + 1), RTreeBox(box))
      }
      try index.publish(from: 1, boxes: boxes)

      #expect(try Data.fetchAll(db, sql: nodes) == scanned)
      try expectSound(db)
    }
  }

  @Test func `rows without a geometry are not in the index`() throws {
    try withPlaces { db, index in
      for number in 1...300 {
        let point = Coordinate(x: Double(number), y: 1)
        try add(number % 2 == 0 ? point : nil, id: Int64(number), db)
      }
      try index.publish(from: 1)

      try expectSound(db)
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM idx_place_geometry") == 150)
    }
  }

  @Test func `areas in metres are indexed by the boxes in their headers`() throws {
    try withPlaces(srid: 4549, type: "MULTIPOLYGON") { db, index in
      var generator = SeededGenerator(seed: 10)
      for number in 1...800 {
        let x = Double.random(in: 400_000...500_000, using: &generator)
        let y = Double.random(in: 3_300_000...3_400_000, using: &generator)
        try db.execute(
          sql: """
            INSERT INTO place (id, geometry)
            VALUES (?, CastToMulti(BuildMbr(?, ?, ?, ?, 4549)))
            """, arguments: [number, x, y, x + 100, y + 50])
      }
      #expect(try !index.isGeographic())
      try index.publish(from: 1)

      try expectSound(db)
    }
  }

  @Test func `a column that holds no geometry is named with its row`() throws {
    try withPlaces { db, index in
      try db.execute(sql: "INSERT INTO place (id, geometry) VALUES (7, x'0102')")
      let error = StoreError.failed(path: "place", .notAGeometry(row: 7, column: "geometry"))
      #expect(throws: error) { try index.publish(from: 1) }
    }
  }
}
