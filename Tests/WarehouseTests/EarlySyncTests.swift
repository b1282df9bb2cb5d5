import Foundation
import Testing

@testable import Warehouse

@Suite struct EarlySyncTests {
  @Test func `it takes a descriptor that is open already, and leaves it open`() throws {
    let path = NSTemporaryDirectory() + "early-sync-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(FileManager.default.createFile(atPath: path, contents: Data([1])))
    #expect(EarlySync(path) == nil)
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    let sync = try #require(EarlySync(path))
    try handle.write(contentsOf: Data([2, 3]))
    sync.stop()
    try handle.write(contentsOf: Data([4]))
    try handle.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data([2, 3, 4]))
    #expect(EarlySync("") == nil)
    #expect(EarlySync("/nowhere/store.sqlite") == nil)
  }
}
