import Foundation
import Gewu
import Intake
import Testing
import Warehouse
import Words

/// What a folder of a department holds besides tables.
@Suite struct FolderWordsTests {
  @Test func `a folder's pictures and locks are left out, and a copy says whose it is`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gewu-\(UUID())")
    let files = folder.appending(path: "民政局")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = Array("no,kind\nA1,a\n".utf8)
    let contents: [(String, [UInt8])] = [
      ("救助1.csv", text), ("救助1 - 副本.csv", text), ("~$救助1.xlsx", Array("user".utf8)),
      ("救助截图.png", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]),
      ("救助说明.pdf", Array("%PDF-1.4\n".utf8)),
      ("readme.txt", text),
    ]
    for (name, bytes) in contents { try Data(bytes).write(to: files.appending(path: name)) }
    try Data(
      """
      name: aid
      primaryKey: [no]
      fields: [{name: no}, {name: kind}]
      gewu: {files: ["*救助*"], load: incremental}
      """.utf8
    ).write(to: folder.appending(path: "aid.yaml"))

    let plan = try FileSelection(paths: [files.path], dataset: nil, manifests: folder.path)

    let names = { (paths: [String]) in paths.map { $0.split(separator: "/").last ?? "" }.sorted() }
    #expect(names(plan.items.map(\.file)) == ["救助1 - 副本.csv", "救助1.csv"])
    #expect(names(plan.locks) == ["~$救助1.xlsx"])
    #expect(names(plan.documents) == ["救助截图.png", "救助说明.pdf"])
    #expect(names(plan.skipped) == ["readme.txt"])
    #expect(Notices.left(plan).count == 3)
    // What the store keeps is no file of a department, wherever it lies.
    let own = StoreFiles(of: files.appending(path: "救助.sqlite").path).spared
    for name in ["救助.sqlite", "救助.sqlite-files/ab/救助9.csv", "救助.sqlite-index/救助9.csv"] {
      let path = files.appending(path: name)
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text).write(to: path)
    }
    let without = try FileSelection(
      paths: [files.path], dataset: nil, manifests: folder.path, leavingOut: own)
    #expect(names(without.items.map(\.file)) == names(plan.items.map(\.file)))
    #expect(names(without.skipped) == ["readme.txt"])
    let lock = files.appending(path: "~$救助1.xlsx").path
    let fault = #expect(throws: ImportFault.self) {
      try FileSelection(paths: [lock], dataset: nil, manifests: folder.path)
    }
    #expect(fault == .lockFile(path: lock))

    let store = try Store.create(
      at: folder.appending(path: "s.sqlite").path, srid: 4326, levels: ["grid"])
    let reports = try plan.items.map { try store.importFile($0.request) }
    #expect(Set(reports.map(\.file)) == ["救助1 - 副本.csv", "救助1.csv"])
    #expect(reports.last?.status == .unchanged)
    #expect(reports.last?.notes == [.copy(of: reports[0].file)])
    #expect(reports.last?.stageNote?.chinese.contains("是 \(reports[0].file) 的副本") == true)
  }
}
