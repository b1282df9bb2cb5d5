import Files
import Foundation
import GRDB
import Gewu
import Tabular
import Testing
import Warehouse

@testable import Words

/// What the system, Foundation and SQLite say is said in both languages.
@Suite struct `Words of the system` {
  @Test(arguments: [
    (ResultCode.SQLITE_BUSY, "正"), (.SQLITE_LOCKED, "锁定"), (.SQLITE_FULL, "已满"),
    (.SQLITE_READONLY, "只读"), (.SQLITE_IOERR, "输入输出错误"), (.SQLITE_CORRUPT, "损坏"),
    (.SQLITE_NOTADB, "不是数据库"), (.SQLITE_CANTOPEN, "无法打开"), (.SQLITE_CONSTRAINT, "违反约束"),
    (.SQLITE_TOOBIG, "过长"), (.SQLITE_NOMEM, "内存不足"), (.SQLITE_SCHEMA, "结构"),
    (.SQLITE_INTERRUPT, "中断"), (.SQLITE_PERM, "权限"),
  ])
  func `SQLite's usual failures have words in Chinese`(code: ResultCode, words: String) {
    let wording = SystemReason(sqlite: DatabaseError(resultCode: code, message: "")).wording

    #expect(wording.chinese.contains(words))
    #expect(!wording.chinese.contains(/[A-Za-z]/))
    #expect(!wording.english.contains(/\p{Han}/))
  }

  @Test func `SQLite's own English is left for what is rarer`() {
    let wording = SystemReason(sqlite: DatabaseError(resultCode: .SQLITE_RANGE, message: "bind"))
      .wording

    #expect(wording == Wording("SQLite error 25: bind", "SQLite 错误 25：bind"))
  }

  @Test func `a store that is damaged is named without SQLite's English`() {
    let error = StoreError(
      DatabaseError(resultCode: .SQLITE_CORRUPT, message: "database disk image is malformed"),
      path: "a.sqlite")

    #expect(
      Words.wording(of: error).chinese == "a.sqlite 不是 SQLite 数据库，或已损坏（内容已损坏）；请从备份恢复")
  }

  @Test func `Foundation's errors of files have words in both languages`() {
    let missing = CocoaError(.fileReadNoSuchFile, userInfo: [NSFilePathErrorKey: "a.csv"])
    let denied = CocoaError(
      .fileReadUnknown, userInfo: [NSUnderlyingErrorKey: POSIXError(.EACCES)])

    #expect(
      Words.wording(of: missing)
        == Wording("a.csv: No such file or directory", "a.csv：没有这个文件或目录"))
    #expect(Words.wording(of: denied) == Wording("Permission denied", "没有权限"))
    #expect(Words.wording(of: POSIXError(.ENOSPC)).chinese == "磁盘已满")
    #expect(Words.wording(of: CocoaError(.fileWriteOutOfSpace)).chinese == "磁盘已满")
  }

  @Test func `a file of a command that failed is named in both languages`() throws {
    var run = ImportRun()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("thing.csv").path
    try Data("no\n1\n".utf8).write(to: URL(fileURLWithPath: file))
    let manifest = folder.appendingPathComponent("thing.yaml").path
    try Data(
      """
      name: thing
      primaryKey: [no]
      fields: [{name: no}]
      """.utf8
    ).write(to: URL(fileURLWithPath: manifest))
    let plan = try FileSelection(paths: [file], dataset: "thing", manifests: folder.path)
    let item = try #require(plan.items.first)
    run.add(item, failure: TabularError(.unreadable, path: "a.csv", .file(.empty)))

    let json = try JSONEncoder().encode(ImportRunDocument(run, Words.wording(of:)))
    let text = String(decoding: json, as: UTF8.self)

    #expect(text.contains(#""error":"a.csv: is empty; export it again""#))
    #expect(text.contains(#""error_zh":"a.csv：是空文件；请重新导出""#))
  }

  @Test func `a row that a rollback closed has words in both languages`() {
    let note = ReasonWords.catalogue.first { $0.code == StoredNote.rolledBack.rawValue }

    #expect(note?.english == "its batch was rolled back")
    #expect(note?.chinese == "所属批次已撤回")
  }
}
