import Datasets
import Foundation
import Geometry
import Gewu
import Testing
import Warehouse

@Suite struct CrosswalkTests {
  private let zones: Patchwork = {
    var patchwork = Patchwork(side: 1)
    // The border runs through the second row of grids; the north reaches out to the east.
    patchwork.cells = [
      .init(
        code: "Z1", name: "南", street: "Z",
        ring: [(116, 39), (116.04, 39), (116.04, 39.015), (116, 39.015)].map {
          Coordinate(x: $0.0, y: $0.1)
        }),
      .init(
        code: "Z2", name: "北", street: "Z",
        ring: [(116, 39.015), (116.04, 39.015), (116.05, 39.015), (116.05, 39.03), (116, 39.03)]
          .map { Coordinate(x: $0.0, y: $0.1) }),
    ]
    return patchwork
  }()

  /// 16 grids, two school zones, and people: one without a position.
  private func district(people: [Coordinate] = []) throws -> Sample {
    let sample = try Sample(levels: ["street", "grid"])
    try Patchwork(side: 4).load(into: sample)
    try sample.district.addNet("school", levels: ["zone"])
    var request = GridLoadRequest(
      file: try sample.write(zones.geoJSON, as: "zones.geojson"), level: "zone",
      codeField: "code", activates: true)
    request.net = "school"
    _ = try sample.district.loadGrids(request)
    try sample.importPlaces(people, as: "residents", subject: "person", and: ["none,,"])
    return sample
  }

  @Test func `by area each pair has the ground that it shares`() throws {
    let walk = try district().district.crosswalk(from: "base", to: "school", by: .area)

    let rows = Dictionary(uniqueKeysWithValues: walk.rows.map { ([$0.from, $0.to], $0) })
    // Four grids in the south, four cut in two, four in the north, four in no zone; and the ground of
    // the northern zone east of all grids.
    #expect(walk.rows.count == 4 + 8 + 4 + 4 + 1)
    #expect(abs((rows[["G03", "Z1"]]?.shareOfFrom ?? 0) - 1) < 1e-9)
    // 0.01° from 39.00° to 39.01° N on the WGS 84 ellipsoid, by the closed form of the authalic area.
    #expect(abs((rows[["G00", "Z1"]]?.amount ?? 0) - 961_620.328) < 0.01)
    #expect(abs((rows[["G12", "Z1"]]?.shareOfFrom ?? 0) - 0.5) < 1e-4)
    #expect(abs((rows[["G12", "Z2"]]?.shareOfFrom ?? 0) - 0.5) < 1e-4)
    #expect(rows[["G31", nil]]?.shareOfFrom == 1 && rows[["G31", nil]]?.shareOfTo == nil)
    // A fifth of the breadth.
    #expect(abs((rows[[nil, "Z2"]]?.shareOfTo ?? 0) - 0.2) < 1e-9)
    #expect(walk.rows.last?.from == nil)
  }

  /// Two nets that cover the same square to the last position, with slanting borders that cross.
  @Test func `what two nets cover wholly is in no row without a cell`() throws {
    let sample = try Sample(levels: ["grid"])
    try sample.district.addNet("fan", levels: ["beat"])
    func ring(_ code: String, _ positions: [(Double, Double)]) -> String {
      let text = (positions + positions.prefix(1)).map { "[\($0.0),\($0.1)]" }.joined(
        separator: ",")
      return """
        {"type":"Feature","properties":{"code":"\(code)"},"geometry":{"type":"Polygon",\
        "coordinates":[[\(text)]]}}
        """
    }
    // A square in thirty strips that lean, and in a fan of five triangles.
    let corners = [(116.0, 39.0), (117, 39), (117, 40), (116, 40)]
    let south = (0...30).map { (116 + Double($0) / 30, 39.0) }
    let north = [116.0] + (1..<30).map { 116 + pow(Double($0) / 30, 1.3) } + [117.0]
    let strips = (0..<30).map { place in
      ring(
        "s\(place)",
        [south[place], south[place + 1], (north[place + 1], 40), (north[place], 40)])
    }
    let middle = (116.37, 39.61)
    let fan = (0..<4).map { ring("f\($0)", [corners[$0], corners[($0 + 1) % 4], middle]) }
    for (net, level, features) in [("base", "grid", strips), ("fan", "beat", fan)] {
      var request = GridLoadRequest(
        file: try sample.write(Sample.collection(features), as: "\(net).geojson"), level: level,
        codeField: "code", activates: true)
      request.net = net
      _ = try sample.district.loadGrids(request)
    }

    let walk = try sample.district.crosswalk(from: "base", to: "fan", by: .area)

    #expect(walk.rows.count > 60)
    #expect(walk.rows.allSatisfy { $0.from != nil && $0.to != nil })
  }

  @Test func `areas of both directions agree`() throws {
    let sample = try district()
    let district = sample.district

    let there = try district.crosswalk(from: "base", to: "school", by: .area)
    let back = try district.crosswalk(from: "school", to: "base", by: .area)

    let areas = Dictionary(uniqueKeysWithValues: back.rows.map { ([$0.to, $0.from], $0.amount) })
    #expect(there.rows.count == back.rows.count)
    for row in there.rows {
      #expect(abs(row.amount - (areas[[row.from, row.to]] ?? 0)) < 1e-6 * row.amount)
    }
  }

  @Test func `people are counted as by looking at every cell`() throws {
    var state: UInt64 = 7
    func next() -> Double {
      state = state &* 2_862_933_555_777_941_757 &+ 3_037_000_493
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    let people = (0..<500).map { _ in
      Coordinate(x: 115.99 + next() * 0.07, y: 38.99 + next() * 0.06)
    }
    var expected: [[String?]: Double] = [:]
    for place in people {
      expected[[Patchwork(side: 4).cell(at: place), zones.cell(at: place)], default: 0] += 1
    }

    let walk = try district(people: people).district
      .crosswalk(from: "base", to: "school", by: .people)

    #expect(
      Dictionary(uniqueKeysWithValues: walk.rows.map { ([$0.from, $0.to], $0.amount) })
        == expected)
    #expect(walk.dataset == "residents" && walk.unplaced == 1)
    let shares = walk.rows.filter { $0.from == "G11" }.compactMap(\.shareOfFrom)
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
  }

  @Test func `without a data set of the subject the error says so`() throws {
    let sample = try district()
    let district = sample.district

    #expect(throws: NetFault.noDataset(subject: "household")) {
      try district.crosswalk(from: "base", to: "school", by: .households)
    }
  }

  @Test func `the table says what it counts and when`() throws {
    let walk = try district().district.crosswalk(from: "school", to: "base", by: .people)

    #expect(
      String(decoding: walk.csv, as: UTF8.self)
        == "from,to,amount,share_of_from,share_of_to,by,dataset,from_generation,to_generation\n")
  }
}
