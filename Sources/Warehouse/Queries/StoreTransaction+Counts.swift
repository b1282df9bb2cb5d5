import GRDB
import Geometry
import Time

extension StoreTransaction {
  /// The data sets that the store holds rows of, in the order of their names.
  package func datasets() throws -> [DatasetEntry] {
    try DatasetEntry.fetchAll(db, sql: "SELECT * FROM dataset ORDER BY name")
  }

  /// The data set of a name.
  package func dataset(named name: String) throws -> DatasetEntry? {
    try DatasetEntry.fetchOne(
      db, sql: "SELECT * FROM dataset WHERE name = ?", arguments: [name])
  }

  /// Counts the current rows of a data set that a filter lets through, a cell.
  ///
  /// A filter that asks for a category or a day leaves out the rows that have none.
  package func countRows(of dataset: DatasetEntry, _ filter: RowFilter) throws -> RowCounts {
    let (condition, arguments) = try condition(of: dataset, filter)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT grid_id, count(*) AS rows FROM \(SQLName.quoted(dataset.table))
        WHERE \(condition) GROUP BY grid_id
        """, arguments: arguments)
    var counts = RowCounts(total: 0, byGrid: [:])
    while let row = try rows.next() {
      let count: Int = row["rows"]
      counts.total += count
      if let grid: Int64 = row["grid_id"] { counts.byGrid[grid] = count }
    }
    return counts
  }

  /// The cells of the rows that a batch inserted or changed, in the order of its file, nil for a row without one, and
  /// whether an address led there.
  package func cells(
    ofBatch batch: Int64, in dataset: DatasetEntry
  ) throws -> [(grid: Int64?, isByAddress: Bool)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT grid_id, ifnull(attach_method = 'address', 0) FROM \(SQLName.quoted(dataset.table))
        WHERE from_batch = ? ORDER BY source_row, id
        """, arguments: [batch]
    ).map { (grid: $0[0], isByAddress: $0[1]) }
  }

  /// How many current rows addresses led to each cell.
  package func rowsByAddress(of dataset: DatasetEntry) throws -> [Int64: Int] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT grid_id, count(*) FROM \(SQLName.quoted(dataset.table))
        WHERE to_batch IS NULL AND attach_method = 'address' AND grid_id IS NOT NULL GROUP BY grid_id
        """
    ).reduce(into: [:]) { $0[$1[0]] = $1[1] }
  }

  /// The latest batch that current rows of a data set are of; nil where there are no rows.
  package func latestBatch(of dataset: DatasetEntry) throws -> BatchMark? {
    try BatchMark.fetchOne(
      db,
      sql: """
        SELECT id, period, ended FROM batch WHERE id =
          (SELECT max(from_batch) FROM \(SQLName.quoted(dataset.table)) WHERE to_batch IS NULL)
        """)
  }

  /// Sums a field of the current rows of a data set, a cell.
  ///
  /// Sums are doubles, so that none runs over.
  package func sum(of field: String, in dataset: DatasetEntry) throws -> CellSums {
    let column = try value(of: field, in: dataset)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT grid_id, CASE WHEN grid_id IS NULL THEN from_batch END AS batch,
          total(\(column)) AS amount, count(*) AS rows, count(\(column)) AS known
        FROM \(SQLName.quoted(dataset.table)) WHERE to_batch IS NULL GROUP BY 1, 2
        """)
    let tried = try generations(ofBatchesOf: dataset.name)
    var sums = CellSums()
    while let row = try rows.next() {
      let (count, known): (Int, Int) = (row["rows"], row["known"])
      if let cell: Int64 = row["grid_id"] {
        if known == count {
          sums.byCell[cell] = row["amount"]
        } else {
          sums.incomplete.insert(cell)
        }
        sums.summed += known
        sums.withoutValue += count - known
      } else {
        sums.unattached += count
        sums.tried.insert((row["batch"] as Int64?).flatMap { tried[$0] } ?? 0)
      }
    }
    sums.quarantined = try quarantinedCount(of: .dataset(dataset))
    return sums
  }

  /// Counts the current rows at each position, the most frequent first; positions
  /// only, never what the rows say.
  package func countPlaces(of dataset: DatasetEntry, _ filter: RowFilter) throws -> [PointCount] {
    let hasGeometry = try db.columns(in: dataset.table).contains { $0.name == "geometry" }
    guard hasGeometry else { return [] }
    let (condition, arguments) = try condition(of: dataset, filter)
    // What is no point stands where its surface, or its middle, is.
    let position =
      "CASE GeometryType(geometry) WHEN 'POINT' THEN geometry "
      + "ELSE coalesce(PointOnSurface(geometry), Centroid(geometry)) END"
    return try Row.fetchAll(
      db,
      sql: """
        SELECT X(\(position)) AS x, Y(\(position)) AS y, count(*) AS rows
        FROM \(SQLName.quoted(dataset.table))
        WHERE geometry IS NOT NULL AND \(condition)
        GROUP BY geometry ORDER BY rows DESC, x, y
        """, arguments: arguments
    ).map { PointCount(position: Coordinate(x: $0["x"], y: $0["y"]), count: $0["rows"]) }
  }

  /// Counts what a data set holds.
  package func figures(of dataset: DatasetEntry) throws -> DatasetFigures {
    let table = SQLName.quoted(dataset.table)
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*) AS rows, count(grid_id) AS attached FROM \(table) WHERE to_batch IS NULL
        """)
    // What is sealed is in no list of data sets, not even the first and the last of it.
    let sealed = try SealedFields(ofTable: dataset.table, db)
    let isDateSealed = dataset.dateField.map { sealed[$0] != nil } ?? false
    let span = try isDateSealed ? nil : span(of: .dataset(dataset))
    let categories = try dataset.categoryField.flatMap { field in
      guard sealed[field] == nil else { return [String]() }
      let category = try value(of: field, in: dataset)
      return try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT CAST(\(category) AS TEXT) AS category FROM \(table)
          WHERE to_batch IS NULL AND \(category) IS NOT NULL ORDER BY 1
          """)
    }
    return DatasetFigures(
      rows: row?["rows"] ?? 0, attached: row?["attached"] ?? 0, categories: categories ?? [],
      firstDate: span?.first, lastDate: span?.last)
  }

  /// The first and the last day of any current row; nil where none has a date.
  package func span(of source: RowSource) throws -> (first: String, last: String)? {
    let (table, dateField, condition): (String, String?, String) =
      switch source {
      case .dataset(let entry):
        (entry.table, try entry.dateField.map { try value(of: $0, in: entry) }, "to_batch IS NULL")
      case .reports: ("report", Self.reportDate, "1")
      }
    guard let date = dateField else { return nil }
    let isInstant = Self.isInstant(date)
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT min(CASE WHEN \(isInstant) THEN \(Self.seconds(date)) END) AS first_second,
            max(CASE WHEN \(isInstant) THEN \(Self.seconds(date)) END) AS last_second,
            min(CASE WHEN NOT \(isInstant) THEN substr(\(date), 1, 10) END) AS first_day,
            max(CASE WHEN NOT \(isInstant) THEN substr(\(date), 1, 10) END) AS last_day
          FROM \(SQLName.quoted(table)) WHERE \(condition) AND \(date) IS NOT NULL
          """)
    else { return nil }
    func day(_ column: String) -> String? {
      (row[column] as Int64?).map {
        store.zone.day(
          of: Moment(milliseconds: $0.multipliedReportingOverflow(by: 1_000).partialValue)
        ).text
      }
    }
    let first = [row["first_day"] as String?, day("first_second")].compactMap(\.self).min()
    let last = [row["last_day"] as String?, day("last_second")].compactMap(\.self).max()
    guard let first, let last else { return nil }
    return (first, last)
  }

  /// Whether a text says how far it is ahead of UTC, so that its day is that of the store's zone: the
  /// import writes `Z` and `+08:00`, a report keeps `z` and `+0800` too.
  static func isInstant(_ field: String) -> String {
    "(length(\(field)) > 19 AND (substr(\(field), -1) IN ('Z', 'z') "
      + "OR substr(\(field), -6, 1) IN ('+', '-') OR substr(\(field), -5, 1) IN ('+', '-')))"
  }

  /// The day that a date names, or the second of an instant since 1970.
  static func dayOrSecond(_ field: String) -> String {
    "CASE WHEN \(isInstant(field)) THEN \(seconds(field)) ELSE substr(\(field), 1, 10) END"
  }

  /// The second of such a text since 1970, its fraction cut off; second 60 is the first one of the next
  /// minute.
  ///
  /// SQLite reads the minute alone: it rounds fractions, and knows no offset of 15 hours and more.
  static func seconds(_ field: String) -> String {
    let minute = "substr(\(field), 1, 10) || 'T' || substr(\(field), 12, 5)"
    let offset = "substr(replace(\(field), ':', ''), -5)"
    return """
      (CAST(strftime('%s', \(minute)) AS INTEGER) + CAST(substr(\(field), 18, 2) AS INTEGER)
        - CASE WHEN substr(\(field), -1) IN ('Z', 'z') THEN 0
          ELSE CAST(substr(\(offset), 1, 1) || '60' AS INTEGER)
            * (CAST(substr(\(offset), 2, 2) AS INTEGER) * 60 + CAST(substr(\(offset), 4) AS INTEGER))
          END)
      """
  }

  /// Whether the field of a data set's categories is a number, of which every text names it.
  func hasNumericCategories(_ dataset: DatasetEntry) throws -> Bool {
    guard let field = dataset.categoryField else { return false }
    return try db.columns(in: dataset.table).contains { $0.name == field && $0.type == "REAL" }
  }

  /// The SQL of a field's own value, opened where it is sealed; then the keys have been asked for.
  func value(
    of field: String, in dataset: DatasetEntry, alias: String? = nil
  ) throws -> String {
    let sealed = try SealedFields(ofTable: dataset.table, db)
    if sealed[field] != nil { try store.seal.prepareToOpen(db) }
    return sealed.value(of: field, in: alias)
  }

  private func condition(
    of dataset: DatasetEntry, _ filter: RowFilter
  ) throws -> (sql: String, arguments: StatementArguments) {
    var conditions = ["to_batch IS NULL"]
    var arguments = StatementArguments()
    if let category = filter.category, let field = dataset.categoryField {
      let text = "CAST(\(try value(of: field, in: dataset)) AS TEXT)"
      if try hasNumericCategories(dataset), Double(category) != nil {
        conditions.append("CAST(\(text) AS REAL) = CAST(? AS REAL)")
      } else {
        conditions.append("\(text) = ?")
      }
      arguments += [category]
    }
    if let field = try dataset.dateField.map({ try value(of: $0, in: dataset) }) {
      for (day, sign) in [(filter.from, ">="), (filter.to, "<=")] {
        guard let day else { continue }
        conditions.append(
          """
          CASE WHEN \(Self.isInstant(field)) THEN \(Self.seconds(field)) \(sign) ?
            ELSE substr(\(field), 1, 10) \(sign) ? END
          """)
        let edge = sign == ">=" ? store.zone.start(of: day) : store.zone.end(of: day)
        // Whole seconds since 1970, rounded down as SQLite's are.
        arguments += [(Double(edge.milliseconds) / 1_000).rounded(.down), day.text]
      }
    }
    return (conditions.joined(separator: " AND "), arguments)
  }
}
