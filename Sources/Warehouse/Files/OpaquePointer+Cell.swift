import GRDBSQLite
import Tabular

extension OpaquePointer {
  /// SQLite takes a copy of what is bound.
  static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// Binds a cell to a place of a statement: whole numbers and decimals as such where SQLite has them exactly.
  func bind(_ cell: TableCell, _ index: Int32) {
    switch cell {
    case .empty: sqlite3_bind_null(self, index)
    case .boolean(let value): sqlite3_bind_int(self, index, value ? 1 : 0)
    case .number(let digits):
      if let whole = Int64(digits), String(whole) == digits {
        sqlite3_bind_int64(self, index, whole)
      } else if let value = Double(digits) {
        sqlite3_bind_double(self, index, value)
      } else {
        sqlite3_bind_text(self, index, digits, -1, Self.copied)
      }
    case .text(let text), .date(let text), .error(let text):
      sqlite3_bind_text(self, index, text, -1, Self.copied)
    }
  }
}
