import CSpatiaLite
import Foundation
package import Time
import GRDB

extension Store {
  /// Opens a store that may only be read, or is only to be: nothing is written, neither to the file nor
  /// beside it, no lock is taken, and its schema stays as it is.
  ///
  /// A store whose log holds something is read with its log, which takes the right to write to the
  /// folder where nobody else has it open. Without a log the file must not be changed meanwhile.
  ///
  /// - Throws: `StoreError`.
  package static func openReadOnly(
    at path: String, clock: Clock = .system, key: @escaping KeyFinder = { _ in nil }
  ) throws -> Store {
    try requireFile(at: path)
    let resolved = URL(filePath: path).resolvingSymlinksInPath().path
    let hasLog = ["-wal", "-journal"].contains { size(of: resolved + $0) > 0 }
    return try StoreError.translating(path: path) {
      let seal = StoreSeal(path: path, find: key)
      var configuration = configuration(seal: seal)
      configuration.readonly = true
      do {
        let name = hasLog ? path : try Self.immutableName(of: path)
        let queue = try DatabaseQueue(path: name, configuration: configuration)
        let identifier = try queue.read { try Int.fetchOne($0, sql: "PRAGMA application_id") }
        guard identifier == applicationID else { throw StoreError.notAStore(path: path) }
        if try queue.read(Schema.migrator.hasBeenSuperseded) { throw StoreError.newer(path: path) }
        guard try queue.read(Schema.migrator.hasCompletedMigrations) else {
          throw StoreError.failed(path: path, .outdated)
        }
        return try Store(path: path, database: queue, clock: clock, isReadOnly: true, seal: seal)
      } catch let error as DatabaseError where hasLog && error.resultCode == .SQLITE_CANTOPEN {
        throw StoreError.failed(path: path, .logUnreadable)
      }
    }
  }

  /// The name by which SQLite opens a file that nobody changes.
  private static func immutableName(of path: String) throws -> String {
    guard SQLiteNames.areURIs else { return path }
    var allowed = CharacterSet.urlPathAllowed
    allowed.remove(charactersIn: "?#%")
    let absolute = URL(filePath: path).resolvingSymlinksInPath().path
    let quoted = absolute.addingPercentEncoding(withAllowedCharacters: allowed) ?? absolute
    return "file:\(quoted)?immutable=1"
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}

/// How SQLite takes the names of databases.
enum SQLiteNames {
  /// Whether a name may be a URI; asked before the first database is opened, it is made so.
  static let areURIs = gewu_allow_database_uris() == SQLITE_OK
}
