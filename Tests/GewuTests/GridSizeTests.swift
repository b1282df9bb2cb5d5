import Datasets
import Geometry
import Gewu
import Testing
import Warehouse

@Suite struct GridSizeTests {
  private func district(households: [(code: String, count: Int)]) throws -> Sample {
    let sample = try Sample(levels: ["street", "grid"])
    let patchwork = Patchwork(side: 2)
    try patchwork.load(into: sample)
    var rows = ["number,grid,lon,lat"]
    for (code, count) in households {
      let corner = patchwork.cells.first { $0.code == code }?.ring.first
      for index in 0..<count {
        // Every other one names its grid, the rest have a position.
        rows.append(
          index % 2 == 0
            ? "\(code)-\(index),\(code),,"
            : "\(code)-\(index),,\((corner?.x ?? 0) + 0.005),\((corner?.y ?? 0) + 0.005)")
      }
    }
    _ = try sample.district.importFile(
      at: sample.write(rows.joined(separator: "\n"), as: "households.csv"),
      manifest: Manifest(
        yaml: """
          name: households
          primaryKey: [number]
          fields:
            - {name: number}
            - {name: grid}
            - {name: lon, type: number}
            - {name: lat, type: number}
          gewu:
            load: full
            subject: household
            location:
              - {grid: {field: grid, level: grid}}
              - {x: lon, y: lat, crs: wgs84}
          """, path: "households.yaml"))
    return sample
  }

  @Test func `grids above the norm and below half of it are told, and are no fault`() throws {
    let sample = try district(
      households: [("G00", 501), ("G01", 500), ("G10", 250), ("G11", 249)])

    let report = try sample.district.checkGrids()

    let sizes = try #require(report.sizes)
    #expect(report.valid)
    #expect(sizes.dataset == "households" && sizes.households == 1_500)
    #expect(sizes.over.map(\.code) == ["G00"] && sizes.over.map(\.households) == [501])
    #expect(sizes.under.map(\.code) == ["G11"] && sizes.under.map(\.norm) == [500])
  }

  @Test func `a net has a norm of its own`() throws {
    let sample = try district(households: [("G00", 12), ("G01", 10), ("G10", 5), ("G11", 4)])
    try sample.district.changeNet("base", urbanHouseholds: 10)

    let sizes = try #require(try sample.district.checkGrids().sizes)

    #expect(sizes.over.map(\.code) == ["G00"] && sizes.under.map(\.code) == ["G11"])
    #expect(sizes.urbanNorm == 10 && sizes.ruralNorm == 300)
  }

  @Test func `without households nothing is said of sizes`() throws {
    let sample = try Sample(levels: ["street", "grid"])
    try Patchwork(side: 2).load(into: sample)

    #expect(try sample.district.checkGrids().sizes == nil)
    #expect(throws: DatasetFault.noDataset("homes", known: [], nearest: nil)) {
      try sample.district.checkGrids(households: "homes")
    }
  }
}
