import Dispatch
import GRDB
import Synchronization

/// One writer for many callers at once: those that come while a transaction is being written wait in a
/// line and share the next one, so that one sync of the disk is enough for all of them.
///
/// Each caller is answered once the transaction that it was part of is on the disk, never before. Each
/// one's work is kept whole or not at all, whatever becomes of the others in the same transaction; they
/// are done in the order in which they came. What is waiting is bounded in number and in bytes.
package final class SharedCommit: Sendable {
  /// How much may wait, and how much one transaction takes.
  package struct Limits: Sendable {
    /// The most callers that wait.
    package var waiting = 1_024
    /// The most bytes that they bring.
    package var bytes = 64 << 20
    /// The most callers of one transaction.
    package var together = 256
    /// From how many bytes on a transaction takes no further caller.
    package var bytesTogether = 16 << 20

    package init() {}
  }

  /// Thrown where too many wait already; nothing was done.
  package struct Full: Error {}

  /// A transaction that is on the disk.
  package struct Commit: Sendable {
    /// How many callers shared it.
    package let callers: Int
    package let duration: Duration
  }

  private struct Entry: Sendable {
    let bytes: Int
    /// Does the work in a transaction and keeps its outcome; throws where the transaction is lost.
    ///
    /// What it wrote before it failed is taken back where it is done `apart`, else that is a loss too.
    let perform: @Sendable (_ session: StoreTransaction, _ isApart: Bool) throws -> Void
    /// Answers the caller with that outcome, or with why the transaction failed.
    let finish: @Sendable ((any Error)?) -> Void
  }

  private struct Line {
    var entries: [Entry] = []
    var bytes = 0
    var isWriting = false
    var isReady = false
    var observer: (@Sendable (Commit) -> Void)?
  }

  private let store: Store
  private let limits: Limits
  private let line = Mutex(Line())
  private let queue = DispatchQueue(label: "gewu.shared-commit")

  package init(_ store: Store, limits: Limits = Limits()) {
    self.store = store
    self.limits = limits
  }

  /// How many callers wait for a transaction that has not begun.
  package var waiting: Int { line.withLock { $0.entries.count } }

  /// Has `observer` told of each transaction.
  package func observe(_ observer: @escaping @Sendable (Commit) -> Void) {
    line.withLock { $0.observer = observer }
  }

  /// Writes in a transaction that is perhaps shared, and returns what `work` does once it is on the disk.
  ///
  /// - Parameters:
  ///   - bytes: about how much memory the work holds while it waits.
  ///   - isWanted: asked before the work is begun: whether anybody still waits for it.
  ///   - work: may be run more than once, where the first transaction failed; only the last one counts.
  /// - Throws: ``Full``; `CancellationError` where nobody waited any more before it began; what `work`
  ///   throws, `StoreError`; nothing of it was kept then.
  package func write<Value: Sendable>(
    bytes: Int = 0, isWanted: @escaping @Sendable () -> Bool = { true },
    _ work: @escaping @Sendable (StoreTransaction) throws -> Value
  ) async throws -> Value {
    let isCancelled = Flag()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        write(
          bytes: bytes,
          isWanted: { !isCancelled.isRaised.load(ordering: .relaxed) && isWanted() }, work
        ) { continuation.resume(with: $0) }
      }
    } onCancel: {
      isCancelled.isRaised.store(true, ordering: .relaxed)
    }
  }

  /// Does the same on a thread that has nothing else to do: it is held until the work is on the disk.
  ///
  /// - Throws: as ``write(bytes:isWanted:_:)``.
  package func writeAndWait<Value: Sendable>(
    bytes: Int = 0, _ work: @escaping @Sendable (StoreTransaction) throws -> Value
  ) throws -> Value {
    let outcome = Outcome<Value>()
    let isDone = DispatchSemaphore(value: 0)
    write(bytes: bytes, work) { result in
      outcome.result.withLock { $0 = result }
      isDone.signal()
    }
    isDone.wait()
    guard let result = outcome.result.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }

  /// Does the same and waits for nothing.
  ///
  /// - Parameter completion: is told what ``write(bytes:isWanted:_:)`` returns or throws, once: on the
  ///   writing thread, which it must not hold, or on this one where too many wait.
  package func write<Value: Sendable>(
    bytes: Int = 0, isWanted: @escaping @Sendable () -> Bool = { true },
    _ work: @escaping @Sendable (StoreTransaction) throws -> Value,
    _ completion: @escaping @Sendable (Result<Value, any Error>) -> Void
  ) {
    let outcome = Outcome<Value>()
    add(
      Entry(
        bytes: bytes,
        perform: { session, isApart in
          let result: Result<Value, any Error>
          if !isWanted() {
            result = .failure(CancellationError())
          } else if isApart {
            result = try session.apart { try work(session) }
          } else {
            result = try session.unlessChanged { try work(session) }
          }
          outcome.result.withLock { $0 = result }
        },
        finish: { error in
          let result = outcome.result.withLock { $0 }
          completion(error.map { .failure($0) } ?? result ?? .failure(CancellationError()))
        }))
  }

  private final class Outcome<Value: Sendable>: Sendable {
    let result = Mutex<Result<Value, any Error>?>(nil)
  }

  private final class Flag: Sendable {
    let isRaised = Atomic<Bool>(false)
  }

  private func add(_ entry: Entry) {
    let (isTaken, begins) = line.withLock { line in
      guard line.entries.count < limits.waiting, line.bytes <= limits.bytes - entry.bytes else {
        return (false, false)
      }
      line.entries.append(entry)
      line.bytes += entry.bytes
      defer { line.isWriting = true }
      return (true, !line.isWriting)
    }
    if !isTaken { entry.finish(Full()) }
    if begins { queue.async { self.writeAll() } }
  }

  /// Writes until nobody waits.
  private func writeAll() {
    while let batch = next() { write(batch) }
  }

  private func next() -> [Entry]? {
    line.withLock { line in
      var count = 0
      var bytes = 0
      while count < min(line.entries.count, limits.together), bytes < limits.bytesTogether {
        bytes += line.entries[count].bytes
        count += 1
      }
      guard count > 0 else {
        line.isWriting = false
        return nil
      }
      let batch = Array(line.entries.prefix(count))
      line.entries.removeFirst(count)
      line.bytes -= bytes
      return batch
    }
  }

  /// - Parameter isApart: whether each one's work is a savepoint. That costs a copy of every page that
  ///   it changes, so they are done without at first, and once more where one failed half done.
  private func write(_ batch: [Entry], isApart: Bool = false) {
    let start = ContinuousClock.now
    do {
      try prepare()
      try store.write { session in
        for entry in batch { try entry.perform(session, isApart) }
      }
    } catch {
      guard batch.count > 1, Self.mayPass(error) else {
        for entry in batch { entry.finish(error) }
        return
      }
      if isApart {
        // One of them may have been too much for the disk; each is tried by itself.
        for entry in batch { write([entry]) }
      } else {
        write(batch, isApart: true)
      }
      return
    }
    let observer = line.withLock { $0.observer }
    observer?(Commit(callers: batch.count, duration: ContinuousClock.now - start))
    for entry in batch { entry.finish(nil) }
  }

  /// Has SQLite keep in memory what takes a statement back, once, before the first transaction: its
  /// pages are larger than what it keeps there otherwise, and each statement would make a file.
  private func prepare() throws {
    guard line.withLock({ !$0.isReady }), !store.isReadOnly else { return }
    try StoreError.translating(path: store.path) {
      try store.database.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA temp_store = MEMORY")
      }
    }
    line.withLock { $0.isReady = true }
  }

  /// Whether a smaller transaction might be written where one failed.
  private static func mayPass(_ error: any Error) -> Bool {
    switch error as? StoreError {
    case .full, .failed(_, .sqlite), .failed(_, .exhausted), nil: true
    case .locked, .gone, .readOnly, .failed, .notFound, .exists, .notADatabase, .notAStore, .newer,
      .unknownSRID, .unknownZone, .badLevels, .notArchived:
      false
    }
  }
}

extension StoreTransaction {
  /// Does work that may fail before it has written anything: the transaction goes on then.
  ///
  /// - Throws: where it failed and had written, or SQLite has ended the transaction.
  func unlessChanged<Value>(_ work: () throws -> Value) throws -> Result<Value, any Error> {
    let before = db.totalChangesCount
    do {
      return .success(try StoreError.translating(path: store.path, work))
    } catch {
      guard db.isInsideTransaction, db.totalChangesCount == before else { throw error }
      return .failure(error)
    }
  }

  /// Does work that may fail alone: what it wrote is taken back then, and the transaction goes on.
  ///
  /// - Throws: where SQLite has ended the whole transaction, as it does on a full disk.
  func apart<Value>(_ work: () throws -> Value) throws -> Result<Value, any Error> {
    // Kept statements: GRDB compiles those of its own savepoints each time.
    try db.cachedStatement(sql: "SAVEPOINT apart").execute()
    do {
      let value = try StoreError.translating(path: store.path, work)
      try db.cachedStatement(sql: "RELEASE SAVEPOINT apart").execute()
      return .success(value)
    } catch {
      guard db.isInsideTransaction else { throw error }
      try db.cachedStatement(sql: "ROLLBACK TRANSACTION TO SAVEPOINT apart").execute()
      try db.cachedStatement(sql: "RELEASE SAVEPOINT apart").execute()
      return .failure(error)
    }
  }
}
