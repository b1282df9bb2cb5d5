package import GRDB

extension StoreError {
  /// Runs `work`, turning SQLite's result codes into errors that say what to do.
  static func translating<Value>(path: String, _ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Names the failure that a SQLite result code stands for.
  package init(_ error: DatabaseError, path: String) {
    let detail = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .notADatabase(path: path, detail: detail)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      self = .readOnly(path: path, detail: detail)
    case .SQLITE_IOERR: self = .failed(path: path, detail: "disk error: \(detail)")
    default: self = .failed(path: path, detail: error.description)
    }
  }
}
