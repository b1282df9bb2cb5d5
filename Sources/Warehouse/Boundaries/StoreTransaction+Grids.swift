import Foundation
package import Geometry
import GRDB
import Tabular

extension StoreTransaction {
  /// The levels of a net, top first.
  package func levels(net: String = Net.base) throws -> [Level] {
    try Level.fetchAll(
      db,
      sql: """
        SELECT l.id AS id, l.name AS name, l.rank AS rank
        FROM level AS l JOIN net AS n ON n.id = l.net_id
        WHERE n.name = ? ORDER BY l.rank
        """, arguments: [net])
  }

  /// The cells of a level in a generation, in the order of their codes.
  ///
  /// - Parameters:
  ///   - code: only the cell of this code.
  ///   - withBoundaries: whether boundaries are read; else every cell comes without one.
  package func grids(
    level: Level, generation: Int64, code: String? = nil, withBoundaries: Bool = true
  ) throws -> [GridRecord] {
    try grids(
      level: level, withBoundaries: withBoundaries,
      where: """
        from_generation <= ? AND (to_generation IS NULL OR to_generation >= ?)
          AND (? IS NULL OR code = ?)
        """, [generation, generation, code, code])
  }

  /// The cells of a level in a generation whose boxes meet a box, in the order of their codes.
  package func grids(level: Level, generation: Int64, meeting box: Box) throws -> [GridRecord] {
    try grids(
      level: level,
      where: """
        from_generation <= ? AND (to_generation IS NULL OR to_generation >= ?)
          AND id IN (SELECT pkid FROM idx_grid_boundary
            WHERE xmin <= ? AND xmax >= ? AND ymin <= ? AND ymax >= ?)
        """, [generation, generation, box.maxX, box.minX, box.maxY, box.minY])
  }

  /// Those versions of a level's cells that meet a condition, in the order of their codes.
  func grids(
    level: Level, withBoundaries: Bool = true, where condition: String,
    _ arguments: StatementArguments
  ) throws -> [GridRecord] {
    try GridRecord.fetchAll(
      db,
      sql: """
        SELECT \(GridRecord.columns), CASE WHEN ? THEN boundary END FROM grid
        WHERE level_id = ? AND \(condition)
        ORDER BY code
        """, arguments: [withBoundaries, level.id] + arguments)
  }

  /// The SHA-256 of the boundaries of a level in a generation as they are kept, in the order of the
  /// cells' codes: equal where, and only where, the boundaries are.
  package func boundaryDigest(level: Level, generation: Int64) throws -> String {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT boundary FROM grid
        WHERE level_id = ? AND from_generation <= ?
          AND (to_generation IS NULL OR to_generation >= ?)
        ORDER BY code
        """, arguments: [level.id, generation, generation])
    return try ContentHash.sha256 { add in
      while let row = try rows.next() {
        try row.withUnsafeData(atIndex: 0) { ($0 ?? Data()).withUnsafeBytes(add) }
      }
    }
  }

  /// The codes of all versions of a level's cells that there ever were, by their rows in `grid`.
  package func codes(ofLevel level: Level) throws -> [Int64: String] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, code FROM grid WHERE level_id = ?", arguments: [level.id])
    var codes: [Int64: String] = [:]
    while let row = try rows.next() { codes[row["id"]] = row["code"] }
    return codes
  }

  /// For each version of a cell that there ever was, the one of a generation with the same level
  /// and code, as rows of `grid`.
  package func successors(in generation: Int64) throws -> [Int64: Int64] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT o.id AS old, n.id AS new FROM grid AS o
        JOIN grid AS n ON n.code = o.code AND n.level_id = o.level_id
        WHERE n.from_generation <= ?1 AND (n.to_generation IS NULL OR n.to_generation >= ?1)
        """, arguments: [generation])
    var successors: [Int64: Int64] = [:]
    while let row = try rows.next() { successors[row["old"]] = row["new"] }
    return successors
  }

  /// The area that each pair of boundaries shares, in squared units of the store,
  /// by GEOS; nil where it cannot tell.
  ///
  /// A boundary that touches itself is made valid first where GEOS asks for it.
  package func sharedArea() throws -> (MultiPolygon, MultiPolygon) throws -> Double? {
    let plain = try db.makeStatement(sql: "SELECT ST_Area(ST_Intersection(?1, ?2))")
    let mended = try db.makeStatement(
      sql: "SELECT ST_Area(ST_Intersection(ST_Buffer(?1, 0), ST_Buffer(?2, 0)))")
    let srid = Int32(store.srid)
    return { first, second in
      let arguments: StatementArguments = [
        Data(SpatiaLiteBlob.encode(first, srid: srid)),
        Data(SpatiaLiteBlob.encode(second, srid: srid)),
      ]
      return try Double.fetchOne(plain, arguments: arguments)
        ?? Double.fetchOne(mended, arguments: arguments)
    }
  }
}
