import DemoDistrict
import Foundation
import Tabular
import TestSupport
import Testing

/// Damaged files must be refused or read, and nothing else: no trap, no endless loop.
@Suite struct FormatMutationTests {
  /// Changes some bytes, and sometimes cuts the end off.
  static func mutated(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[place] = UInt8.random(in: 0...255, using: &generator)
    }
    if Int.random(in: 0..<4, using: &generator) == 0 {
      bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
    }
    return bytes
  }

  private func readAll(_ open: () throws -> any TableFile) {
    do {
      let read = try TableRows(open())
      #expect(read.rows.count == read.geometries.count)
    } catch is TabularError {
    } catch {
      Issue.record("not an error of the file: \(error)")
    }
  }

  private func sample(_ name: String, _ write: (String) throws -> any TableWriter) throws -> String
  {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID())-\(name)").path
    let writer = try write(path)
    for row in 0..<20 {
      try writer.write(
        [.text("中文 \(row)"), .number("\(row).5"), .date("2024-01-31"), .boolean(row > 3)],
        geometry: WKBBytes.polygon([FeatureWriterTests.shell]))
    }
    try writer.finish()
    return path
  }

  @Test func `Shapefiles`() throws {
    let path = try sample("a.shp") {
      try ShapefileWriter(
        path: $0, shape: .polygon,
        columns: [.text("a", width: 20), .number("b", width: 9), .date("c"), .logical("d")])
    }
    let base = String(path.dropLast(4))
    let parts = try [".shp", ".dbf", ".shx"].map { suffix in
      defer { try? FileManager.default.removeItem(atPath: base + suffix) }
      return [UInt8](try Data(contentsOf: URL(filePath: base + suffix)))
    }
    try? FileManager.default.removeItem(atPath: base + ".cpg")
    for seed in 0..<300 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var changed = parts
      changed[seed % 3] = Self.mutated(parts[seed % 3], &generator)
      readAll {
        try ShapefileTable(
          ShapefileParts(shp: changed[0], dbf: changed[1], shx: changed[2]), file: "a.shp")
      }
    }
  }

  @Test func `GeoJSON`() throws {
    let path = try sample("a.json") { try GeoJSONWriter(path: $0, names: ["a", "b", "c", "d"]) }
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    for seed in 0..<300 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let changed = Self.mutated(bytes, &generator)
      readAll { try GeoJSONTable(file: FileBytes(path: "a.json", copying: changed)) }
    }
  }

  @Test func `old workbooks`() throws {
    let path = try sample("a.xls") { try XLSWriter(path: $0) }
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    for seed in 0..<100 {
      var generator = SeededGenerator(seed: UInt64(seed))
      try Data(Self.mutated(bytes, &generator)).write(to: URL(filePath: path))
      readAll { try XLSFile(FileBytes(path: path)) }
    }
  }
}
