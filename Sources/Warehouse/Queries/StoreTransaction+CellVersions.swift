import GRDB

/// In which generations a version of a cell is valid.
package struct CellSpan: Sendable, Equatable, FetchableRecord {
  /// The name of its level.
  package let level: String
  package let first: Int64
  /// The last one; nil where the version goes on.
  package let last: Int64?

  init(row: Row) {
    (level, first, last) = (row[0], row[1], row[2])
  }
}

extension StoreTransaction {
  /// The spans of versions of cells, by their rows in `grid`, in no order.
  package func spans(ofCells cells: some Collection<Int64>) throws -> [CellSpan] {
    var spans: [CellSpan] = []
    var rest = Array(cells)[...]
    while !rest.isEmpty {
      let list = rest.prefix(10_000).map { "\($0)" }.joined(separator: ",")
      rest = rest.dropFirst(10_000)
      spans += try CellSpan.fetchAll(
        db,
        sql: """
          SELECT l.name, g.from_generation, g.to_generation
          FROM grid AS g JOIN level AS l ON l.id = g.level_id WHERE g.id IN (\(list))
          """)
    }
    return spans
  }

  /// The cells of a level in a generation that are not what they were then: their version is later
  /// than `last`, or ended before `first`.
  ///
  /// - Returns: their rows in `grid`.
  package func cells(
    of level: Level, in generation: Int64, after last: Int64?, before first: Int64?
  ) throws -> Set<Int64> {
    try Int64.fetchSet(
      db,
      sql: """
        SELECT id FROM grid WHERE level_id = ?1 AND from_generation <= ?2
          AND (to_generation IS NULL OR to_generation >= ?2)
          AND (from_generation > ?3 OR to_generation < ?4)
        """, arguments: [level.id, generation, last, first])
  }
}
