import DemoDistrict
import Gewu
import Synchronization
import Tabular

/// The key of a demo district in a SQLite file: `rows` of all files, and the tables of the truth.
final class KeyDatabase: KeySink {
  private let tables: Mutex<PlainTables>

  init(path: String) throws {
    let tables = try PlainTables(path: path)
    self.tables = Mutex(tables)
  }

  func begin(_ table: KeyTable) throws {
    let file: [(String, PlainTables.ColumnType)] = table.file == nil ? [] : [("file", .text)]
    let columns = table.columns.map { ($0.name, $0.kind.type) }
    try tables.withLock { try $0.makeTable(table.name, columns: file + columns) }
  }

  func write(_ rows: [[TableCell]], to table: KeyTable) throws {
    let rows = table.file.map { file in rows.map { [.text(file)] + $0 } } ?? rows
    try tables.withLock { try $0.write(rows, to: table.name) }
  }

  func end(_ table: KeyTable) throws {}

  func finish() throws {
    try tables.withLock { tables in
      try tables.index("rows", on: ["file", "row"])
      try tables.index("rows", on: ["person"])
      try tables.index("rows", on: ["dwelling"])
      try tables.index("rows", on: ["firm"])
      try tables.finish()
    }
  }
}

extension KeyColumn.Kind {
  fileprivate var type: PlainTables.ColumnType {
    switch self {
    case .text: .text
    case .integer: .integer
    case .number: .real
    case .date: .date
    }
  }
}
