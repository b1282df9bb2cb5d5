import DemoSupport
import Foundation
import Testing

@testable import DemoDistrict

@Suite struct `Making a demo district` {
  /// A folder with the manifest of one data set and the tables of sources.
  private static func folder() throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "demo-\(UUID().uuidString)")
    let manifests = path.appending(path: "manifests")
    try FileManager.default.createDirectory(at: manifests, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Repository.root.appending(path: "Importers/fire/hydrant.yaml"),
      to: manifests.appending(path: "hydrant.yaml"))
    try FileManager.default.createSymbolicLink(
      at: path.appending(path: "GeoData"),
      withDestinationURL: Repository.root.appending(path: "GeoData"))
    return path.path
  }

  private static func make(_ name: String, seed: UInt64, in folder: String) throws -> AnswerKey {
    try #require(
      try DemoDistrict(seed: seed, rowsPercent: 2).make(
        into: "\(folder)/\(name)", manifestsAt: "\(folder)/manifests", truth: SharedTruths.truth
      ).first)
  }

  @Test func `the same seed gives the same bytes, another one others`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }

    let key = try Self.make("a", seed: 1, in: folder)
    _ = try Self.make("b", seed: 1, in: folder)
    _ = try Self.make("c", seed: 3, in: folder)

    let file = try #require(key.files.first).file
    for file in [
      "key.json", "files/\(file)", "key/rows/\(file).csv", "key/persons.csv", "grids/grids.geojson",
    ] {
      let contents = ["a", "b", "c"].map {
        FileManager.default.contents(atPath: "\(folder)/\($0)/\(file)")
      }
      #expect(contents[0] != nil)
      #expect(contents[0] == contents[1])
      #expect(contents[0] != contents[2])
    }
  }

  @Test func `the key accounts for every row`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }

    let key = try Self.make("a", seed: 6, in: folder)

    let file = try #require(key.files.first)
    #expect(try AnswerKey(folder: "\(folder)/a") == key)
    #expect((30...80).contains(file.read))
    #expect(file.read == file.inserted + file.duplicate + file.quarantined + file.blank)
    #expect(file.inserted == file.attached + file.unattached)
    let cells = file.origins
    #expect(cells.faults > 0 && cells.empty > 0)
    #expect(cells.invented == 0)
    // Long rows have a cell more than there are columns.
    let all = cells.truth + cells.faults + cells.empty
    #expect((file.read * 9..<file.read * 9 + 40).contains(all), "\(all)")
    #expect(file.attached == file.cells?.values.reduce(0, +))
    #expect(file.reasons.values.reduce(0, +) >= file.quarantined)
    let rows = try String(contentsOfFile: "\(folder)/a/key/rows/\(file.file).csv", encoding: .utf8)
      .split(separator: "\n").map(String.init)
    #expect(rows.count == file.read + 1)
    #expect(rows.dropFirst().filter { $0.contains(",quarantined,") }.count == file.quarantined)
    #expect(rows.dropFirst().allSatisfy { $0.contains(",component,") })
  }

  @Test func `the base map is written where a manifest has it, and no row is left over`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let layer = """
      name: base-water
      fieldsMatch: subset
      primaryKey: [feature_code]
      fields:
        - {name: feature_code, constraints: {required: true}, gewu: {title_zh: 要素编码}}
        - {name: kind, gewu: {title_zh: 类型}}
      gewu:
        dataset: base_water
        files: ["base_water_*.geojson"]
        load: full
        location: {geometry: {type: polygon, crs: file}}
      """
    try Data(layer.utf8).write(to: URL(filePath: "\(folder)/manifests/base-water.yaml"))

    let key = try Self.make("a", seed: 1, in: folder)

    #expect(key.files.map(\.dataset) == ["fire_hydrant"])
    let water = try #require(key.base.first)
    #expect(water.file == "base_water_202606.geojson")
    #expect(water.read > 10 && water.inserted == water.read && water.attached == water.read)
    let text = try String(contentsOfFile: "\(folder)/a/files/\(water.file)", encoding: .utf8)
    #expect(text.matches(of: /"Feature"/).count == water.read)
    #expect(text.contains(#""要素编码":"9901012000001","类型":"河流""#))
  }

  @Test func `a folder without manifests of the district is refused`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.removeItem(atPath: "\(folder)/manifests/hydrant.yaml")

    let error = #expect(throws: DemoError.self) {
      try Self.make("a", seed: 1, in: folder)
    }

    #expect(error?.message.contains("has no manifest of the demo district's data sets") == true)
    #expect(error?.messageChinese.contains("没有演示数据的清单") == true)
  }

  @Test func `a field that the tables of sources do not know is refused with its name`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/manifests/hydrant.yaml"
    let manifest = try String(contentsOfFile: path, encoding: .utf8)
      .replacing("fields:\n", with: "fields:\n  - {name: painted_on, type: date}\n")
    try Data(manifest.utf8).write(to: URL(filePath: path))

    let error = #expect(throws: DemoError.self) {
      try Self.make("a", seed: 1, in: folder)
    }

    #expect(
      error?.message
        == "GeoData/demo/sources.csv does not say what painted_on of fire_hydrant shows of the district; "
        + "add a line, or take the field out of the manifest")
    #expect(error?.messageChinese.contains("fire_hydrant 的字段 painted_on 取自何处") == true)
  }
}
