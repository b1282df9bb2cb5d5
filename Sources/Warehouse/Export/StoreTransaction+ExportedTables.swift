import Datasets
import GRDB

extension StoreTransaction {
  /// All tables for people: the data sets by name, then the cells, reports, batches and the rest.
  package func exportedTables() throws -> [ExportedTable] {
    let datasets = try Row.fetchAll(
      db, sql: "SELECT name, view_name, table_name, manifest FROM dataset ORDER BY name")
    var tables = try datasets.map { row in
      // What cannot be read is protected.
      let outline = try? FeatureOutline(keptText: row["manifest"] ?? "", path: row["name"])
      let table = try exportedTable(
        row["name"], source: row["view_name"], isDataset: true,
        isPersonal: outline?.isPersonal ?? true)
      return try opened(table, from: row["table_name"])
    }
    let taken = Set(tables.map(\.name))
    // Refused rows are kept as they came, whatever is in them; the words of reports are sealed where the store is.
    let personal: Set =
      try StoreSeal.identity(db) == nil ? ["quarantine"] : ["quarantine", "report"]
    for own in Self.ownTables where !taken.contains(own.name) {
      tables.append(
        try exportedTable(
          own.name, source: own.source, isPersonal: personal.contains(own.name), hiding: own.hidden)
      )
    }
    return tables
  }

  /// The table of a name: a data set, one of the store's own tables, or a view as SQL knows it.
  package func exportedTable(named name: String) throws -> ExportedTable? {
    try exportedTables().first { $0.name == name }
      ?? exportedTables().first { $0.source == name }
  }

  /// How many rows a table has.
  package func rowCount(of table: ExportedTable) throws -> Int {
    if let numbers = table.numbers { return numbers.count }
    return try Int.fetchOne(db, sql: "SELECT count(*) FROM \(SQLName.quoted(table.source))") ?? 0
  }

  /// The store's own tables: what each is called, where it is read, and columns that are for the
  /// program alone.
  private static let ownTables: [(name: String, source: String, hidden: Set<String>)] = [
    ("grid", "current_grid", []),
    ("net_grid", "net_grid", []),
    ("earlier_grid", "earlier_grid", []),
    ("report", "report", ["id", "idempotency_key", "request_hash"]),
    ("batch", "batch", ["checkpoint"]),
    ("quarantine", "quarantine", ["sealed"]),
    ("quarantine_reason", "quarantine_reason", []),
    ("remark", "remark", []),
    ("dataset", "dataset", ["manifest"]),
    ("source_file", "source_file", []),
    ("generation", "generation", []),
    ("net", "net", []),
    ("level", "level", []),
  ]

  /// The same table with its sealed values opened, and of the types that they have.
  private func opened(_ table: ExportedTable, from rows: String) throws -> ExportedTable {
    let sealed = try SealedFields(ofTable: rows, db)
    guard !sealed.isEmpty else { return table }
    let types = try FieldColumns(ofTable: rows, db).declaredTypes()
    let names = table.columns.map(\.name) + (table.geometry.map { [$0.column] } ?? [])
    let columns = names.map { name in
      let own = name == "batch" ? "t.from_batch" : sealed.value(of: name, in: "t")
      return "\(own) AS \(SQLName.quoted(name))"
    }
    return ExportedTable(
      name: table.name, isDataset: true, isPersonal: table.isPersonal,
      columns: table.columns.map { column in
        sealed[column.name] == nil
          ? column
          : .init(
            name: column.name, kind: .init(declared: types[column.name.lowercased()] ?? "TEXT"))
      },
      geometry: table.geometry, source: table.source,
      opened: "(SELECT \(columns.joined(separator: ", ")) FROM \(SQLName.quoted(rows)) AS t "
        + "WHERE t.to_batch IS NULL)")
  }

  /// Asks for the key where any of some tables is sealed.
  ///
  /// - Throws: `SealFault`.
  package func prepareToOpen(_ tables: [ExportedTable]) throws {
    if tables.contains(where: \.isSealed) { try store.seal.prepareToOpen(db) }
  }

  private func exportedTable(
    _ name: String, source: String, isDataset: Bool = false, isPersonal: Bool,
    hiding hidden: Set<String> = []
  ) throws -> ExportedTable {
    let geometry = try geometry(of: source)
    let columns = try db.columns(in: source).filter {
      $0.name != geometry?.column && !hidden.contains($0.name)
    }
    var table = ExportedTable(
      name: name, isDataset: isDataset, isPersonal: isPersonal,
      columns: columns.map { .init(name: $0.name, kind: .init(declared: $0.type)) },
      geometry: geometry, source: source)
    if source == "quarantine", try StoreSeal.identity(db) != nil {
      let terms = columns.map { column in
        column.name == "raw" ? "\(RefusedText.value(in: "t")) AS raw" : SQLName.quoted(column.name)
      }
      table.opened = "(SELECT \(terms.joined(separator: ", ")) FROM quarantine AS t)"
    }
    if source == "report", isPersonal {
      let names = columns.map(\.name) + (geometry.map { [$0.column] } ?? [])
      let terms = names.map { name in
        let own = name == "description" ? SealedReport.words : "t.\(SQLName.quoted(name))"
        return "\(own) AS \(SQLName.quoted(name))"
      }
      table.opened =
        "(SELECT \(terms.joined(separator: ", ")) FROM report AS t "
        + "LEFT JOIN report_private AS p ON p.report_id = t.id)"
    }
    return table
  }

  private func geometry(of source: String) throws -> ExportedTable.Geometry? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT g.f_geometry_column AS name, g.geometry_type AS type, g.srid AS srid
        FROM geometry_columns AS g
        WHERE g.f_table_name = lower(:source) OR g.f_table_name = (
          SELECT v.f_table_name FROM views_geometry_columns AS v WHERE v.view_name = lower(:source))
        """, arguments: ["source": source])
    guard let row else { return nil }
    // 1 is a point, 5 several lines, 6 several polygons.
    let type: Int = row["type"]
    let name: String = row["name"]
    let columns = try db.columns(in: source).map(\.name)
    guard let column = columns.first(where: { $0.lowercased() == name.lowercased() }) else {
      return nil
    }
    return .init(
      column: column, shape: type == 1 ? .point : type == 5 ? .line : .area, srid: row["srid"])
  }
}
