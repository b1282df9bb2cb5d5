import Foundation
import GRDB
import Testing
import Time

@testable import Warehouse

@Suite struct StoreTests {
  private func temporaryPath() -> String {
    FileManager.default.temporaryDirectory
      .appendingPathComponent("gewu-\(UUID().uuidString).sqlite").path
  }

  @Test func `a new store keeps its reference system and its levels in order`() throws {
    let path = temporaryPath()
    defer { try? FileManager.default.removeItem(atPath: path) }

    _ = try Store.create(at: path, srid: 4326, levels: ["city", "street", "grid"])
    let store = try Store.open(at: path)

    #expect(store.srid == 4326)
    #expect(store.levels == ["city", "street", "grid"])
  }

  @Test func `a store is never overwritten`() throws {
    let path = temporaryPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "something else".write(toFile: path, atomically: true, encoding: .utf8)

    #expect(throws: StoreError.exists(path: path)) {
      try Store.create(at: path, levels: ["grid"])
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "something else")
  }

  @Test func `an unknown reference system leaves no file behind`() throws {
    let path = temporaryPath()

    #expect(throws: StoreError.unknownSRID(999_999)) {
      try Store.create(at: path, srid: 999_999, levels: ["grid"])
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a missing store is said to be missing`() {
    #expect(throws: StoreError.notFound(path: "/nowhere/gewu.sqlite")) {
      try Store.open(at: "/nowhere/gewu.sqlite")
    }
  }

  @Test func `another program's database is not taken for a store, and not touched`() throws {
    let path = temporaryPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("SQLite format 3\0 but no more".utf8).write(to: URL(fileURLWithPath: path))

    let error = #expect(throws: StoreError.self) { try Store.open(at: path) }
    guard case .notADatabase(path, .sqlite) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: [
    ([String](), StoreError.LevelFault.none), (["grid", "grid"], .repeated("grid")),
    (["a b"], .notAName("a b")), ([""], .notAName("")),
  ])
  func `levels that cannot be levels are refused`(
    levels: [String], fault: StoreError.LevelFault
  ) {
    #expect(throws: StoreError.badLevels(fault)) { try Store.inMemory(levels: levels) }
  }

  @Test func `the busy timeout survives SpatiaLite's own`() throws {
    let store = try Store.inMemory(levels: ["grid"])

    let timeout = try store.read { try Int.fetchOne($0.db, sql: "PRAGMA busy_timeout") }

    #expect(timeout == 5_000)
  }

  @Test func `every commit is synced to disk`() throws {
    let path = temporaryPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let store = try Store.create(at: path, levels: ["grid"])

    let synchronous = try store.database.writeWithoutTransaction {
      try Int.fetchOne($0, sql: "PRAGMA synchronous")
    }

    #expect(synchronous == 2)
  }

  @Test func `moments are written in RFC 3339 with milliseconds, in UTC, as the clock says`() throws
  {
    let store = try Store.inMemory(
      levels: ["grid"], clock: Clock { Moment(milliseconds: 1_780_000_000_007) })

    let (text, moment) = try store.write { session in
      _ = try session.preparingGeneration()
      let sql = "SELECT created_at FROM generation"
      return (
        try String.fetchOne(session.db, sql: sql), try Moment.fetchOne(session.db, sql: sql)
      )
    }

    #expect(text == "2026-05-28T20:26:40.007Z")
    #expect(moment?.milliseconds == 1_780_000_000_007)
  }
}
