import Foundation
import Geometry
import Gewu
import Grids
import Testing
import Time
import Words
import Warehouse

@Suite struct NetsTests {
  /// The 4 × 4 lattice as base net, and two police beats: the southern half and the northern, which
  /// reaches further east.
  private func district() throws -> Sample {
    let sample = try Sample()
    try sample.loadLattice()
    try sample.district.addNet(
      "police", title: "Police beats", titleChinese: "警务网格", levels: ["station", "beat"])
    try load(Self.beats(split: 39.02), into: sample)
    return sample
  }

  private static func beats(split: Double) -> Patchwork {
    var patchwork = Patchwork(side: 1)
    patchwork.cells = [
      .init(
        code: "P1", name: "南", street: "A",
        ring: [(116, 39), (116.04, 39), (116.04, split), (116, split)].map {
          Coordinate(x: $0.0, y: $0.1)
        }),
      .init(
        code: "P2", name: "北", street: "A",
        ring: [
          (116, split), (116.04, split), (116.08, split), (116.08, 39.04), (116, 39.04),
        ].map { Coordinate(x: $0.0, y: $0.1) }),
    ]
    return patchwork
  }

  @discardableResult
  private func load(
    _ patchwork: Patchwork, into sample: Sample, anyCode: Bool = false
  ) throws -> GridLoadReport {
    var request = GridLoadRequest(
      file: try sample.write(patchwork.geoJSON, as: "beats.geojson"), level: "beat",
      codeField: "code", nameField: "name", parentField: "street", activates: true)
    request.net = "police"
    request.allowsAnyCode = anyCode
    return try sample.district.loadGrids(request)
  }

  @Test func `one look-up answers the base net as ever, and the others beside it`() throws {
    let sample = try district()
    let district = sample.district
    let place = Coordinate(longitude: 116.035, latitude: 39.025)

    let plain = try district.locate(place)
    let all = try district.locate(place, nets: .all)
    let named = try district.locate(place, nets: .named(["police"]))

    #expect(plain.nets == nil && plain.path.map(\.code) == ["S1", "G23"])
    var rest = all
    rest.nets = nil
    #expect(rest == plain)
    #expect(all.nets?.keys.sorted() == ["police"])
    #expect(all.nets?["police"]?.path.map(\.code) == ["A", "P2"])
    #expect(all.nets?["police"]?.path.map(\.level) == ["station", "beat"])
    #expect(named == all)
  }

  @Test func `a place may be in one net and outside another`() throws {
    let sample = try district()
    let district = sample.district

    let answer = try district.locate(
      Coordinate(longitude: 116.06, latitude: 39.03), nets: .all)

    #expect(answer.status == .outside && answer.nearest != nil)
    #expect(answer.nets?["police"]?.grid?.code == "P2")
  }

  @Test func `each net has generations of its own`() throws {
    let sample = try district()
    let district = sample.district
    let place = Coordinate(longitude: 116.005, latitude: 39.015)
    let first = try #require(try district.generations(net: "police").first?.activatedAt).text

    try load(Self.beats(split: 39.01), into: sample)

    #expect(try district.generations().map(\.id) == [1])
    #expect(try district.generations(net: "police").map(\.id) == [2, 3])
    #expect(try district.generations(net: "police").map(\.status) == [.retired, .active])
    #expect(try district.locate(place, nets: .all).nets?["police"]?.grid?.code == "P2")
    #expect(
      try district.locate(place, at: first, nets: .all).nets?["police"]?.grid?.code == "P1")
    #expect(try district.locate(place).generation == 1)
    #expect(try district.diffGrids(from: 2, to: 3).levels.last?.moved.map(\.code) == ["P1", "P2"])
    #expect(throws: GenerationFault.ofTwoNets(1, "base", 3, "police")) {
      try district.diffGrids(from: 1, to: 3)
    }
  }

  @Test func `records and hot spots keep to the base net`() throws {
    let sample = try district()

    let report = try sample.district.receive(
      {
        var report = ReportSubmission(channel: "app")
        (report.longitude, report.latitude) = (116.005, 39.005)
        return report
      }()
    ).report

    #expect(report.grid?.code == "G00" && report.generation == 1)
    #expect(try sample.district.levels().map(\.level) == ["street", "grid"])
    #expect(try sample.district.attach().map(\.generation) == [1])
  }

  @Test func `a net and its levels are listed, and named where one is wrong`() throws {
    let sample = try district()
    let district = sample.district
    let place = Coordinate(longitude: 116, latitude: 39)

    #expect(try district.nets().map(\.name) == ["base", "police"])
    #expect(
      try district.nets().map(\.levels) == [["city", "street", "grid"], ["station", "beat"]])
    #expect(try district.nets().map(\.generation) == [1, 2])
    #expect(try district.snapshot(net: "police").levels.map(\.level) == ["station", "beat"])
    #expect(try district.snapshot(net: "police").grids(level: "beat").map(\.code) == ["P1", "P2"])
    #expect(
      try district.snapshot(net: "police").grid(code: "P2").path.map(\.code) == ["A", "P2"])
    #expect(throws: IndexFault.noLevel("grid", known: ["station", "beat"])) {
      try district.snapshot(net: "police").grids(level: "grid")
    }
    #expect(throws: NetFault.noSuchNet("school", known: ["base", "police"])) {
      try district.locate(place, nets: .named(["school"]))
    }
    try district.addNet("school", levels: ["zone"])
    #expect(throws: IndexFault.nothingActive(net: "school", store: district.storePath)) {
      try district.locate(place, nets: .named(["school"]))
    }
    #expect(try district.locate(place, nets: .all).nets?.keys.sorted() == ["police"])
  }

  @Test(arguments: [
    ("police", NetFault.taken("police")), ("all", .notAName("all")), ("a b", .notAName("a b")),
  ])
  func `a name that cannot be one is refused`(name: String, fault: NetFault) throws {
    let sample = try district()
    let district = sample.district

    #expect(throws: fault) { try district.addNet(name, levels: ["zone"]) }
  }

  @Test func `codes that break the grammar of the net are refused, or reported`() throws {
    let sample = try district()
    try sample.district.changeNet("police", codeGrammar: "unit-grid-15")
    var beats = Self.beats(split: 39.01)
    beats.change("P1") { cell in
      (cell.code, cell.street) = ("990101001001001", "990101001001")
    }

    let bad = [CodeFault(code: "P2", reason: .notDigits)]
    let refusal = NetFault.badCodes(
      bad, of: 2, level: "beat", net: "police", grammar: .unitGrid)
    #expect(throws: refusal) { try load(beats, into: sample) }
    #expect(refusal.kind == .refused)
    let report = try load(beats, into: sample, anyCode: true)
    #expect(report.badCodes == bad)
    let known = ["free", "unit-grid-15", "social-governance-15", "cjt349-20"]
    #expect(throws: NetFault.noSuchGrammar("any", known: known)) {
      try sample.district.changeNet("police", codeGrammar: "any")
    }
  }

  @Test(arguments: [
    ("all", NetSelection.all), ("police", .named(["police"])),
    ("police, school", .named(["police", "school"])),
  ])
  func `nets are named as all, or with commas`(text: String, selection: NetSelection) throws {
    #expect(try NetSelection(text) == selection)
  }

  @Test(arguments: ["", ",", "police,"])
  func `a list that names nothing is refused`(text: String) {
    #expect(throws: NamesNoNets(text: text)) { try NetSelection(text) }
  }
}
