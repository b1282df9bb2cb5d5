import Datasets
import DemoSupport
import Foundation
import Testing

@testable import DemoDistrict

/// A row of a delivered file beside the truth.
@Suite struct `Explaining a row` {
  /// A district of one percent with the list of households and that of hydrants; removed by the caller.
  private static func folder() throws -> URL {
    let folder = try Repository.folderOfTwo("explain")
    _ = try DemoDistrict(seed: 5, rowsPercent: 1).make(
      into: folder.path, manifestsAt: folder.appending(path: "Importers").path,
      truth: SharedTruths.truth)
    return folder
  }

  @Test func `shows what was sent as it stands in the file, and who it is about`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let key = try AnswerKey(folder: folder.path)
    let file = try #require(key.files.first { $0.dataset == "psb_household" })
    let explain = { (row: Int) in
      try DemoDistrict.explain(
        file.file, row: row, month: 1, in: folder.path,
        manifestsAt: folder.appending(path: "Importers").path,
        truth: SharedTruths.truth)
    }

    // A blank row is about nobody: one that was taken.
    let rows = try String(
      contentsOf: folder.appending(path: "key/rows/\(file.file).csv"), encoding: .utf8)
    let taken = try #require(
      rows.split(whereSeparator: \.isNewline).first { $0.split(separator: ",").contains("taken") })
    let row = try #require(taken.split(separator: ",").first.flatMap { Int($0) })

    let found = try explain(row)

    #expect((found.file, found.row, found.dataset) == (file.file, row, "psb_household"))
    #expect(found.outcome == "taken")
    let about = try #require(found.links.first)
    #expect(about.role == "self" && about.kind == "household" && about.number > 0)
    let head = try #require(found.links.first { $0.role == "head" })
    #expect(head.kind == "person")
    let number = try #require(found.columns.first { $0.name == "head_resident_id" })
    #expect(number.source == "household.head.residentID" && !number.truth.isEmpty)
    let persons = try String(contentsOf: folder.appending(path: "key/persons.csv"), encoding: .utf8)
    let person = try #require(
      persons.split(whereSeparator: \.isNewline).first { $0.hasPrefix("\(head.number),") })
    #expect(person.split(separator: ",").contains { $0 == number.truth }, "\(person)")
    // The last row is there too, and each column of the manifest is shown once.
    #expect(try explain(file.read).row == file.read)
    #expect(Set(found.columns.map(\.name)).count == found.columns.count)
  }

  @Test func `says which files and rows there are`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path
    let key = try AnswerKey(folder: path)
    let file = try #require(key.files.first { $0.dataset == "psb_household" })
    let refuse = { (name: String, row: Int) in
      #expect(throws: DemoError.self) {
        try DemoDistrict.explain(
          name, row: row, month: 1, in: path, manifestsAt: folder.appending(path: "Importers").path,
          truth: SharedTruths.truth)
      }
    }

    let none = refuse("none.csv", 1)
    #expect(none?.message.contains("key.json has no file 'none.csv'") == true)
    #expect(none?.messageChinese.contains("“none.csv”") == true)
    for row in [0, -1, file.read + 1] {
      let error = refuse(file.file, row)
      #expect(
        error?.message == "\(file.file) has no row \(row); give one from 1 to \(file.read)")
      #expect(error?.messageChinese.contains("1 至 \(file.read)") == true)
    }
  }
}
