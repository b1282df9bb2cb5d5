import Files
import Foundation
import Synchronization

/// The place of a store that is open, and the files that were found there: whoever deletes, moves or
/// replaces one of them leaves this process with files that nobody else will ever see.
final class StorePlace: Sendable {
  /// What SQLite keeps beside the database; nil for what is not there yet.
  private struct Log: Equatable {
    var file: FileIdentity?
    var index: FileIdentity?
  }

  private struct State {
    var log = Log()
    /// How many changes of the journal are under way, while any log or none is right.
    var changing = 0
    /// Grows with each change, so that who looks meanwhile knows that it has seen nothing.
    var version = 0
  }

  private let path: String
  /// The path of what SQLite keeps beside the database, which goes by the name that links lead to.
  private let resolved: String
  private let database: FileIdentity
  private let state = Mutex(State())

  /// Notes what lies at a path where a store has just been opened.
  ///
  /// - Throws: `StoreError.gone` where nothing does any more.
  init(_ path: String) throws {
    guard let database = FileIdentity(path: path) else { throw StoreError.gone(path: path) }
    self.path = path
    self.database = database
    resolved = URL(filePath: path).resolvingSymlinksInPath().path
    let log = found()
    state.withLock { $0.log = log }
  }

  /// Does work that changes the journal, during which the log may be another one, or none.
  func whileJournalChanges<Value>(_ work: () throws -> Value) rethrows -> Value {
    state.withLock { state in
      state.changing += 1
      state.version += 1
    }
    defer {
      let log = found()
      state.withLock { state in
        state.changing -= 1
        state.version += 1
        state.log = log
      }
    }
    return try work()
  }

  /// Checks that the store still lies where it was opened.
  ///
  /// - Throws: `StoreError.gone`.
  func check() throws {
    while true {
      let known = state.withLock { $0 }
      guard FileIdentity(path: path) == database else { throw StoreError.gone(path: path) }
      if known.changing > 0 { return }
      let found = found()
      let isSame =
        (known.log.file == nil || found.file == known.log.file)
        && (known.log.index == nil || found.index == known.log.index)
      let isCurrent = state.withLock { state in
        guard state.version == known.version else { return false }
        // What was not there yet is watched from now on.
        if isSame { state.log = found }
        return true
      }
      if isCurrent {
        guard isSame else { throw StoreError.gone(path: path) }
        return
      }
    }
  }

  private func found() -> Log {
    Log(
      file: FileIdentity(path: resolved + "-wal"), index: FileIdentity(path: resolved + "-shm"))
  }
}
