import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import Warehouse

@Suite struct `One commit for those who wait` {
  private struct Failure: Error, Equatable {}

  /// A store on the disk with a table of numbers.
  private static func store(_ folder: TemporaryFolder) throws -> Store {
    let store = try Store.create(at: folder.path("store.sqlite"), levels: ["grid"])
    try store.write {
      try $0.db.execute(
        sql: """
          CREATE TABLE number (id INTEGER PRIMARY KEY, value INTEGER UNIQUE);
          CREATE TABLE part (id INTEGER PRIMARY KEY, value INTEGER)
          """)
    }
    return store
  }

  private static func values(_ store: Store) throws -> [Int] {
    try store.read { try Int.fetchAll($0.db, sql: "SELECT value FROM number ORDER BY id") }
  }

  @Sendable fileprivate static func insert(_ value: Int, _ session: StoreTransaction) throws
    -> Int64
  {
    try session.db.execute(sql: "INSERT INTO part (value) VALUES (?)", arguments: [value])
    try session.db.execute(sql: "INSERT INTO number (value) VALUES (?)", arguments: [value])
    return session.db.lastInsertedRowID
  }

  /// A caller whose work goes on only once it is let go, so that others wait in line meanwhile; it
  /// inserts 0.
  private final class First: Sendable {
    private let mayGo = DispatchSemaphore(value: 0)
    private let hasBegun = Atomic<Bool>(false)
    private let task: Mutex<Task<Int64, any Error>?> = Mutex(nil)

    /// Returns once the work has begun.
    init(_ writer: SharedCommit, bytes: Int = 0) async throws {
      task.withLock {
        $0 = Task { [self] in
          try await writer.write(bytes: bytes) { [self] session in
            hasBegun.store(true, ordering: .relaxed)
            mayGo.wait()
            return try `One commit for those who wait`.insert(0, session)
          }
        }
      }
      while !hasBegun.load(ordering: .relaxed) { try await Task.sleep(for: .milliseconds(2)) }
    }

    /// Lets it go, and returns once it is written.
    func release() async throws -> Int64? {
      mayGo.signal()
      return try await task.withLock { $0 }?.value
    }
  }

  /// Waits until so many stand in line.
  private static func wait(for count: Int, in writer: SharedCommit) async throws {
    for _ in 0..<2_000 where writer.waiting < count {
      try await Task.sleep(for: .milliseconds(5))
    }
    #expect(writer.waiting == count)
  }

  @Test func `those who wait share transactions, in the order in which they came`() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let store = try Self.store(folder)
    var limits = SharedCommit.Limits()
    limits.together = 16
    let writer = SharedCommit(store, limits: limits)
    let commits = Mutex<[Int]>([])
    writer.observe { commit in commits.withLock { $0.append(commit.callers) } }
    let first = try await First(writer)

    try await withThrowingTaskGroup(of: (Int, Int64).self) { group in
      for value in 1...40 {
        group.addTask { (value, try await writer.write { try Self.insert(value, $0) }) }
        try await Self.wait(for: value, in: writer)
      }
      #expect(try await first.release() == 1)
      for try await (value, id) in group { #expect(id == Int64(value + 1)) }
    }

    #expect(try Self.values(store) == Array(0...40))
    #expect(commits.withLock { $0 } == [1, 16, 16, 8])
  }

  @Test func `one that fails leaves nothing, and the others are kept`() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let store = try Self.store(folder)
    let writer = SharedCommit(store)
    let first = try await First(writer)

    let outcomes = try await withThrowingTaskGroup(
      of: (Int, Bool).self, returning: [Int: Bool].self
    ) { group in
      for value in 1...30 {
        group.addTask {
          do {
            _ = try await writer.write { session in
              let id = try Self.insert(1 + value % 20, session)
              if value % 7 == 3 { throw Failure() }
              return id
            }
            return (value, true)
          } catch is Failure {
            return (value, false)
          } catch StoreError.failed {
            return (value, false)
          } catch {
            Issue.record(error)
            return (value, false)
          }
        }
      }
      try await Self.wait(for: 30, in: writer)
      _ = try await first.release()
      var outcomes: [Int: Bool] = [:]
      for try await (value, isKept) in group { outcomes[value] = isKept }
      return outcomes
    }

    let kept = ([0] + outcomes.filter(\.value).map { 1 + $0.key % 20 }).sorted()
    let numbers = try Self.values(store).sorted()
    let parts = try store.read { try Int.fetchAll($0.db, sql: "SELECT value FROM part") }.sorted()
    #expect(numbers == kept && parts == kept && Set(kept).count == kept.count)
    // Of each number the first that does not fail is kept.
    let expected = (1...30).filter { $0 % 7 != 3 }.map { 1 + $0 % 20 }
    #expect(Set(kept) == Set(expected + [0]))
  }

  @Test func `too many, and too much, are turned away at once`() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let store = try Self.store(folder)
    var limits = SharedCommit.Limits()
    (limits.waiting, limits.bytes) = (3, 100)
    let writer = SharedCommit(store, limits: limits)
    let first = try await First(writer, bytes: 90)

    try await withThrowingTaskGroup(of: Int64.self) { group in
      for value in 1...2 {
        group.addTask { try await writer.write(bytes: 40) { try Self.insert(value, $0) } }
      }
      try await Self.wait(for: 2, in: writer)
      await #expect(throws: SharedCommit.Full.self) {
        try await writer.write(bytes: 21) { try Self.insert(8, $0) }
      }
      group.addTask { try await writer.write(bytes: 20) { try Self.insert(3, $0) } }
      try await Self.wait(for: 3, in: writer)
      await #expect(throws: SharedCommit.Full.self) {
        try await writer.write { try Self.insert(9, $0) }
      }
      _ = try await first.release()
      for try await _ in group {}
    }

    #expect(try Self.values(store).sorted() == [0, 1, 2, 3])
    #expect(writer.waiting == 0)
  }

  @Test func `what nobody waits for any more is not begun`() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let store = try Self.store(folder)
    let writer = SharedCommit(store)
    let first = try await First(writer)

    let cancelled = Task { try await writer.write { try Self.insert(1, $0) } }
    let left = Task { try await writer.write(isWanted: { false }) { try Self.insert(2, $0) } }
    let last = Task { try await writer.write { try Self.insert(3, $0) } }
    try await Self.wait(for: 3, in: writer)
    cancelled.cancel()

    _ = try await first.release()
    _ = try await last.value
    await #expect(throws: CancellationError.self) { try await cancelled.value }
    await #expect(throws: CancellationError.self) { try await left.value }
    #expect(try Self.values(store) == [0, 3])
  }

  @Test func `where the disk has no room for all, each is tried by itself`() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let store = try Self.store(folder)
    let writer = SharedCommit(store)
    // SQLite takes a whole transaction back when the file may not grow.
    let pages = try store.read { try Int.fetchOne($0.db, sql: "PRAGMA page_count") } ?? 0
    try store.write { try $0.db.execute(sql: "PRAGMA max_page_count = \(pages + 20)") }
    let first = try await First(writer)

    let small = (1...5).map { value in
      Task { try await writer.write { try Self.insert(value, $0) } }
    }
    let large = Task {
      try await writer.write { session in
        try session.db.execute(sql: "CREATE TABLE big (content BLOB)")
        try session.db.execute(sql: "INSERT INTO big VALUES (zeroblob(10000000))")
        return 1
      }
    }
    try await Self.wait(for: 6, in: writer)

    _ = try await first.release()
    for task in small { _ = try await task.value }
    await #expect(throws: StoreError.full(path: store.path)) { _ = try await large.value }
    #expect(try Self.values(store).sorted() == [0, 1, 2, 3, 4, 5])
  }

  @Test func `what is written is synced before its caller is answered`() throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let store = try Self.store(folder)
    let synchronous = try store.write { try Int.fetchOne($0.db, sql: "PRAGMA synchronous") }
    #expect(synchronous == 2)
    let id = try SharedCommit(store).writeAndWait { try Self.insert(7, $0) }
    // Another connection, as another process would have it.
    let reader = try DatabaseQueue(path: store.path)
    #expect(
      try reader.read {
        try Int.fetchOne($0, sql: "SELECT value FROM number WHERE id = ?", arguments: [id])
      } == 7)
  }
}
