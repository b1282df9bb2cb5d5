import Files
import Datasets
import Warehouse

/// Which tables are exported, and where to.
package struct ExportRequest: Sendable {
  /// The name of the table; nil for all of them.
  package var table: String?
  /// The file, whose ending says the format; a folder for all tables as `.csv` ends in `/`.
  package var path: String
  /// What personal values are read for; needed where a table holds any.
  package var purpose: ReadPurpose?
  /// Whether texts in `.csv` that spreadsheet programs would take for formulas get an apostrophe in
  /// front.
  package var isGuarded: Bool
  /// Only the rows in which a field has one of some values; nil for all rows.
  package var filter: Filter?

  /// A field, and the values of which a row must have one.
  package struct Filter: Sendable, Equatable {
    package let field: String
    package let values: [String]

    package init(field: String, values: [String]) { (self.field, self.values) = (field, values) }
  }

  package init(
    table: String?, path: String, purpose: ReadPurpose? = nil, isGuarded: Bool = true,
    filter: Filter? = nil
  ) {
    self.filter = filter
    self.table = table
    self.path = path
    self.purpose = purpose
    self.isGuarded = isGuarded
  }
}

/// What was exported.
package struct ExportReport: Sendable, Equatable, Encodable {
  package struct Table: Sendable, Equatable, Encodable {
    package let name: String
    package let rows: Int

    package init(name: String, rows: Int) {
      self.name = name
      self.rows = rows
    }
  }

  package let file: String
  package let tables: [Table]
  /// The rows of all tables.
  package var rows: Int { tables.reduce(0) { $0 + $1.rows } }
}

/// Where an export is.
package struct ExportProgress: Sendable {
  package let table: String
  /// Rows written, of all tables.
  package let done: Int
  /// Rows there are, of all tables.
  package let total: Int
}

extension District {
  /// Writes tables to a file: the current rows, as the views show them, in one state of the store.
  ///
  /// The file is complete when it appears; one that is there already is replaced. Rows are written
  /// one by one, so that memory does not grow with them. Geometries keep the store's reference
  /// system, but for GeoJSON, which is in WGS 84 (RFC 7946).
  ///
  /// - Parameters:
  ///   - progress: called every 1,024 rows.
  ///   - isCancelled: asked as often, and before each table; true ends with `CancellationError`, and no file.
  /// - Throws: `ExportError`, `ReadFault` where a table holds personal values and no purpose is given,
  ///   `OutputError`, `TabularError`, `StoreError`.
  package func export(
    _ request: ExportRequest, progress: (ExportProgress) -> Void = { _ in },
    isCancelled: () -> Bool = { false }
  ) throws -> ExportReport {
    guard let format = ExportFormat(path: request.path) else {
      throw ExportError.unknownFormat(path: request.path)
    }
    guard request.table != nil || format.takesSeveral else {
      throw ExportError.severalTables(format, path: request.path)
    }
    let spared = StoreFiles(of: store.path).spared
    try spared.refuse(request.path)
    let (sink, report, personal) = try store.read { session in
      var tables = try Self.tables(request, session)
      if let filter = request.filter {
        tables = try tables.map { try Self.filtered($0, filter, session) }
      }
      let personal = Set(tables.filter(\.isPersonal).map(\.name))
      guard personal.isEmpty || request.purpose != nil else {
        throw ReadFault.noPurpose(tables: personal.sorted())
      }
      try session.prepareToOpen(tables)
      let counts = try tables.map { try session.rowCount(of: $0) }
      try Self.check(tables, counts, format)
      let total = counts.reduce(0, +)
      let sink = try format.sink(
        for: request.path, sparing: spared, crs: crs, isGuarded: request.isGuarded)
      var done = 0
      var written: [ExportReport.Table] = []
      for table in tables {
        if isCancelled() { throw CancellationError() }
        let rows = try sink.add(table, of: session) {
          done += 1
          guard done & 1023 == 0 else { return }
          if isCancelled() { throw CancellationError() }
          progress(ExportProgress(table: table.name, done: done, total: total))
        }
        written.append(.init(name: table.name, rows: rows))
      }
      return (sink, ExportReport(file: request.path, tables: written), personal)
    }
    let read = report.tables.filter { personal.contains($0.name) }
    if let purpose = request.purpose, !read.isEmpty {
      try note(purpose, for: read.map { ("table/\($0.name)", $0.rows) })
    }
    try sink.finish()
    return report
  }

  /// A data set's table with only the rows that a filter lets through.
  private static func filtered(
    _ table: ExportedTable, _ filter: ExportRequest.Filter, _ session: StoreTransaction
  ) throws -> ExportedTable {
    guard table.isDataset, let entry = try session.dataset(named: table.name),
      let numbers = try session.rows(of: entry, where: filter.field, isAmong: filter.values)
    else { throw ExportError.unknownField(filter.field, table: table.name) }
    var table = table
    table.numbers = numbers
    return table
  }

  /// The names of all tables that can be exported.
  package func exportedTableNames() throws -> [String] {
    try store.read { try $0.exportedTables().map(\.name) }
  }

  private static func tables(
    _ request: ExportRequest, _ session: StoreTransaction
  ) throws -> [ExportedTable] {
    guard let name = request.table else { return try session.exportedTables() }
    if let table = try session.exportedTable(named: name) { return [table] }
    let known = try session.exportedTables()
    throw ExportError.unknownTable(
      name, nearest: Suggestion.nearest(to: name, among: known.map(\.name)),
      own: known.filter { !$0.isDataset }.map(\.name), datasets: known.count(where: \.isDataset))
  }

  private static func check(
    _ tables: [ExportedTable], _ counts: [Int], _ format: ExportFormat
  ) throws {
    for (table, rows) in zip(tables, counts) {
      switch format {
      case .xlsx where rows > WorkbookSink.maximumRows:
        throw ExportError.tooManyRows(
          table: table.name, rows: rows, limit: WorkbookSink.maximumRows)
      case .geoJSON where table.geometry == nil:
        throw ExportError.noGeometry(table: table.name)
      case .geoPackage, .geoJSON, .csv, .xlsx, .csvFolder: continue
      }
    }
  }
}
