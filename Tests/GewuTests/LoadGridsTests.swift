import Foundation
import Geometry
import Gewu
import Projections
import Tabular
import Testing
import Time
import Words
import Warehouse

@Suite struct LoadGridsTests {
  @Test func `a level never loaded is the union of the cells that name it`() throws {
    let sample = try Sample()

    let report = try sample.loadLattice()

    #expect(report.cells == 16)
    #expect(report.changes.new == 16)
    #expect(report.parents.field == 16)
    #expect(report.check?.valid == true)
    let streets = try sample.district.grids(level: "street")
    #expect(streets.map(\.code) == ["S0", "S1"])
    #expect(streets.map(\.isDerived) == [true, true])
    let west = try sample.district.boundary(code: "S0").boundary
    #expect(abs(west.area - 8e-4) < 1e-12)
    #expect(west.box == Box(minX: 116, minY: 39, maxX: 116.02, maxY: 39.04))
  }

  @Test func `parents come from a table of two columns`() throws {
    let sample = try Sample()
    let parents = (0..<16).map { "G\($0 / 4)\($0 % 4),\($0 % 4 < 2 ? "S0" : "S1")" }

    let report = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(Sample.lattice(side: 4), as: "grid.geojson"), level: "grid",
        codeField: "code",
        parentsFile: sample.write(
          "grid,street\n" + parents.joined(separator: "\n"), as: "parents.csv"),
        activates: true))

    #expect(report.parents.table == 16)
    #expect(try sample.district.grid(code: "G03").path.map(\.code) == ["S1", "G03"])
  }

  @Test(arguments: [true, false])
  func `parents by containment equal the given ones, leaf first or last`(leafFirst: Bool) throws {
    let sample = try Sample(levels: ["street", "grid"])
    let streets = Sample.collection(
      [0, 1].map { half in
        let west = 116 + Double(half) * 0.02
        return """
          {"type":"Feature","properties":{"id":\(half)},"geometry":{"type":"Polygon",\
          "coordinates":[[[\(west),39],[\(west + 0.02),39],[\(west + 0.02),39.04],\
          [\(west),39.04],[\(west),39]]]}}
          """
      })
    let loads = [
      GridLoadRequest(
        file: try sample.write(streets, as: "street.geojson"), level: "street", codeField: "id"),
      GridLoadRequest(
        file: try sample.write(Sample.lattice(side: 4), as: "grid.geojson"), level: "grid",
        codeField: "code"),
    ]

    for request in leafFirst ? loads.reversed() : loads {
      _ = try sample.district.loadGrids(request)
    }
    _ = try sample.district.activate(generation: 1, allowInvalid: true)

    let grids = try sample.district.grids(level: "grid")
    #expect(
      grids.allSatisfy { $0.parent == ($0.code.last.map { "23".contains($0) } == true ? "1" : "0") }
    )
    #expect(grids.allSatisfy { abs(($0.parentShare ?? 0) - 1) < 1e-6 })
  }

  @Test func `a table without boundaries names the cells above`() throws {
    let sample = try Sample()
    _ = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write("code,name,city\nS0,West,C\nS1,East,C\nS1,East,C\n", as: "street.csv"),
        level: "street", codeField: "code", nameField: "name", parentField: "city"))

    try sample.loadLattice()

    let path = try sample.district.grid(code: "G00").path
    #expect(path.map(\.code) == ["C", "S0", "G00"])
    #expect(path.map(\.name) == [nil, "West", "格00"])
    #expect(try sample.district.levels().map(\.cells) == [1, 2, 16])
  }

  @Test func `an invalid coverage is refused with its problems, and nothing is changed`() throws {
    let sample = try Sample(levels: ["grid"])
    let hole = Sample.lattice(side: 3) { row, column in
      row == 1 && column == 1 ? Sample.square(west: 116.015, south: 39.015, size: 0.001) : nil
    }
    let request = GridLoadRequest(
      file: try sample.write(hole, as: "grid.geojson"), level: "grid", codeField: "code",
      activates: true)

    let error = #expect(throws: InvalidCoverage.self) { try sample.district.loadGrids(request) }

    #expect(error?.report.levels.first?.problems.contains { $0.kind == "gap" } == true)
    #expect(try sample.district.generations().isEmpty)
  }

  @Test func `an invalid coverage that is allowed says so in every look-up`() throws {
    let sample = try Sample(levels: ["grid"])
    let hole = Sample.lattice(side: 3) { row, column in
      row == 1 && column == 1
        ? Sample.square(west: 116.01, south: 39.01, size: 0.01)
          .replacingOccurrences(of: "116.02,39.02", with: "116.019,39.019") : nil
    }
    var request = GridLoadRequest(
      file: try sample.write(hole, as: "grid.geojson"), level: "grid", codeField: "code",
      activates: true)
    request.allowsInvalid = true

    _ = try sample.district.loadGrids(request)
    let answer = try sample.district.locate(Coordinate(longitude: 116.005, latitude: 39.005))

    #expect(answer.grid?.code == "G00")
    #expect(!answer.isCoverageValid)
  }

  @Test func `a dry run tells what it would do and keeps nothing`() throws {
    let sample = try Sample()

    let report = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(Sample.lattice(side: 4), as: "grid.geojson"), level: "grid",
        codeField: "code", parentField: "street", activates: true, isDryRun: true))

    #expect(report.cells == 16)
    #expect(try sample.district.generations().isEmpty)
  }

  @Test func `a second generation keeps unchanged cells and answers as of the first`() throws {
    let sample = try Sample(levels: ["grid"])
    _ = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(Sample.lattice(side: 2), as: "a.geojson"), level: "grid",
        codeField: "code", activates: true))
    let first = try #require(try sample.district.generations().first?.activatedAt).text

    let report = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(Sample.lattice(side: 3), as: "b.geojson"), level: "grid",
        codeField: "code", activates: true))

    #expect(report.changes.unchanged == 4 && report.changes.new == 5)
    let place = Coordinate(longitude: 116.025, latitude: 39.025)
    #expect(try sample.district.locate(place).grid?.code == "G22")
    #expect(try sample.district.locate(place, at: first).status == .outside)
  }

  @Test(arguments: [
    (["codes"], "has no field 'codes'; its fields are code, name, street"),
    (["code", "wards"], "has no field 'wards'"),
  ])
  func `a field that is not there is named with those that are`(
    fields: [String], reason: String
  ) throws {
    let sample = try Sample()
    let request = GridLoadRequest(
      file: try sample.write(Sample.lattice(side: 2), as: "grid.geojson"), level: "grid",
      codeField: fields[0], parentField: fields.count > 1 ? fields[1] : nil)

    let error = #expect(throws: GridFileFault.self) { try sample.district.loadGrids(request) }

    #expect(error.map { Words.wording(of: $0).english.contains(reason) } == true)
  }

  @Test(arguments: [
    ("code,name\"\n\"a\"b,1\n", 2, TableRow.Fault.textAfterQuote),
    ("code,\"a\"b\na,1\n", 1, .textAfterQuote),
    ("code" + String(repeating: ",", count: TableRow.mostFields) + "\na\n", 1, .tooManyFields),
  ])
  func `a line that cannot be read is told by what is wrong with it`(
    text: String, line: Int, fault: TableRow.Fault
  ) throws {
    let sample = try Sample()
    let file = try sample.write(text, as: "top.csv")
    let request = GridLoadRequest(file: file, level: "grid", codeField: "code")

    #expect(throws: GridFileFault.malformed(.line(line, file: file), fault)) {
      try sample.district.loadGrids(request)
    }
  }

  @Test func `lines without a code are left out and counted`() throws {
    let sample = try Sample(levels: ["grid"])
    let dashes = """
      {"type":"Feature","properties":{"code":"","name":"境界线"},\
      "geometry":{"type":"LineString","coordinates":[[116,39],[116.01,39.01]]}},
      """
    let text = Sample.lattice(side: 2)
      .replacingOccurrences(of: "\"features\":[", with: "\"features\":[\(dashes)")

    let report = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(text, as: "grid.geojson"), level: "grid", codeField: "code"))

    #expect(report.cells == 4)
    #expect(report.skipped == [1])
  }

  @Test func `a code that stands twice is an error with both places`() throws {
    let sample = try Sample(levels: ["grid"])
    let twice = Sample.lattice(side: 2).replacingOccurrences(of: "G11", with: "G00")

    let file = try sample.write(twice, as: "grid.geojson")

    #expect(throws: GridLoadFault.repeatedCode("G00", features: 1, 4, file: file)) {
      try sample.district.loadGrids(
        GridLoadRequest(file: file, level: "grid", codeField: "code"))
    }
  }

  @Test func `a boundary that the store's reference system cannot show is named by its cell`()
    throws
  {
    let sample = try Sample(levels: ["grid"])
    let file = try sample.write(
      Sample.lattice(side: 2).replacingOccurrences(of: "39", with: "239"), as: "grid.geojson")
    var request = GridLoadRequest(file: file, level: "grid", codeField: "code")
    request.crs = .epsg(4490)

    let faults = #expect(throws: GridFileFaults.self) { try sample.district.loadGrids(request) }

    #expect(faults?.count == 4)
    let first = faults?.faults.first as? GridLoadFault
    guard case .badBoundary(1, file, "G00", .transform(.outside)) = first else {
      Issue.record("not told of its boundary: \(faults as Any)")
      return
    }
  }
}
