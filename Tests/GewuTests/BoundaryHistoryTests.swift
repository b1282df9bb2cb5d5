import Foundation
import Geometry
import Testing
import Time
import Warehouse

@testable import Gewu

@Suite struct `Boundaries that are taken back` {
  /// Loads squares of the lattice, those of a row below `rows`, as the grid level.
  @discardableResult
  private func load(
    _ sample: Sample, side: Int = 4, rows: Int = 4, activates: Bool = true,
    maximumShrink: Double = CellLoss.usualLimit
  ) throws -> GridLoadReport {
    var request = GridLoadRequest(
      file: try sample.write(Self.lattice(side: side, rows: rows), as: "grid.geojson"),
      level: "grid", codeField: "code", nameField: "name", activates: activates)
    request.maximumShrink = maximumShrink
    return try sample.district.loadGrids(request)
  }

  private static func lattice(side: Int, rows: Int) -> String {
    let lines = Sample.lattice(side: side).split(separator: "\n")
    let features = lines.dropFirst().dropLast().prefix(side * rows)
    return Sample.collection(
      features.map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) })
  }

  @Test func `a generation without most of the cells is refused, and nothing is changed`() throws {
    let sample = try Sample(levels: ["grid"])
    try load(sample)

    #expect(
      throws: CellLoss(generation: 2, level: "grid", gone: 12, before: 16, limit: 0.5)
    ) {
      try load(sample, rows: 1)
    }

    #expect(try sample.district.generations().map(\.status) == [.active])
    #expect(try sample.district.grids(level: "grid").count == 16)
  }

  @Test func `half of the cells may go, more where it is allowed`() throws {
    let sample = try Sample(levels: ["grid"])
    try load(sample)
    try load(sample, rows: 2)

    #expect(throws: CellLoss.self) { try load(sample, rows: 0 + 1, maximumShrink: 0.49) }
    try load(sample, rows: 1, maximumShrink: 0.5)

    #expect(try sample.district.grids(level: "grid").count == 4)
  }

  @Test(arguments: [nil, "2100-01-01"])
  func `a draft is refused when it is to be activated, now or later`(date: String?) throws {
    let sample = try Sample(levels: ["grid"])
    try load(sample)
    try load(sample, rows: 1, activates: false)

    #expect(throws: CellLoss.self) {
      try sample.district.activate(generation: 2, at: date)
    }
    let report = try sample.district.activate(generation: 2, maximumShrink: 1, at: date)

    #expect(report.valid)
  }

  @Test func `an activation is undone by a new generation with the cells of before`() throws {
    let sample = try Sample(levels: ["street", "grid"])
    try sample.loadLattice()
    let before = try sample.district.boundaries(level: "grid")
    try load(sample, rows: 1, maximumShrink: 1)

    let report = try sample.district.restoreGrids(of: 1, activates: true)

    #expect(report.generation == 3 && report.restored == 1 && report.setAside == nil)
    #expect(report.activated && report.check?.valid == true)
    #expect(report.levels.map(\.level) == ["street", "grid"])
    #expect(report.levels.map(\.cells) == [2, 16])
    let after = try sample.district.boundaries(level: "grid")
    #expect(after.map(\.grid) == before.map(\.grid))
    #expect(after.map(\.boundary) == before.map(\.boundary))
    #expect(try sample.district.generations().map(\.status) == [.retired, .retired, .active])
    #expect(try sample.district.grids().count == 18)
  }

  @Test func `what was being prepared is set aside, and can be restored too`() throws {
    let sample = try Sample(levels: ["grid"])
    try load(sample)
    try load(sample, side: 5, rows: 5, activates: false)

    let back = try sample.district.restoreGrids(of: 1)
    let again = try sample.district.restoreGrids(of: 2)

    #expect(back.generation == 3 && back.setAside == 2 && !back.activated && back.check == nil)
    #expect(again.generation == 4 && again.setAside == 3)
    #expect(try sample.district.snapshot(generation: 4).grids().count == 25)
    #expect(try sample.district.snapshot(generation: 3).grids().count == 16)
    #expect(
      try sample.district.generations().map(\.status) == [.active, .retired, .retired, .preparing])
  }

  @Test func `a smaller generation is not restored without leave, and an unknown one not at all`()
    throws
  {
    let sample = try Sample(levels: ["grid"])
    try load(sample, rows: 1)
    try load(sample)

    #expect(throws: CellLoss.self) { try sample.district.restoreGrids(of: 1, activates: true) }
    #expect(throws: GenerationFault.noGeneration(9)) { try sample.district.restoreGrids(of: 9) }
    #expect(try sample.district.generations().count == 2)
  }

  @Test func `cells are asked of a moment, and of a generation`() throws {
    let hand = try HandClock("2026-03-01T08:00:00Z")
    let sample = try Sample(levels: ["grid"], clock: hand.clock)
    try load(sample)
    hand.advance(by: .seconds(3600))
    try load(sample, rows: 2)

    let then = try sample.district.snapshot(at: "2026-03-01T08:30:00Z")
    let now = try sample.district.snapshot(at: nil)

    #expect(try then.generation == 1 && then.grids().count == 16)
    #expect(try now.generation == 2 && now.grids().count == 8)
    #expect(try sample.district.snapshot(generation: 1).grids().count == 16)
    #expect(throws: GenerationFault.noGeneration(5)) {
      try sample.district.snapshot(generation: 5)
    }
    #expect(throws: IndexFault.nothingActiveThen(date: "2026-02-01")) {
      try sample.district.snapshot(at: "2026-02-01")
    }
  }

  @Test func `a code that existed once is told from one that never did`() throws {
    let hand = try HandClock("2026-03-01T08:00:00Z")
    let sample = try Sample(levels: ["grid"], clock: hand.clock)
    try load(sample)
    hand.advance(by: .seconds(60))
    // Two cells become one, and a row of cells is given up.
    var features = Sample.lattice(side: 4).split(separator: "\n").dropFirst().dropLast()
      .prefix(12).map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
    features.removeSubrange(0..<2)
    features.append(
      """
      {"type":"Feature","properties":{"code":"G0W","name":"西"},"geometry":{"type":"Polygon",\
      "coordinates":[[[116.0,39.0],[116.01,39.0],[116.02,39.0],[116.02,39.01],[116.01,39.01],\
      [116.0,39.01],[116.0,39.0]]]}}
      """)
    _ = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(Sample.collection(features), as: "grid.geojson"), level: "grid",
        codeField: "code", nameField: "name", activates: true))
    let snapshot = try sample.district.snapshot()

    let merged = try #require(try snapshot.retired(code: "G01", level: nil))
    let gone = try #require(try snapshot.retired(code: "G30", level: "grid"))

    #expect(merged.level == "grid" && merged.name == "格01" && merged.generation == 1)
    #expect(merged.until == (try Moment("2026-03-01T08:01:00Z", in: .utc)))
    #expect(merged.now.map(\.code) == ["G0W"] && merged.now[0].name == "西")
    #expect(abs(merged.now[0].share - 1) < 1e-9)
    #expect(gone.now.isEmpty)
    #expect(try snapshot.retired(code: "nowhere", level: nil) == nil)
    #expect(
      throws: IndexFault.noCell(
        code: "G01", level: nil, generation: 2, net: "base", retired: merged)
    ) {
      try snapshot.grid(code: "G01")
    }
    // Of its own time it is there, and nothing had been retired before.
    let past = try sample.district.snapshot(generation: 1)
    #expect(try past.grid(code: "G01").generation == 1)
    #expect(try past.retired(code: "G0W", level: nil) == nil)
  }
}
