import Access
import Foundation
import GRDB
import Synchronization

/// `gewu_opened(table, id, family, sealed, number, shown)` in SQL: the value of a sealed field of a row; `shown`
/// where the row has nothing sealed, or that field not.
///
/// It belongs to one connection. The rows opened last are kept, since statements ask for several fields of a row,
/// or of two that they compare.
final class OpenedRows: Sendable {
  static let name = "gewu_opened"

  /// The rows opened last, in no order.
  private struct Opened {
    struct Entry {
      let sealed: Data
      let table: String
      let id: Int64
      let row: SealedRow
    }

    /// Two families of each of two rows.
    private static let most = 4
    private var entries: [Entry] = []
    private var next = 0

    func row(_ sealed: Data, _ table: String, _ id: Int64) -> SealedRow? {
      entries.first { $0.id == id && $0.table == table && $0.sealed == sealed }?.row
    }

    mutating func keep(_ entry: Entry) {
      if entries.count < Self.most {
        entries.append(entry)
      } else {
        entries[next] = entry
        next = (next + 1) % Self.most
      }
    }
  }

  private let seal: StoreSeal
  private let last = Mutex(Opened())

  init(_ seal: StoreSeal) { self.seal = seal }

  var function: DatabaseFunction {
    DatabaseFunction(Self.name, argumentCount: 6, pure: true) { [self] arguments in
      guard let sealed = Data.fromDatabaseValue(arguments[3]),
        let table = String.fromDatabaseValue(arguments[0]),
        let id = Int64.fromDatabaseValue(arguments[1]),
        let family = String.fromDatabaseValue(arguments[2]),
        let number = Int64.fromDatabaseValue(arguments[4])
      else { return arguments[5] }
      let row = try last.withLock { last in
        if let known = last.row(sealed, table, id) { return known }
        let row = try open(sealed, family: family, table: table, id: id)
        last.keep(.init(sealed: sealed, table: table, id: id, row: row))
        return row
      }
      return row.values[UInt16(number)]?.databaseValue ?? arguments[5]
    }
  }

  private func open(
    _ sealed: Data, family: String, table: String, id: Int64
  ) throws -> SealedRow {
    do {
      return try seal.opened(sealed, family: family, table: table, id: id)
    } catch let fault as SealFault {
      throw seal.carried(fault)
    }
  }
}

extension SealedValue {
  /// As a column has it.
  var databaseValue: DatabaseValue {
    switch self {
    case .none: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .bytes(let bytes): bytes.databaseValue
    }
  }

  /// What a column has.
  init(_ value: DatabaseValue) {
    self =
      switch value.storage {
      case .null: .none
      case .int64(let number): .integer(number)
      case .double(let number): .real(number)
      case .string(let text): .text(text)
      case .blob(let bytes): .bytes(bytes)
      }
  }
}
