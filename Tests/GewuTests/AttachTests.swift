import Datasets
import Geometry
import Gewu
import HotSpots
import Testing
import Warehouse

@Suite struct AttachTests {
  @Test func `rows follow the boundaries, each as counted cell by cell`() throws {
    let redrawn = try Redrawn()
    let district = redrawn.sample.district
    let diff = try district.diffGrids(from: 1, to: 2)
    _ = try district.activate(generation: 2)

    let reports = try district.attach()

    #expect(reports.map(\.dataset) == ["lamp", "post", nil])
    let lamps = try #require(reports.first)
    let inside = redrawn.places.count { redrawn.after.cell(at: $0) != nil }
    #expect(lamps.rows == 600 && lamps.attached == inside && lamps.unattached == 600 - inside)
    // A cell that is redrawn, renamed or under another one is a cell anew: so are its rows.
    let anew = redrawn.places.count {
      let code = redrawn.before.cell(at: $0) ?? ""
      return ["G00", "G01", "G20", "G22"].contains(code) && redrawn.after.cell(at: $0) == code
    }
    #expect(lamps.changed == diff.datasets[0].changed + anew)
    #expect(lamps.gained == 0)
    #expect(lamps.lost == redrawn.places.count { redrawn.before.cell(at: $0) == "G33" })
    let answer = try district.hotSpots(HotSpotQuestion(dataset: "lamp"))
    for cell in answer.cells {
      #expect(cell.count == redrawn.places.count { redrawn.after.cell(at: $0) == cell.code })
    }
    #expect(try district.verify().checks.flatMap(\.problems) == [])
  }

  @Test func `hot spots lose rows at activation and have them again after attaching`() throws {
    let redrawn = try Redrawn()
    let district = redrawn.sample.district
    let all = try district.hotSpots(HotSpotQuestion(dataset: "lamp")).provenance.rowsUsed ?? 0
    _ = try district.activate(generation: 2)

    let stale = try district.hotSpots(HotSpotQuestion(dataset: "lamp")).provenance
    let between = stale.rowsUsed ?? 0
    let report = try #require(try district.attach(dataset: "lamp").first)
    let after = try district.hotSpots(HotSpotQuestion(dataset: "lamp")).provenance.rowsUsed ?? 0

    #expect(between < after && after == all - report.lost)
    #expect(
      stale.warnings.first
        == .earlierGeneration(
          rows: (stale.rowsAttached ?? 0) - between, .attaching(dataset: "lamp")))
    let fresh = try district.hotSpots(HotSpotQuestion(dataset: "lamp")).provenance.warnings
    #expect(!fresh.map(\.code).contains("earlier_generation"))
  }

  @Test func `a second run changes nothing`() throws {
    let redrawn = try Redrawn()
    _ = try redrawn.sample.district.activate(generation: 2)
    _ = try redrawn.sample.district.attach()

    #expect(try redrawn.sample.district.attach().allSatisfy { $0.changed == 0 })
  }

  @Test func `a row remembers the grids it was in, and their generations`() throws {
    let redrawn = try Redrawn()
    let district = redrawn.sample.district
    let row = try #require(
      redrawn.places.firstIndex { redrawn.before.cell(at: $0) == "G10" })
    _ = try district.activate(generation: 2)
    _ = try district.attach()
    try redrawn.before.load(into: redrawn.sample)
    _ = try district.attach()

    let earlier = try district.earlierGrids(dataset: "lamp", row: Int64(row + 1))

    #expect(earlier.map(\.code) == ["G10", "G1W"])
    #expect(earlier.map(\.generation) == [1, 2])
    #expect(earlier.map(\.untilGeneration) == [2, 3])
    #expect(earlier.map(\.level) == ["grid", "grid"])
    #expect(earlier.map(\.method) == ["coordinates", "coordinates"])
  }

  @Test func `rows attached by code follow their code`() throws {
    let redrawn = try Redrawn()
    _ = try redrawn.sample.district.activate(generation: 2)

    let posts = try #require(try redrawn.sample.district.attach(dataset: "post").first)

    // G10, G11, G33 and G21 are gone; X21 was not there before.
    #expect(posts.lost == 4 && posts.gained == 1 && posts.attached == 13)
  }

  @Test func `reports follow too, and say where they lie now`() throws {
    let redrawn = try Redrawn()
    let district = redrawn.sample.district
    _ = try district.activate(generation: 2)

    let report = try #require(try district.attach().last)

    let reports = try district.reports(ReportQuery(limit: 40)).reversed()
    for (report, place) in zip(reports, redrawn.places) {
      #expect(report.grid?.code == redrawn.after.cell(at: place))
      #expect(report.status == (report.grid == nil ? .outside : .inside))
    }
    #expect(report.rows == 40 && report.changed > 0)
  }

  @Test func `a later rule finds what the first does not`() throws {
    let sample = try Sample(levels: ["street", "grid"])
    try Patchwork(side: 4).load(into: sample)
    let manifest = try Manifest(
      yaml: """
        name: shop
        fields:
          - {name: lon, type: number}
          - {name: lat, type: number}
          - {name: east, type: number}
          - {name: north, type: number}
          - {name: street}
        gewu:
          load: append
          location:
            - {x: lon, y: lat, crs: wgs84}
            - {x: east, y: north, crs: gcj02}
            - {grid: {field: street, level: street}}
        """, path: "shop.yaml")
    let shifted = GCJ02.fromWGS84(Coordinate(longitude: 116.015, latitude: 39.015))
    let rows = """
      lon,lat,east,north,street
      116.005,39.005,,,
      116.1,39.1,\(shifted.x),\(shifted.y),
      116.1,39.1,,,S1
      """
    _ = try sample.district.importFile(
      at: sample.write(rows, as: "shop.csv"), manifest: manifest)
    var moved = Patchwork(side: 4)
    for index in moved.cells.indices { moved.cells[index].name += "新" }
    try moved.load(into: sample)

    let report = try #require(try sample.district.attach(dataset: "shop").first)

    #expect(report.attached == 3 && report.changed == 2)
    let methods = try (1...3).map { try sample.district.earlierGrids(dataset: "shop", row: $0) }
    // The street is as it was.
    #expect(methods.map { $0.map(\.code) } == [["G00"], ["G11"], []])
  }

  @Test func `a data set that is not there is named`() throws {
    let redrawn = try Redrawn()

    let error = #expect(throws: DatasetFault.self) {
      try redrawn.sample.district.attach(dataset: "lamps")
    }

    #expect(
      error == .noDataset("lamps", known: ["lamp", "post"], nearest: "lamp"))
  }
}
