import Foundation
import Testing

/// Each bad input has one message and its exit code, and leaves the store as it was.
@Suite struct `Boundaries that cannot be loaded` {
  let program: Program

  init() throws {
    program = try Program()
    try program.run("init --levels community,grid --srid 4326")
  }

  private func load(_ file: String, _ options: String = "--level grid --code code") throws
    -> Program.Outcome
  {
    let outcome = try program.run("grids load \(file) \(options)")
    let list = try program.run("grids list --json")
    #expect(list.output == "[]\n", "the store is not as it was")
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    return outcome
  }

  @Test func `a missing file`() throws {
    let outcome = try load("none.geojson")

    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("gewu: none.geojson"))
  }

  @Test func `an empty file`() throws {
    try program.write("empty.geojson", "")

    let outcome = try load("empty.geojson")

    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("empty"))
  }

  @Test func `a directory`() throws {
    try program.write("folder/file", "")

    let outcome = try load("folder")

    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("directory"))
  }

  @Test func `a truncated GeoPackage`() throws {
    var header = Data("SQLite format 3\0".utf8)
    header.append(Data([0x10, 0x00, 0x01, 0x01, 0x00, 0x40, 0x20, 0x20]))
    header.append(Data(count: 44))
    header.append(Data("GPKG".utf8))
    header.append(Data(count: 400))
    try program.write("cut.gpkg", header)

    let outcome = try load("cut.gpkg")

    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("cut.gpkg"))
  }

  @Test func `a format of GDAL's where GDAL is not installed`() throws {
    try program.write("my grid.kml", "<?xml version=\"1.0\"?><kml><Document/></kml>")
    let arguments = ["grids", "load", "my grid.kml", "--level", "grid", "--code", "code"]

    let outcome = try program.run(arguments, searching: "/nonexistent")
    let chinese = try program.run(arguments, locale: "zh_CN.UTF-8", searching: "/nonexistent")

    #expect(outcome.status == 1)
    #expect(
      outcome.errors == """
        gewu: my grid.kml: is KML, which is read with GDAL: install the package gdal-bin, or convert it \
        where GDAL is: ogr2ogr -f GPKG out.gpkg 'my grid.kml'

        """)
    #expect(chinese.errors.contains("gdal-bin") && chinese.errors.contains("ogr2ogr -f GPKG"))
  }

  @Test func `several bad features, each on a line of its own`() throws {
    let bad = SmallDistrict.grids.replacing("\"code\":\"", with: "\"code\":true,\"x\":\"")
    try program.write("bad.geojson", bad)

    let outcome = try program.run("grids load bad.geojson --level grid --code code")

    #expect(outcome.status == 1)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count > 2, "\(outcome.errors)")
    #expect(lines.dropFirst().first?.contains("feature 1 of bad.geojson") == true)
  }

  @Test func `GeoJSON that is cut off`() throws {
    try program.write("cut.geojson", String(SmallDistrict.grids.dropLast(60)))

    let outcome = try load("cut.geojson")

    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("cut.geojson"))
  }

  @Test func `an unknown reference system`() throws {
    try program.write("grids.geojson", SmallDistrict.grids)

    #expect(try load("grids.geojson", "--level grid --code code --crs EPSG:999999").status == 1)
    #expect(try load("grids.geojson", "--level grid --code code --crs moon").status == 1)
  }

  @Test func `a field that is not there`() throws {
    try program.write("grids.geojson", SmallDistrict.grids)

    let outcome = try load("grids.geojson", "--level grid --code number")

    #expect(
      outcome.errors
        == "gewu: grids.geojson has no field 'number'; its fields are code, parent\n")
  }

  @Test func `a level that is not there`() throws {
    try program.write("grids.geojson", SmallDistrict.grids)

    let outcome = try load("grids.geojson", "--level cell --code code")

    #expect(
      outcome.errors == "gewu: there is no level 'cell'; the levels are community, grid\n")
  }

  @Test func `a table of parents with a short row`() throws {
    try program.write("grids.geojson", SmallDistrict.grids)
    try program.write("parents.csv", "code,parent\na,south\nb\n")

    let outcome = try load("grids.geojson", "--level grid --code code --parents parents.csv")

    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("gewu: line 3 of parents.csv has 1 fields"))
  }

  @Test func `a store that is no store`() throws {
    try program.write("text.sqlite", "this is not a database, only some text that is long enough\n")

    let outcome = try program.run("grids list --store text.sqlite")

    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("gewu: text.sqlite is not a SQLite database"))
  }

  @Test func `no store, and the folder of a store`() throws {
    #expect(try program.run("grids list --store none.sqlite").status == 10)
    #expect(try program.run("grids list --store .").status == 1)
  }
}
