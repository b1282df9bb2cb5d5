import Dispatch
import Foundation
import Glibc
import TestSupport
import Testing
import Time

@testable import Warehouse

@Suite struct WriterLockTests {
  private let moment = Moment(milliseconds: 1_780_000_000_007)

  private func withStores(_ work: (Store, Store) throws -> Void) throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let path = folder.path("s.sqlite")
    let moment = moment
    let first = try Store.create(at: path, levels: ["grid"], clock: Clock { moment })
    try work(first, try Store.open(at: path))
  }

  @Test func `a second writer is told at once who the first one is`() throws {
    try withStores { first, second in
      let error = try first.withWriterLock {
        #expect(throws: StoreError.self) { try second.withWriterLock {} }
      }

      guard case .locked(let path, let holder) = error else {
        Issue.record("not locked: \(String(describing: error))")
        return
      }
      #expect(path == second.path)
      #expect(holder?.process == getpid() && holder?.since == moment)
      #expect(holder?.command.isEmpty == false && holder?.command.contains("\n") == false)
    }
  }

  @Test func `the lock is free again after work that failed`() throws {
    struct Stop: Error {}
    try withStores { first, second in
      #expect(throws: Stop.self) { try first.withWriterLock { throw Stop() } }

      let answer = try second.withWriterLock { 7 }
      #expect(answer == 7)
    }
  }

  @Test func `the lock is free again though a child that was forked meanwhile still has its file`()
    throws
  {
    try withStores { first, second in
      // A child has a copy of each descriptor, as `dup` makes one.
      var copies: [Int32] = []
      try first.withWriterLock {
        let folder = URL(filePath: first.path).deletingLastPathComponent().lastPathComponent
        let end = "\(folder)/\(URL(filePath: first.path).lastPathComponent)-lock"
        // Other tests have any number of files open.
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        let lock = try #require(
          open.compactMap { Int32($0) }.first { descriptor in
            var path = [CChar](repeating: 0, count: 4096)
            let count = readlink("/proc/self/fd/\(descriptor)", &path, path.count)
            let text = String(
              decoding: path.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
            return text.hasSuffix(end)
          })
        copies.append(dup(lock))
      }
      defer { copies.forEach { close($0) } }
      #expect(copies.allSatisfy { $0 >= 0 })

      try second.withWriterLock {}
    }
  }

  @Test func `whoever has the lock may take it again, and keeps it until the last is given back`()
    throws
  {
    try withStores { first, second in
      try first.withWriterLock {
        try first.withWriterLock {}
        #expect(throws: StoreError.self) { try second.withWriterLock {} }
      }
    }
  }

  @Test func `another thread of the same process has to wait its turn as well`() async throws {
    try withStores { first, _ in
      try first.withWriterLock {
        let ended = DispatchSemaphore(value: 0)
        nonisolated(unsafe) var outcome: (any Error)?
        Thread.detachNewThread {
          do { try first.withWriterLock {} } catch { outcome = error }
          ended.signal()
        }
        ended.wait()
        #expect(outcome is StoreError)
      }
    }
  }

  @Test func `a store in memory has no file to lock`() throws {
    let store = try Store.inMemory(levels: ["grid"])

    let answer = try store.withWriterLock { 1 }
    #expect(answer == 1)
  }
}
