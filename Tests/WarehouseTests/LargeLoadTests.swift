import Foundation
import GRDB
import TestSupport
import Testing

@testable import Warehouse

@Suite struct LargeLoadTests {
  private func mode(_ store: Store) throws -> String? {
    try store.database.writeWithoutTransaction {
      try String.fetchOne($0, sql: "PRAGMA journal_mode")
    }
  }

  private func withStore(_ work: (Store, String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let path = folder.path("s.sqlite")
    try work(try Store.create(at: path, levels: ["grid"]), path)
  }

  @Test func `a large load of a store that is ours alone writes no log`() throws {
    try withStore { store, _ in
      _ = try store.read { try $0.levels() }

      let during = try store.withoutLog(true) { try mode(store) }

      let after = try mode(store)
      #expect(during == "delete")
      #expect(after == "wal")
    }
  }

  @Test func `a store that somebody else has open keeps its log`() throws {
    try withStore { store, path in
      let other = try Store.open(at: path)
      _ = try other.read { try $0.levels() }

      let (during, levels) = try store.withoutLog(true) {
        (try mode(store), try other.read { try $0.levels() })
      }

      #expect(during == "wal")
      #expect(levels.count == 1)
    }
  }

  @Test func `a small load leaves the log alone`() throws {
    try withStore { store, _ in
      let during = try store.withoutLog(false) { try mode(store) }

      #expect(during == "wal")
    }
  }

  @Test func `a failed load brings the log back`() throws {
    struct Stop: Error {}
    try withStore { store, _ in
      #expect(throws: Stop.self) { try store.withoutLog(true) { throw Stop() } }
      let after = try mode(store)
      #expect(after == "wal")
    }
  }
}
