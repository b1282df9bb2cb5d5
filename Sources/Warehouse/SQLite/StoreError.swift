package import GRDB

/// Why a store could not be opened, read or written.
package enum StoreError: Error, Sendable, Equatable {
  /// There is no file at the path.
  case notFound(path: String)
  /// A file is there already; a store is never overwritten.
  case exists(path: String)
  /// The file is not a SQLite database, or is damaged.
  case notADatabase(path: String, detail: String)
  /// The database was not made by Gewu.
  case notAStore(path: String)
  /// The store was written by a newer Gewu than this one.
  case newer(path: String)
  /// Another process holds the store's write lock; `holder` says which one, where it is known.
  case locked(path: String, holder: String? = nil)
  /// The disk, or the quota of the store, is full.
  case full(path: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String, detail: String)
  /// The coordinate reference system is not known.
  case unknownSRID(Int)
  /// A level's name is empty, repeated, or not usable as a name.
  case badLevels(String)
  /// A source file is not in the archive, or is not what it was.
  case notArchived(sha256: String, detail: String)
  /// SQLite or SpatiaLite refused a statement.
  case failed(path: String, detail: String)
}

extension StoreError: CustomStringConvertible {
  /// What happened, where, and what to do next.
  package var description: String {
    switch self {
    case .notFound(let path):
      "no store at \(path); make one with `gewu init`, or name another with --store or GEWU_STORE"
    case .exists(let path):
      "\(path) exists already and is left as it is; name another file with --store"
    case .notADatabase(let path, let detail):
      "\(path) is not a SQLite database, or is damaged (\(detail)); restore it from a backup"
    case .notAStore(let path):
      "\(path) is a database but not a Gewu store; name the right file with --store"
    case .newer(let path):
      "\(path) was written by a newer version of Gewu; use that version or a later one"
    case .locked(let path, let holder):
      "\(path) is being written by \(holder ?? "another process"); try again when it is done"
    case .full(let path):
      "no space left for \(path); the store is as it was before: free some space and run it again"
    case .readOnly(let path, let detail):
      "\(path) cannot be written (\(detail)); check the permissions of the file and its folder"
    case .unknownSRID(let srid):
      "EPSG:\(srid) is not a known coordinate reference system; give an EPSG code such as 4490"
    case .badLevels(let detail):
      "\(detail); give the levels top first, separated by commas: district,street,community,grid"
    case .notArchived(let sha256, let detail):
      "the source file \(sha256) is not in the archive (\(detail)); restore it from a backup, or "
        + "import the file again with --force"
    case .failed(let path, let detail):
      "\(path): \(detail)"
    }
  }
}

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
