import DemoDistrict
import Foundation
import Tabular
import Testing

/// The processes that read the files of strangers, seen from outside.
@Suite(.serialized) struct ConfinedReaderTests {
  private func workbook() throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xls").path
    let writer = try XLSWriter(path: path, sheet: "人员")
    try writer.write([.text("a")], geometry: nil)
    try writer.write([.text("1")], geometry: nil)
    try writer.finish()
    return path
  }

  /// The child processes of this one that have a name; waits for one, since what is asked of the system
  /// may fail while other tests use up the descriptors.
  private func children(named name: String) async throws -> [pid_t] {
    for _ in 0..<100 {
      let found = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      let children = found.compactMap(pid_t.init).filter {
        // A process may end meanwhile.
        guard let status = try? String(contentsOfFile: "/proc/\($0)/status", encoding: .utf8) else {
          return false
        }
        return status.contains("Name:\t\(name)\n") && status.contains("PPid:\t\(getpid())\n")
      }
      if !children.isEmpty { return children }
      try await Task.sleep(for: .milliseconds(100))
    }
    return []
  }

  @Test func `one process starts all readers, and each of them is a child of ours`() async throws {
    let path = try workbook()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let open = try (0..<3).map { _ in try XLSFile(FileBytes(path: path)) }
    #expect(try TableRows(open[0], dialect: TableDialect()).rows.count == 1)
    let nurseries = try await children(named: "gewu-nursery")
    #expect(nurseries.count == 1)
    for file in open { #expect(try TableRows(file, dialect: TableDialect()).rows.count == 1) }
    #expect(try await children(named: "gewu-nursery") == nurseries)
  }

  @Test func `readers are started again where somebody has ended what starts them`() async throws {
    let path = try workbook()
    defer { try? FileManager.default.removeItem(atPath: path) }
    for _ in 0..<3 {
      #expect(
        try TableRows(XLSFile(FileBytes(path: path)), dialect: TableDialect()).rows.count == 1)
      for process in try await children(named: "gewu-nursery") { kill(process, SIGKILL) }
    }
    #expect(try TableRows(XLSFile(FileBytes(path: path)), dialect: TableDialect()).rows.count == 1)
  }

  @Test func `a path longer than the system takes is the failure of its file`() throws {
    let path = "/" + String(repeating: "a/", count: 3000) + "x.xls"
    #expect(throws: TabularError.self) { try XLSFile(FileBytes(path: path)) }
  }
}
