import Datasets
import Foundation
import Geometry
import Gewu
import Warehouse

/// A district of 16 squares, rows and reports strewn over it, and the same redrawn in every way
/// that there is.
struct Redrawn {
  let sample: Sample
  /// The boundaries of the first generation, which is active.
  let before = Patchwork(side: 4)
  /// The boundaries of the second, which is being prepared.
  let after = Redrawn.redrawn()
  /// Where the rows of the data set `lamp` are.
  let places: [Coordinate]

  /// Makes the district.
  init() throws {
    sample = try Sample(levels: ["street", "grid"])
    var state: UInt64 = 42
    func next() -> Double {
      // The multiplicative generator of L'Ecuyer (1999) modulo 2^64, upper bits.
      state = state &* 2_862_933_555_777_941_757 &+ 3_037_000_493
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    places = (0..<600).map { _ in
      Coordinate(x: 115.995 + next() * 0.05, y: 38.995 + next() * 0.05)
    }
    try before.load(into: sample)
    try sample.importPlaces(places, as: "lamp")
    try importCodes()
    for place in places.prefix(40) {
      var report = ReportSubmission(channel: "app")
      (report.longitude, report.latitude) = (place.x, place.y)
      _ = try sample.district.receive(report)
    }
    try after.load(into: sample, activates: false)
  }

  /// The border between G00 and G01 moved east by 0.002°; G10 and G11 made one; G33 given up; G22
  /// renamed, G20 under another street, G21 under another code.
  private static func redrawn() -> Patchwork {
    var patchwork = Patchwork(side: 4)
    let moved = 116.012
    patchwork.change("G00") { cell in
      cell.ring[1].x = moved
      cell.ring[2].x = moved
      cell.ring.insert(Coordinate(x: 116.01, y: 39.01), at: 3)
    }
    patchwork.change("G01") { cell in
      cell.ring[0].x = moved
      cell.ring[3].x = moved
    }
    patchwork.cells.removeAll { ["G10", "G11", "G33"].contains($0.code) }
    patchwork.cells.append(
      Patchwork.Cell(
        code: "G1W", name: "西", street: "S0",
        ring: [
          (116, 39.01), (116.01, 39.01), (moved, 39.01), (116.02, 39.01), (116.02, 39.02),
          (116.01, 39.02), (116, 39.02),
        ].map { Coordinate(x: $0.0, y: $0.1) }))
    patchwork.change("G22") { $0.name = "新名" }
    patchwork.change("G20") { $0.street = "S1" }
    patchwork.change("G21") { $0.code = "X21" }
    return patchwork
  }

  /// Rows that name their grid and have no position: one in each cell, and one in a cell to come.
  private func importCodes() throws {
    let codes = before.cells.map(\.code) + ["X21"]
    _ = try sample.district.importFile(
      at: sample.write("grid\n" + codes.joined(separator: "\n"), as: "post.csv"),
      manifest: Manifest(
        yaml: """
          name: post
          primaryKey: [grid]
          fields:
            - {name: grid}
          gewu:
            load: full
            location: {grid: {field: grid, level: grid}}
          """, path: "post.yaml"))
  }
}
