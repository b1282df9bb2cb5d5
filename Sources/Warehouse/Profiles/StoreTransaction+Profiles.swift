import GRDB
import Subjects
import Time

extension StoreTransaction {
  /// Keeps what was counted as of a day, in the place of what was counted as of it before.
  package func keepProfile(
    asOf day: String, rules: String, columns: [ProfileRecord.Column], cells: [ProfileCell]
  ) throws {
    let operation = try note(.countProfile, "profile/\(day)")
    try db.execute(sql: "DELETE FROM profile_count WHERE as_of = ?", arguments: [day])
    try db.execute(
      sql: """
        INSERT INTO profile_count (as_of, counted_at, rules, operation) VALUES (?, ?, ?, ?)
        """, arguments: [day, now.text, rules, operation])
    let id = db.lastInsertedRowID
    for (number, column) in columns.enumerated() {
      try db.execute(
        sql: """
          INSERT INTO profile_column (count_id, number, name, title, title_zh, sensitivity)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, number, column.name, column.title, column.titleChinese, column.sensitivity,
        ])
    }
    let insert = try RawStatement(
      db,
      """
      INSERT INTO grid_profile (count_id, net, number, level, code, grid_id, value, unplaced)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for cell in cells {
      for (number, figure) in cell.figures.enumerated() {
        insert.bind(id, 1)
        insert.bind(cell.net, 2)
        insert.bind(Int64(number), 3)
        insert.bind(cell.level, 4)
        insert.bind(cell.code, 5)
        insert.bind(cell.gridID, 6)
        insert.bind(Int64(figure.value), 7)
        insert.bind(Int64(figure.unplaced), 8)
        try insert.run()
      }
    }
  }

  /// What was counted as of the latest day that is not after one; of all days where nil.
  ///
  /// It is current while no batch, attachment, boundary, address or subject has changed since.
  package func profile(asOf day: String?) throws -> ProfileRecord? {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT id, as_of, counted_at, rules, NOT EXISTS (
            SELECT 1 FROM operation AS o WHERE o.id > c.operation AND o.kind IN (
              'import', 'replay', 'rollback', 'activation', 'attach', 'load-addresses',
              'assemble-subjects'))
          FROM profile_count AS c WHERE ?1 IS NULL OR as_of <= ?1 ORDER BY as_of DESC LIMIT 1
          """, arguments: [day])
    else { return nil }
    let id: Int64 = row[0]
    let columns = try Row.fetchAll(
      db,
      sql: """
        SELECT name, title, title_zh, sensitivity FROM profile_column WHERE count_id = ?
        ORDER BY number
        """, arguments: [id])
    return ProfileRecord(
      id: id, asOf: row[1], countedAt: row[2], rules: row[3], isCurrent: row[4],
      columns: columns.map {
        ProfileRecord.Column(
          name: $0[0], title: $0[1], titleChinese: $0[2], sensitivity: $0[3])
      })
  }

  /// The cells of a profile, by net, level and code; the one without a level last.
  ///
  /// - Parameter net: only of this net; of all where nil.
  package func cells(of profile: ProfileRecord, net: String?) throws -> [ProfileCell] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT net, level, code, grid_id, value, unplaced FROM grid_profile
        WHERE count_id = ?1 AND (?2 IS NULL OR net = ?2)
        ORDER BY net, level = '', level, code, number
        """, arguments: [profile.id, net])
    var cells: [ProfileCell] = []
    while let row = try rows.next() {
      let figure = ProfileTally.Figure(value: row[4], unplaced: row[5])
      if let last = cells.last, last.net == row[0], last.level == row[1], last.code == row[2] {
        cells[cells.count - 1].figures.append(figure)
      } else {
        cells.append(
          ProfileCell(
            net: row[0], level: row[1], code: row[2], gridID: row[3], figures: [figure]))
      }
    }
    return cells
  }

  /// The day on which the last batch of each of some data sets was published that stands.
  package func deliveries(of datasets: Set<String>) throws -> [String: String] {
    var days: [String: String] = [:]
    for name in datasets {
      days[name] = try String.fetchOne(
        db,
        sql: """
          SELECT max(substr(ended, 1, 10)) FROM batch
          WHERE dataset = ? AND published_operation IS NOT NULL AND rolled_back_operation IS NULL
          """, arguments: [name])
    }
    return days
  }
}
