import Foundation
import Geometry
import Testing
import Warehouse

@testable import Gewu

@Suite struct `Gaps that are meant to be there` {
  /// In the lake of ``load(_:lake:without:activates:)``, in the middle of G11.
  private let lake = Coordinate(longitude: 116.015, latitude: 39.015)

  /// Loads 4 × 4 squares as the grid level, the square G11 with a lake of `lake` degrees in its middle.
  @discardableResult
  private func load(
    _ sample: Sample, lake: Double = 0.004, without codes: Set<String> = [],
    activates: Bool = false, allowsInvalid: Bool = false
  ) throws -> GridLoadReport {
    let (low, high) = (0.015 - lake / 2, 0.015 + lake / 2)
    let shore = [(low, low), (high, low), (high, high), (low, high), (low, low)]
      .map { "[\(116 + $0.0),\(39 + $0.1)]" }.joined(separator: ",")
    let all = Sample.lattice(side: 4) { row, column in
      row == 1 && column == 1 && lake > 0
        ? Sample.square(west: 116.01, south: 39.01, size: 0.01) + ",[\(shore)]" : nil
    }
    let features = all.split(separator: "\n").dropFirst().dropLast()
      .map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
      .filter { feature in !codes.contains { feature.contains("\"code\":\"\($0)\"") } }
    return try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(Sample.collection(features), as: "grid.geojson"), level: "grid",
        codeField: "code", parentField: "street", activates: activates,
        allowsInvalid: allowsInvalid))
  }

  private func kinds(_ report: GridCheckReport) -> [String] {
    report.levels.flatMap(\.problems).map(\.kind)
  }

  @Test func `a lake in one cell is accepted, and the coverage is valid`() throws {
    let sample = try Sample(levels: ["street", "grid"])
    try load(sample, activates: true, allowsInvalid: true)
    let before = try sample.district.locate(lake)

    let decision = try sample.district.acceptGap(at: lake, name: "东湖")

    #expect(!before.isCoverageValid && before.gap == nil)
    #expect(decision.gap.id == 1 && decision.gap.name == "东湖")
    // 0.004 degrees of latitude are 444.8 m, of longitude here 345.6 m.
    #expect(abs(decision.gap.area - 153_700) < 500)
    #expect(decision.generation == 1 && decision.valid == true && decision.problems == 0)
    let check = try sample.district.checkGrids()
    #expect(check.valid)
    let notes = check.levels.map { $0.notes.map(\.kind) }
    #expect(notes == [["accepted_gap"], ["accepted_gap"]])
    #expect(check.levels[1].notes[0].name == "东湖")
    #expect(check.levels[1].notes[0].cells == ["G11"])
    #expect(try sample.district.generations()[0].isValid == true)
    #expect(try sample.district.acceptedGaps() == [decision.gap])
  }

  @Test func `a position in it is outside and told so, one on its shore is in its cell`() throws {
    let sample = try Sample(levels: ["street", "grid"])
    try load(sample, activates: true, allowsInvalid: true)
    _ = try sample.district.acceptGap(at: lake, name: "东湖")

    let within = try sample.district.locate(lake)
    let shore = try sample.district.locate(Coordinate(longitude: 116.013, latitude: 39.015))
    let beside = try sample.district.locate(Coordinate(longitude: 116.012, latitude: 39.015))
    let outside = try sample.district.locate(Coordinate(longitude: 115.99, latitude: 39.015))

    #expect(within.status == .outside && within.grid == nil && within.isCoverageValid)
    #expect(within.gap == LocateAnswer.Gap(id: 1, name: "东湖"))
    #expect(within.nearest?.code == "G11")
    #expect(shore.status == .border && shore.grid?.code == "G11" && shore.gap == nil)
    #expect(beside.status == .inside && beside.gap == nil)
    #expect(outside.status == .outside && outside.gap == nil && outside.nearest?.code == "G10")
    var writer = LocateAnswerWriter()
    let locator = try sample.district.pointLocator()
    writer.open(lake, locator.slot(of: lake), in: locator)
    writer.close()
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: writer.bytes, as: UTF8.self).contains(#""gap":{"id":1,"name":"东湖"}"#))
    #expect(try writer.bytes == [UInt8](encoder.encode(within)))
  }

  @Test func `an enclave among cells is accepted, every other position has exactly one grid`()
    throws
  {
    let sample = try Sample(levels: ["grid"])
    try load(sample, lake: 0, without: ["G11", "G12"], activates: true, allowsInvalid: true)
    _ = try sample.district.acceptGap(at: lake)

    let locator = try sample.district.pointLocator()
    var state: UInt64 = 7
    var tally: [GridStatus: Int] = [:]
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Among them every eighth on a line of the lattice.
      var x = Double(state >> 40) / 16_777_216 * 0.04
      let y = Double((state >> 16) & 0xFF_FFFF) / 16_777_216 * 0.04
      if state & 7 == 0 { x = (x * 100).rounded() / 100 }
      let answer = locator.answer(for: Coordinate(x: 116 + x, y: 39 + y))
      tally[answer.status, default: 0] += 1
      let isEnclave = x > 0.01 && x < 0.03 && y > 0.01 && y < 0.02
      if isEnclave {
        #expect(answer.status == .outside && answer.gap?.id == 1)
      } else if answer.status == .outside {
        // A line of the lattice that is not bit for bit that of the cells.
        #expect(x == 0.01 || x == 0.03 || x == 0 || x == 0.04, "\(x) \(y)")
      } else {
        let code = "G\(min(3, Int(y * 100)))\(min(3, Int(x * 100)))"
        #expect(answer.gap == nil)
        if answer.status == .inside { #expect(answer.grid?.code == code, "\(x) \(y)") }
      }
    }
    #expect(tally[.inside, default: 0] > 10_000 && tally[.outside, default: 0] > 2_000)
  }

  @Test func `it is found again in the next generation, but not where a cell is missing beside it`()
    throws
  {
    let sample = try Sample(levels: ["grid"])
    try load(sample, activates: true, allowsInvalid: true)
    _ = try sample.district.acceptGap(at: lake, name: "东湖")

    // A shore surveyed anew, 0.8 % larger.
    let surveyed = try load(sample, lake: 0.004 * 1.004, activates: true)
    try load(sample, lake: 0.004 * 1.01)
    let grown = try sample.district.checkGrids()
    try load(sample, without: ["G11"])
    let missing = try sample.district.checkGrids()
    try load(sample, without: ["G22"])
    let other = try sample.district.checkGrids()
    try load(sample, lake: 0.001, activates: true)

    #expect(surveyed.check?.valid == true)
    #expect(kinds(grown) == ["gap"] && kinds(missing) == ["gap"])
    #expect(kinds(other) == ["gap"] && other.levels[0].notes.map(\.kind) == ["accepted_gap"])
    #expect(try sample.district.locate(lake).gap?.name == "东湖")
    // Where the lake was before there is ground now.
    let filled = try sample.district.locate(Coordinate(longitude: 116.0135, latitude: 39.015))
    #expect(filled.grid?.code == "G11")
  }

  @Test func `a draft is made valid before it is activated, and each time has its own answer`()
    throws
  {
    let hand = try HandClock("2026-03-01T08:00:00Z")
    let sample = try Sample(levels: ["grid"], clock: hand.clock)
    try load(sample, lake: 0, activates: true)
    hand.advance(by: .seconds(60))
    try load(sample)

    #expect(throws: InvalidCoverage.self) { try sample.district.activate(generation: 2) }
    let decision = try sample.district.acceptGap(at: lake, name: "东湖")
    _ = try sample.district.activate(generation: 2)

    #expect(decision.generation == 1 && decision.valid == true)
    #expect(try sample.district.locate(lake).gap?.name == "东湖")
    #expect(try sample.district.locate(lake, at: "2026-03-01T08:00:30Z").grid?.code == "G11")
    let again = try District(openingStoreAt: sample.district.storePath, clock: hand.clock)
    #expect(try again.locate(lake).gap?.id == 1 && again.verify().clean)
  }

  @Test func `the street above may have the lake`() throws {
    let sample = try Sample(levels: ["street", "grid"])
    let streets = ["S0": "116.0,39.0 116.02,39.0 116.02,39.04 116.0,39.04 116.0,39.0"]
      .merging(["S1": "116.02,39.0 116.04,39.0 116.04,39.04 116.02,39.04 116.02,39.0"]) { $1 }
    let features = streets.sorted { $0.key < $1.key }.map { code, ring in
      let positions = ring.split(separator: " ").map { "[\($0)]" }.joined(separator: ",")
      return """
        {"type":"Feature","properties":{"code":"\(code)"},"geometry":{"type":"Polygon",\
        "coordinates":[[\(positions)]]}}
        """
    }
    _ = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(Sample.collection(features), as: "street.geojson"), level: "street",
        codeField: "code"))
    try load(sample)
    let before = try sample.district.checkGrids()

    _ = try sample.district.acceptGap(at: lake)

    #expect(kinds(before).sorted() == ["area_balance", "gap"])
    let after = try sample.district.checkGrids()
    #expect(after.valid, "\(kinds(after))")
  }

  @Test func `what is no gap, or accepted already, is refused, and an acceptance is taken away`()
    throws
  {
    let sample = try Sample(levels: ["grid"])
    #expect(throws: GenerationFault.nothingLoaded) { try sample.district.acceptGap(at: lake) }
    try load(sample, activates: true, allowsInvalid: true)
    let cell = Coordinate(longitude: 116.005, latitude: 39.005)
    let far = Coordinate(longitude: 117, latitude: 39)

    #expect(
      throws: GapFault.noGap(longitude: 116.005, latitude: 39.005, generation: 1, cell: "G00")
    ) {
      try sample.district.acceptGap(at: cell)
    }
    #expect(throws: GapFault.noGap(longitude: 117, latitude: 39, generation: 1, cell: nil)) {
      try sample.district.acceptGap(at: far)
    }
    _ = try sample.district.acceptGap(at: lake, name: "东湖")
    #expect(throws: GapFault.accepted(1, name: "东湖")) {
      try sample.district.acceptGap(at: Coordinate(longitude: 116.014, latitude: 39.014))
    }
    #expect(throws: GapFault.noSuchGap(2, net: "base")) { try sample.district.removeGap(2) }
    let decision = try sample.district.removeGap(1)

    #expect(decision.valid == false && decision.problems == 1)
    #expect(try sample.district.acceptedGaps().isEmpty)
    let answer = try sample.district.locate(lake)
    #expect(answer.gap == nil && !answer.isCoverageValid)
    #expect(try !sample.district.checkGrids().valid)
  }
}
