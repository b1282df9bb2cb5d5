/// Why tables cannot be exported as asked.
package enum ExportError: UseCaseError, Sendable, Equatable {
  /// The store has no table of this name; `nearest` is one that was probably meant, `own` are those of
  /// the store itself.
  case unknownTable(String, nearest: String?, own: [String], datasets: Int)
  /// Rows are to be found by a field that the table has not.
  case unknownField(String, table: String)
  /// The ending of the path names no format.
  case unknownFormat(path: String)
  /// GeoJSON holds features, and the table has no geometry.
  case noGeometry(table: String)
  /// The table has more rows than a sheet takes.
  case tooManyRows(table: String, rows: Int, limit: Int)
  /// The format holds one table only.
  case severalTables(ExportFormat, path: String)

  package var kind: FailureKind {
    switch self {
    case .unknownTable, .unknownField: .notFound
    case .unknownFormat, .noGeometry, .tooManyRows, .severalTables: .invalid
    }
  }
}

extension ExportError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownTable(let name, let nearest, _, _):
      "export.unknown_table(\(name), \(nearest ?? "-"))"
    case .unknownField(let field, let table): "export.unknown_field(\(field), \(table))"
    case .unknownFormat(let path): "export.unknown_format(\(path))"
    case .noGeometry(let table): "export.no_geometry(\(table))"
    case .tooManyRows(let table, let rows, let limit):
      "export.too_many_rows(\(table), \(rows), \(limit))"
    case .severalTables(let format, let path): "export.several_tables(\(format), \(path))"
    }
  }
}
