import Foundation
public import Geometry
import GRDB
import Tabular

extension Session {
  /// The levels of a net, top first.
  public func levels(net: String = Net.base) throws -> [Level] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT l.id AS id, l.name AS name, l.rank AS rank
        FROM level AS l JOIN net AS n ON n.id = l.net_id
        WHERE n.name = ? ORDER BY l.rank
        """, arguments: [net]
    ).map { Level(id: $0["id"], name: $0["name"], rank: $0["rank"]) }
  }

  /// The cells of a level in a generation, in the order of their codes.
  ///
  /// - Parameters:
  ///   - code: only the cell of this code.
  ///   - withBoundaries: whether boundaries are read; else every cell comes without one.
  public func grids(
    level: Level, generation: Int64, code: String? = nil, withBoundaries: Bool = true
  ) throws -> [GridRecord] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, code, name, parent_code, parent_method, parent_share, origin,
          CASE WHEN ? THEN boundary END AS boundary
        FROM grid
        WHERE level_id = ? AND from_generation <= ?
          AND (to_generation IS NULL OR to_generation >= ?)
          AND (? IS NULL OR code = ?)
        ORDER BY code
        """, arguments: [withBoundaries, level.id, generation, generation, code, code])
    var records: [GridRecord] = []
    while let row = try rows.next() {
      var record = GridRecord(
        code: row["code"], name: row["name"], parentCode: row["parent_code"],
        parentMethod: (row["parent_method"] as String?).flatMap(GridRecord.ParentMethod.init),
        origin: GridRecord.Origin(rawValue: row["origin"]) ?? .loaded,
        boundary: try (row["boundary"] as Data?).map {
          try SpatiaLiteBlob.decodeMultiPolygon([UInt8]($0)).boundary
        })
      record.id = row["id"]
      record.parentShare = row["parent_share"]
      records.append(record)
    }
    return records
  }

  /// The SHA-256 of the boundaries of a level in a generation as they are kept, in the order of the
  /// cells' codes: equal where, and only where, the boundaries are.
  public func boundaryDigest(level: Level, generation: Int64) throws -> String {
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
  public func codes(ofLevel level: Level) throws -> [Int64: String] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, code FROM grid WHERE level_id = ?", arguments: [level.id])
    var codes: [Int64: String] = [:]
    while let row = try rows.next() { codes[row["id"]] = row["code"] }
    return codes
  }

  /// For each version of a cell that there ever was, the one of a generation with the same level
  /// and code, as rows of `grid`.
  public func successors(in generation: Int64) throws -> [Int64: Int64] {
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

  /// Makes `cells` the state of a level in a generation that is being prepared.
  ///
  /// A cell that is as it was keeps its row, which then spans the generations; a
  /// changed one ends with the generation before, and a new row begins here.
  public func replace(
    level: Level, generation: Int64, with cells: [GridRecord]
  ) throws -> GridChanges {
    var before: [String: GridRecord] = [:]
    for record in try grids(level: level, generation: generation) {
      before[record.code] = record
    }
    var changes = GridChanges()
    let insert = try db.makeStatement(
      sql: """
        INSERT INTO grid (level_id, code, name, parent_code, parent_method, parent_share,
          origin, from_generation, boundary)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for cell in cells {
      if let old = before.removeValue(forKey: cell.code) {
        var same = cell
        same.id = old.id
        if same == old {
          changes.unchanged += 1
          continue
        }
        try end(id: old.id, before: generation)
        changes.changed += 1
      } else {
        changes.new += 1
      }
      try insert.execute(arguments: [
        level.id, cell.code, cell.name, cell.parentCode, cell.parentMethod?.rawValue,
        cell.parentShare, cell.origin.rawValue, generation,
        cell.boundary.map { Data(SpatiaLiteBlob.encode($0, srid: Int32(store.srid))) },
      ])
    }
    for old in before.values { try end(id: old.id, before: generation) }
    changes.gone = before.count
    return changes
  }

  /// Ends a version of a cell with the generation before `generation`; one that
  /// began in it was never valid anywhere and is deleted.
  private func end(id: Int64, before generation: Int64) throws {
    try db.execute(
      sql: "DELETE FROM grid WHERE id = ? AND from_generation = ?", arguments: [id, generation])
    try db.execute(
      sql: "UPDATE grid SET to_generation = ? WHERE id = ?", arguments: [generation - 1, id])
  }

  /// The area that each pair of boundaries shares, in squared units of the store,
  /// by GEOS; nil where it cannot tell.
  ///
  /// A boundary that touches itself is made valid first where GEOS asks for it.
  public func sharedArea() throws -> (MultiPolygon, MultiPolygon) throws -> Double? {
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
