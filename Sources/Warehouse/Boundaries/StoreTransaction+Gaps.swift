import Foundation
import Geometry
import GRDB
import Time

extension StoreTransaction {
  /// The accepted gaps of a net, the one accepted first first.
  package func acceptedGaps(net: String) throws -> [AcceptedGap] {
    try AcceptedGap.fetchAll(
      db,
      sql: """
        SELECT a.*, n.name AS net FROM accepted_gap AS a JOIN net AS n ON n.id = a.net_id
        WHERE n.name = ? ORDER BY a.id
        """, arguments: [net])
  }

  /// Keeps an accepted gap.
  ///
  /// - Returns: its number.
  package func insert(_ gap: AcceptedGap) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO accepted_gap (net_id, name, longitude, latitude, x, y, area, accepted_at)
        SELECT id, ?, ?, ?, ?, ?, ?, ? FROM net WHERE name = ?
        """,
      arguments: [
        gap.name, gap.longitude, gap.latitude, gap.position.x, gap.position.y, gap.area,
        gap.acceptedAt, gap.net,
      ])
    let id = db.lastInsertedRowID
    try note(.acceptGap, "gap/\(id)")
    return id
  }

  /// Takes an accepted gap away, from every generation.
  package func remove(gap id: Int64) throws {
    try db.execute(sql: "DELETE FROM generation_gap WHERE gap_id = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM accepted_gap WHERE id = ?", arguments: [id])
    try note(.dropGap, "gap/\(id)")
  }

  /// Notes where a generation has accepted gaps, in the place of what was noted before.
  package func replaceGaps(of generation: Int64, with gaps: [GenerationGap]) throws {
    try db.execute(
      sql: "DELETE FROM generation_gap WHERE generation = ?", arguments: [generation])
    let srid = Int32(store.srid)
    for gap in gaps {
      let outline = MultiPolygon([Polygon(rings: [gap.outline])])
      try db.execute(
        sql: """
          INSERT INTO generation_gap (generation, level_id, gap_id, area, outline)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          generation, gap.level.id, gap.gap, gap.area,
          Data(SpatiaLiteBlob.encode(outline, srid: srid)),
        ])
    }
  }

  /// Where a generation has accepted gaps on a level.
  package func gaps(of generation: Int64, level: Level) throws -> [GenerationGap] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT g.gap_id, a.name, g.area, g.outline FROM generation_gap AS g
        JOIN accepted_gap AS a ON a.id = g.gap_id
        WHERE g.generation = ? AND g.level_id = ? ORDER BY g.gap_id
        """, arguments: [generation, level.id])
    return try rows.compactMap { row in
      let outline: Data = row[3]
      let boundary = try SpatiaLiteBlob.decodeMultiPolygon([UInt8](outline)).boundary
      guard let ring = boundary.rings.first else { return nil }
      return GenerationGap(gap: row[0], name: row[1], level: level, area: row[2], outline: ring)
    }
  }

  /// Puts down anew what the check of a generation says, its status apart.
  package func judge(generation: Int64, isValid: Bool, problemCount: Int) throws {
    try db.execute(
      sql: "UPDATE generation SET is_valid = ?, problem_count = ? WHERE id = ?",
      arguments: [isValid, problemCount, generation])
  }
}
