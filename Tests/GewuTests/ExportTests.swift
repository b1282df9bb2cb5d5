import Files
import Foundation
import Geometry
import Gewu
import Testing
import Warehouse

/// Tables of the store as files for other programs.
@Suite struct `Exporting tables` {
  private let sample: Sample

  init() throws {
    sample = try Sample()
    try sample.loadLattice(side: 2)
  }

  private func path(_ name: String) -> String {
    sample.folder.path + "/" + name
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  private func export(_ table: String?, _ name: String) throws -> ExportReport {
    try sample.district.export(
      ExportRequest(table: table, path: path(name), purpose: ReadPurpose("inspection")))
  }

  @Test func `the cells that answer are features in WGS 84`() throws {
    let report = try export("grid", "grid.geojson")

    // Four cells, two streets, one city.
    let data = Data(try text("grid.geojson").utf8)
    let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let features = try #require(document["features"] as? [[String: Any]])
    #expect(report.tables == [.init(name: "grid", rows: features.count)])
    let properties = features.compactMap { $0["properties"] as? [String: Any] }
    #expect(
      properties.contains { $0["code"] as? String == "G00" && $0["level"] as? String == "grid" })
    #expect(
      features.allSatisfy {
        ($0["geometry"] as? [String: Any])?["type"] as? String == "MultiPolygon"
      })
    #expect(document["crs"] == nil)
  }

  @Test func `a boundary that was loaded clockwise with a hole is exported as RFC 7946 asks`()
    throws
  {
    let ring = "[[116.0,39.0],[116.0,39.04],[116.04,39.04],[116.04,39.0],[116.0,39.0]]"
    let hole = "[[116.01,39.01],[116.02,39.01],[116.02,39.02],[116.01,39.02],[116.01,39.01]]"
    let filling = "[[116.01,39.01],[116.01,39.02],[116.02,39.02],[116.02,39.01],[116.01,39.01]]"
    let features = [("A", "[\(ring),\(hole)]"), ("B", "[\(filling)]")].map { code, rings in
      #"{"type":"Feature","properties":{"code":"\#(code)"},"#
        + #""geometry":{"type":"Polygon","coordinates":\#(rings)}}"#
    }.joined(separator: ",")
    let sample = try Sample(levels: ["grid"])
    _ = try sample.district.loadGrids(
      GridLoadRequest(
        file: try sample.write(
          #"{"type":"FeatureCollection","features":[\#(features)]}"#, as: "turned.geojson"),
        level: "grid", codeField: "code", activates: true))
    let file = sample.folder.appendingPathComponent("grid.geojson").path

    _ = try sample.district.export(ExportRequest(table: "grid", path: file))

    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file)))
        as? [String: Any])
    let written = try #require(document["features"] as? [[String: Any]])
    var areas: [[Bool]] = []
    for feature in written {
      let geometry = try #require(feature["geometry"] as? [String: Any])
      for polygon in try #require(geometry["coordinates"] as? [[[[Double]]]]) {
        areas.append(
          polygon.map { Ring($0.map { Coordinate(x: $0[0], y: $0[1]) }).signedArea > 0 })
      }
    }
    #expect(areas.filter { $0 == [true, false] }.count == 1)
    #expect(areas.allSatisfy { $0 == [true] || $0 == [true, false] } && areas.count >= 2)
  }

  @Test func `positions of a projected store come back in degrees`() throws {
    let projected = try Sample(srid: 4550)
    try projected.loadLattice(side: 2)
    let file = projected.folder.appendingPathComponent("grid.geojson").path

    _ = try projected.district.export(ExportRequest(table: "grid", path: file))

    let text = try String(contentsOfFile: file, encoding: .utf8)
    let numbers = text.matches(of: /\[(1\d\d\.\d+),(\d\d\.\d+)\]/).compactMap { Double($0.1) }
    #expect(numbers.count >= 20)
    #expect(numbers.allSatisfy { $0 > 115.999 && $0 < 116.021 })
  }

  @Test func `CSV has the geometry as text with the digits that it needs`() throws {
    _ = try export("grid", "grid.csv")

    let lines = try text("grid.csv").split(whereSeparator: \.isNewline)
    #expect(lines[0].hasPrefix("id,level,code,name"))
    // Spreadsheet programs know UTF-8 by its mark.
    #expect(try Data(contentsOf: URL(filePath: path("grid.csv"))).starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(lines[0].hasSuffix(",boundary"))
    #expect(lines.contains { $0.contains("MULTIPOLYGON (((116.0 39.0, 116.01 39.0, ") })
  }

  @Test func `all tables make a folder of CSV, a workbook or a GeoPackage`() throws {
    let folder = try export(nil, "all/")
    let book = try export(nil, "all.xlsx")
    let package = try export(nil, "all.gpkg")

    let names = try sample.district.exportedTableNames()
    #expect(folder.tables.map(\.name) == names)
    #expect(book.tables == folder.tables)
    #expect(package.tables == folder.tables)
    let files = try FileManager.default.contentsOfDirectory(atPath: path("all"))
    #expect(Set(files) == Set(names.map { "\($0).csv" }))
    for name in ["grid", "net_grid", "report", "batch", "quarantine", "level"] {
      #expect(names.contains(name))
    }
  }

  @Test func `a file that is there is replaced, a folder with files is not`() throws {
    _ = try export("level", "level.csv")
    _ = try export("level", "level.csv")
    _ = try export(nil, "all/")

    #expect(throws: OutputError.exists(path: path("all"))) { try export(nil, "all/") }
    // Nothing half made is left behind.
    let names = try FileManager.default.contentsOfDirectory(atPath: sample.folder.path)
    #expect(!names.contains { $0.hasSuffix(".draft") })
  }

  @Test func `the store and its own files are never written over`() throws {
    let store = sample.district.storePath
    try FileManager.default.linkItem(atPath: store, toPath: path("hard.gpkg"))
    try FileManager.default.createSymbolicLink(
      atPath: path("soft.csv"), withDestinationPath: store)
    try FileManager.default.createDirectory(
      atPath: store + "-files/ab", withIntermediateDirectories: true)
    let before = try Data(contentsOf: URL(filePath: store))

    for name in ["hard.gpkg", "soft.csv", "gewu.sqlite-files/ab/grid.csv"] {
      #expect(throws: OutputError.partOfStore(path: path(name), store: store)) {
        try export("level", name)
      }
    }

    #expect(try Data(contentsOf: URL(filePath: store)) == before)
  }

  @Test func `the names of files that a store will have are its own too`() {
    let files = StoreFiles(of: sample.district.storePath)

    for suffix in ["", "-journal", "-wal", "-shm", "-lock", "-files", "-index", "-index/1.csv"] {
      let isOwn = (try? files.refuse(sample.district.storePath + suffix)) == nil
      #expect(isOwn || suffix == "-index/1.csv")
    }
    #expect((try? files.refuse(sample.district.storePath + "-copy")) != nil)
  }

  @Test func `what cannot be exported is named`() throws {
    #expect(throws: ExportError.noGeometry(table: "level")) { try export("level", "a.geojson") }
    #expect(throws: ExportError.unknownFormat(path: path("a.shp"))) { try export("grid", "a.shp") }
    #expect(throws: ExportError.severalTables(.csv, path: path("a.csv"))) {
      try export(nil, "a.csv")
    }
    #expect {
      try export("reports", "a.csv")
    } throws: {
      guard case .unknownTable("reports", "report"?, _, 0)? = $0 as? ExportError else {
        return false
      }
      return true
    }
  }

  @Test func `an export that is cancelled leaves no file`() throws {
    #expect(throws: CancellationError.self) {
      try sample.district.export(
        ExportRequest(table: nil, path: path("all/"), purpose: ReadPurpose("inspection")),
        isCancelled: { true })
    }

    let names = try FileManager.default.contentsOfDirectory(atPath: sample.folder.path)
    #expect(!names.contains { $0.hasPrefix("all") })
  }
}
