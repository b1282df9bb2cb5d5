import Intake
import Datasets
import Foundation
import Tabular
import Testing

@testable import Warehouse

@Suite struct ArchiveTests {
  let text = "no,kind,amount,lon,lat\nA1,pump,1,5,5\n"

  private func archived(_ bench: ImportBench) -> [String] {
    let files = FileManager.default
    return (files.subpaths(atPath: bench.store.path + "-files") ?? []).filter { name in
      var isFolder: ObjCBool = false
      _ = files.fileExists(
        atPath: "\(bench.store.path)-files/\(name)", isDirectory: &isFolder)
      return !isFolder.boolValue
    }
  }

  @Test func `a published file is kept once, under its digest`() throws {
    let bench = try ImportBench()
    let digest = ContentHash.sha256(text)

    _ = try bench.load(text)
    _ = try bench.load(text) { $0.isForced = true }

    #expect(archived(bench) == ["\(digest.prefix(2))/\(digest)"])
    var content = Data()
    try bench.store.readArchived(digest) { content.append(contentsOf: $0) }
    #expect(content == Data(text.utf8))
    let path = try #require(bench.store.archive?.path(of: digest))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    #expect(try bench.number("SELECT archived FROM source_file") == 1)
  }

  @Test func `nothing is kept of a refused file, a dry run, or where none is wanted`() throws {
    let bench = try ImportBench()

    _ = try bench.load(text.replacing("1,5,5", with: "x,5,5")) {
      $0.maximumErrors = ErrorLimit("0")
    }
    _ = try bench.load(text) { $0.isDryRun = true }
    _ = try bench.load(text) { $0.archives = false }

    #expect(archived(bench).isEmpty)
    #expect(try bench.number("SELECT archived FROM source_file") == 0)
  }

  @Test func `a file that was changed in the archive, or is not there, is not given out`() throws {
    let bench = try ImportBench()
    _ = try bench.load(text)
    let digest = ContentHash.sha256(text)
    let path = try #require(bench.store.archive?.path(of: digest))
    try FileManager.default.removeItem(atPath: path)
    let missing = #expect(throws: StoreError.self) {
      try bench.store.readArchived(digest) { _ in }
    }
    try Data("other".utf8).write(to: URL(filePath: path))
    let changed = #expect(throws: StoreError.self) {
      try bench.store.readArchived(digest) { _ in }
    }

    #expect(missing == .notArchived(sha256: digest, .missing(path: path)))
    let other = ContentHash.sha256("other")
    #expect(changed == .notArchived(sha256: digest, .changed(path: path, sha256: other)))
  }

  @Test func `a source of several files is known by the list of their digests`() {
    let files = [("a.shp", "one"), ("a.dbf", "two")].map {
      FileBytes(path: $0.0, copying: Array($0.1.utf8))
    }

    let digest = SourceDigest(files)

    let list =
      "\(ContentHash.sha256("one"))  .shp\n\(ContentHash.sha256("two"))  .dbf\n"
    #expect(digest.list == list && digest.sha256 == ContentHash.sha256(list))
  }
}
