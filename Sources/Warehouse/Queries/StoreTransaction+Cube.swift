import Datasets
import Foundation
import GRDB
import GRDBSQLite
package import Geometry
package import Time

extension StoreTransaction {
  /// Counts the rows of a source by cell, day and category.
  ///
  /// - Parameters:
  ///   - dimensions: what else than the cell is read.
  ///   - batches: the rows that were current when these had been published, and no later ones; the
  ///     current ones where nil. Reports have no batches.
  ///   - zone: in whose days instants are counted.
  ///   - locate: the cell of a position in the store's system, in place of the one that the row is
  ///     attached to.
  package func rowCube(
    of source: RowSource, _ dimensions: RowCube.Dimensions = [], asOf batches: [Int64]? = nil,
    zone: LocalZone? = nil, locate: ((Coordinate) -> Int64?)? = nil
  ) throws -> RowCube {
    var cube = RowCube()
    let tried = try triedGenerations(of: source)
    var days = DayOfInstant(zone: zone ?? store.zone)
    let statement = try RawStatement(
      db, cubeQuery(of: source, dimensions, asOf: batches, readsPlace: locate != nil))
    let row = statement.pointer
    while try statement.next() {
      let batch = Self.integer(row, 1)
      if let batch { cube.latestBatch = max(cube.latestBatch ?? batch, batch) }
      var cell = Self.integer(row, 0)
      if let locate { cell = try Self.anchor(of: Self.bytes(row, 5)).flatMap(locate) }
      let place =
        cell.map(RowCube.Place.cell)
        ?? .nowhere(tried: Self.integer(row, 2) ?? batch.flatMap { tried[$0] } ?? 0)
      let day =
        sqlite3_column_type(row, 3) == SQLITE_INTEGER
        ? days.ordinal(of: sqlite3_column_int64(row, 3))
        : Self.text(row, 3).flatMap { Day($0) }?.ordinal
      cube.add(at: place, day: day, category: Self.text(row, 4))
    }
    if case .dataset(let entry) = source {
      cube.hasNumericCategories = try hasNumericCategories(entry)
    }
    cube.quarantined = try quarantinedCount(of: source, asOf: batches)
    return cube
  }

  /// The batches of a data set up to one of them, in the order in which they were published; empty
  /// where that one never was.
  ///
  /// Those that were taken back since are among them: no row is of one any more, but for versions that
  /// a later batch had changed before.
  package func batches(upTo batch: Int64, of dataset: String) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM batch WHERE dataset = ?1 AND published_operation <=
          (SELECT published_operation FROM batch WHERE id = ?2 AND dataset = ?1
            AND status = 'published')
        ORDER BY published_operation
        """, arguments: [dataset, batch])
  }

  /// A batch's number and time.
  package func mark(ofBatch id: Int64) throws -> BatchMark? {
    try BatchMark.fetchOne(
      db, sql: "SELECT id, period, ended FROM batch WHERE id = ?", arguments: [id])
  }

  /// The columns are: cell, batch, generation, day or second, category, geometry.
  private func cubeQuery(
    of source: RowSource, _ dimensions: RowCube.Dimensions, asOf batches: [Int64]?,
    readsPlace: Bool
  ) throws -> String {
    let table: String
    let date: String?
    let category: String?
    let origin: String
    let condition: String
    switch source {
    case .dataset(let entry):
      table = entry.table
      date =
        try dimensions.contains(.days) ? entry.dateField.map { try value(of: $0, in: entry) } : nil
      category =
        try dimensions.contains(.categories)
        ? entry.categoryField.map { try value(of: $0, in: entry) } : nil
      origin = "from_batch, NULL"
      condition = Self.current(asOf: batches)
    case .reports:
      table = "report"
      date = Self.reportDate
      category = "category"
      origin =
        "NULL, coalesce(generation, (SELECT b.generation FROM batch AS b WHERE b.id = batch_id))"
      condition = "1"
    }
    let day = dimensions.contains(.days) ? date.map(Self.dayOrSecond) : nil
    let kind = dimensions.contains(.categories) ? category.map { "CAST(\($0) AS TEXT)" } : nil
    let hasPlace =
      try readsPlace && db.columns(in: table).contains { $0.name == "geometry" }
    let place = try hasPlace ? geometryColumn(of: table) : "NULL"
    return """
      SELECT grid_id, \(origin), \(day ?? "NULL"), \(kind ?? "NULL"),
        \(place)
      FROM \(SQLName.quoted(table)) WHERE \(condition)
      """
  }

  /// When a report was seen, or where nobody said that, received.
  static let reportDate = "coalesce(reported_at, received_at)"

  /// The condition that a version of a row is current, or was when some batches had been published.
  static func current(asOf batches: [Int64]?) -> String {
    guard let batches else { return "to_batch IS NULL" }
    let list = batches.map { "\($0)" }.joined(separator: ",")
    return "from_batch IN (\(list)) AND (to_batch IS NULL OR to_batch NOT IN (\(list)))"
  }

  /// The generation that each batch of a data set looked for cells in.
  private func triedGenerations(of source: RowSource) throws -> [Int64: Int64] {
    guard let dataset = source.dataset else { return [:] }
    return try generations(ofBatchesOf: dataset)
  }

  /// The generation that each batch of a data set looked for cells in; none for one that had none.
  func generations(ofBatchesOf dataset: String) throws -> [Int64: Int64] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, generation FROM batch WHERE dataset = ? AND generation IS NOT NULL",
      arguments: [dataset])
    var generations: [Int64: Int64] = [:]
    while let row = try rows.next() { generations[row[0]] = row[1] }
    return generations
  }

  private static func integer(_ row: OpaquePointer, _ column: Int32) -> Int64? {
    sqlite3_column_type(row, column) == SQLITE_NULL ? nil : sqlite3_column_int64(row, column)
  }

  private static func text(_ row: OpaquePointer, _ column: Int32) -> String? {
    sqlite3_column_text(row, column).map { String(cString: $0) }
  }

  private static func bytes(_ row: OpaquePointer, _ column: Int32) -> Data? {
    sqlite3_column_blob(row, column).map {
      Data(bytes: $0, count: Int(sqlite3_column_bytes(row, column)))
    }
  }
}

extension StoreTransaction {
  /// How many refused rows of a source are open, each counted once however often it was tried again.
  ///
  /// What an earlier complete load of a data set refused is out of date once a later one has come; so is
  /// what a file of a past period refused.
  func quarantinedCount(of source: RowSource, asOf batches: [Int64]? = nil) throws -> Int {
    switch source {
    case .dataset(let entry): try quarantinedCount(of: entry.name, asOf: batches)
    case .reports:
      try datasetsOfReports().reduce(0) { try $0 + quarantinedCount(of: $1, asOf: nil) }
    }
  }

  private func quarantinedCount(of dataset: String, asOf batches: [Int64]?) throws -> Int {
    let list = (batches ?? []).map { "\($0)" }.joined(separator: ",")
    let isIn = batches == nil ? "1" : "b.id IN (\(list))"
    let isOpen =
      batches == nil
      ? "q.status = 'open'"
      : "(q.status = 'open' OR q.status = 'replayed' AND q.replayed_in NOT IN (\(list)))"
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT CASE b.kind WHEN 'import' THEN b.id ELSE b.parent_batch END AS file,
          coalesce(q.first_id, q.id) AS number, max(q.id) AS last
        FROM quarantine AS q JOIN batch AS b ON b.id = q.batch_id
        WHERE b.dataset = ? AND b.status = 'published' AND NOT b.is_history AND \(isIn) AND \(isOpen)
        GROUP BY number
        """, arguments: [dataset])
    guard !rows.isEmpty, try isLoadedWhole(dataset) else { return rows.count }
    let last = try Int64.fetchOne(
      db,
      sql: """
        SELECT id FROM batch AS b WHERE dataset = ? AND status = 'published' AND kind = 'import'
          AND NOT is_history AND \(isIn) ORDER BY published_operation DESC LIMIT 1
        """, arguments: [dataset])
    return rows.count { $0["file"] as Int64? == last }
  }

  private func isLoadedWhole(_ dataset: String) throws -> Bool {
    let text = try String.fetchOne(
      db, sql: "SELECT manifest FROM dataset WHERE name = ?", arguments: [dataset])
    return text.flatMap(Manifest.loadMode(inKeptText:)) == .full
  }

  /// The data sets whose rows become reports.
  func datasetsOfReports() throws -> [String] {
    try Row.fetchAll(
      db, sql: "SELECT name, manifest FROM dataset WHERE instr(manifest, 'report') > 0"
    ).compactMap { row in
      let manifest = try? Manifest(keptText: row["manifest"], path: row["name"])
      return manifest?.subject == .report ? row["name"] : nil
    }
  }
}

/// The day that a zone shows at an instant, worked out once an hour of UTC.
private struct DayOfInstant {
  let zone: LocalZone
  private var hours: [Int64: Int] = [:]

  init(zone: LocalZone) {
    self.zone = zone
  }

  /// Days after 1970-01-01 at so many seconds after its start in UTC.
  mutating func ordinal(of second: Int64) -> Int {
    let hour = second >= 0 ? second / 3_600 : -((-second + 3_599) / 3_600)
    if let known = hours[hour] { return known }
    let (first, last) = (day(at: hour * 3_600), day(at: hour * 3_600 + 3_599))
    guard first == last else { return day(at: second) }
    hours[hour] = first
    return first
  }

  private func day(at second: Int64) -> Int {
    zone.day(of: Moment(milliseconds: second.multipliedReportingOverflow(by: 1_000).partialValue))
      .ordinal
  }
}
