package import Access
package import Files
import Foundation
package import GRDB
package import Time

/// Why a store could not be opened, read or written.
package enum StoreError: Error, Sendable, Equatable {
  /// There is no file at the path.
  case notFound(path: String)
  /// A file is there already; a store is never overwritten.
  case exists(path: String)
  /// The file is not a SQLite database, or is damaged.
  case notADatabase(path: String, Damage)
  /// The database was not made by Gewu.
  case notAStore(path: String)
  /// The store is no longer where it was opened: its file or its log was deleted, moved or replaced.
  case gone(path: String)
  /// The store was written by a newer Gewu than this one.
  case newer(path: String)
  /// Another process holds the store's write lock; `holder` says which one, where it is known.
  case locked(path: String, holder: LockHolder? = nil)
  /// The disk, or the quota of the store, is full.
  case full(path: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String, reason: SystemReason)
  /// The coordinate reference system is not known.
  case unknownSRID(Int)
  /// This machine knows no zone of the name.
  case unknownZone(String)
  case badLevels(LevelFault)
  /// A source file is not in the archive, or is not what it was.
  case notArchived(sha256: String, ArchiveFault)
  /// A statement was refused, or the store is not as it should be; `path` is the file, or the part
  /// of the store.
  case failed(path: String, Failure)

  package enum Damage: Sendable, Equatable {
    case folder
    /// A pipe, a device, a socket.
    case notRegular
    case sqlite(SystemReason)
  }

  /// Why names cannot name the levels of a net.
  package enum LevelFault: Sendable, Equatable {
    case none
    case notAName(String)
    case repeated(String)
  }

  package enum ArchiveFault: Sendable, Equatable {
    /// The store has no archive.
    case noArchive
    case missing(path: String)
    case changed(path: String, sha256: String)
    /// It is sealed and does not open.
    case unopened(path: String, SealError)
  }

  /// What a process may run out of.
  package enum Resource: Sendable, Equatable {
    case memory
    /// Files that are open at once.
    case descriptors
  }

  package enum Failure: Sendable, Equatable {
    /// What SQLite or SpatiaLite says.
    case sqlite(SystemReason)
    case closed
    /// There is no batch of this number.
    case noBatch(Int64)
    /// Taking a batch back found other rows than it had changed; nothing was changed.
    case rollbackUnbalanced(batch: Int64, changed: Int, reversed: Int, kept: Int, blocked: Int)
    case notAGeometry(row: Int64, column: String)
    /// SQLite wrote a row under another number than it was given.
    case renumbered(row: Int64)
    /// A row of the store is not in the state that the plan of an import found it in.
    case notAsPlanned(batch: Int64, row: Int64)
    /// The rows of an import do not add up; nothing was kept.
    case unbalanced(written: Int, ended: Int, quarantined: Int, report: String)
    /// A table lacks a column that rows are to be written to.
    case columnMissing(String)
    /// What is staged is not what the file says now.
    case stageDiffers
    case exhausted(Resource)
    /// A data set would have more columns than a table takes.
    case tooManyColumns(dataset: String, columns: Int, limit: Int)
    /// It is to be read only, and would have to be brought up to date first.
    case outdated
    /// It is to be read only, and its log can only be read where it may be written.
    case logUnreadable
    /// It was opened to be read only.
    case openedReadOnly
  }
}

/// Who holds a store's write lock.
package struct LockHolder: Sendable, Equatable {
  package let process: Int32
  /// The program and its arguments.
  package let command: String
  package let since: Moment

  package init(process: Int32, command: String, since: Moment) {
    self.process = process
    self.command = command
    self.since = since
  }
}

extension StoreError {
  /// Runs `work`, turning SQLite's result codes into errors that say what happened.
  static func translating<Value>(path: String, _ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Names the failure that a SQLite result code stands for.
  package init(_ error: DatabaseError, path: String) {
    if error.extendedResultCode == .SQLITE_READONLY_DBMOVED {
      self = .gone(path: path)
      return
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      self = .notADatabase(path: path, .sqlite(SystemReason(sqlite: error)))
    case .SQLITE_NOMEM: self = .failed(path: path, .exhausted(.memory))
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      self =
        Self.lacksDescriptors
        ? .failed(path: path, .exhausted(.descriptors))
        : .readOnly(path: path, reason: SystemReason(sqlite: error))
    default:
      // SQLite rolls back where the disk is full, and says of the next statement only that; SpatiaLite
      // says nothing at all. The statement itself is nothing for people.
      self =
        Self.isDiskFull(at: path)
        ? .full(path: path) : .failed(path: path, .sqlite(SystemReason(sqlite: error)))
    }
  }

  /// Whether the disk of a file has no room for another few pages.
  private static func isDiskFull(at path: String) -> Bool {
    var room = statvfs()
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard statvfs(folder, &room) == 0 else { return false }
    return UInt64(room.f_bavail) * UInt64(room.f_frsize) < 256 << 10
  }

  /// Whether this process cannot open another file.
  private static var lacksDescriptors: Bool {
    let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard descriptor < 0 else {
      close(descriptor)
      return false
    }
    return errno == EMFILE || errno == ENFILE
  }
}
