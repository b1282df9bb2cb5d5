import Datasets
import Foundation
import Gewu
import HotSpots
import Tabular
import Testing
import Warehouse
import Words

/// Small counts of data sets of sensitivity 3 and 4.
@Suite struct WithheldHotSpotsTests {
  /// Events in 36 grids of two streets: those of the grids given, and 12 in each other one of row 5.
  private static func sample(
    _ counts: [String: Int] = ["G00": 3, "G01": 20, "G10": 31, "G11": 40, "G03": 14],
    sensitivity: Int? = 3
  ) throws -> Sample {
    let sample = try Sample()
    try sample.loadLattice(side: 6)
    var rows = ["kind,day,lon,lat"]
    for (code, count) in counts.merging(
      (0..<6).map { ("G5\($0)", 12) }, uniquingKeysWith: { own, _ in own })
    {
      let digits = code.dropFirst().compactMap(\.wholeNumberValue)
      let place = "\(116.005 + Double(digits[1]) / 100),\(39.005 + Double(digits[0]) / 100)"
      rows += Array(repeating: "a,2026-01-15,\(place)", count: count)
    }
    let level = sensitivity.map { "\n  sensitivity: \($0)" } ?? ""
    _ = try sample.district.importFile(
      at: sample.write(rows.joined(separator: "\n") + "\n", as: "event.csv"),
      manifest: Manifest(yaml: manifest + level, path: "event.yaml"))
    return sample
  }

  private static let manifest = """
    name: event
    fields:
      - {name: kind}
      - {name: day, type: date}
      - {name: lon, type: number}
      - {name: lat, type: number}
    gewu:
      load: append
      location: {x: lon, y: lat, crs: wgs84}
      category: kind
      date: day
    """

  @Test func `a small count has no figure, nor has the one that would tell it`() throws {
    let answer = try Self.sample().district.hotSpots(HotSpotQuestion(dataset: "event"))

    let hidden = answer.cells.filter { $0.hotSpotClass == .suppressed }
    // 3 alone in its street, and the smallest next one: the first of those with 12.
    #expect(hidden.map(\.code) == ["G00", "G50"])
    for cell in hidden { #expect(cell.count == nil && cell.z == nil && cell.expected == nil) }
    #expect(answer.cells.first { $0.code == "G11" }?.count == 40)
    #expect(answer.cells.first { $0.code == "G22" }?.count == 0)
    #expect(answer.provenance.withheld == .init(k: 10, cells: 2))
    #expect(answer.provenance.warnings.first == .withheld(cells: 2, k: 10))
    #expect(answer.provenance.rowsUsed == 180)
  }

  /// Stores that publish the same give the same bytes, whatever they withhold.
  @Test func `another store that publishes the same has the same answer, in every form`() throws {
    let stores = try [
      Self.sample(),
      Self.sample(["G00": 5, "G01": 20, "G10": 31, "G11": 40, "G03": 14, "G50": 10]),
    ]
    for level in ["grid", "street"] {
      let answers = try stores.map {
        var answer = try $0.district.hotSpots(HotSpotQuestion(dataset: "event", level: level))
        answer.provenance.batch = nil
        return answer
      }
      #expect(answers[0] == answers[1])
      #expect(HotSpotCSVWriter(answers[0]).bytes == HotSpotCSVWriter(answers[1]).bytes)
      #expect(try JSONText.bytes(of: answers[0]) == JSONText.bytes(of: answers[1]))
    }
  }

  @Test(arguments: [nil, 1, 2])
  func `of open data sets nothing is withheld unless a k is given`(sensitivity: Int?) throws {
    let district = try Self.sample(sensitivity: sensitivity).district

    let answer = try district.hotSpots(HotSpotQuestion(dataset: "event"))
    let asked = try district.hotSpots(
      HotSpotQuestion(dataset: "event", categories: ["a"], from: "2026-01", k: 4))

    #expect(answer.cells.allSatisfy { $0.count != nil && $0.hotSpotClass != .suppressed })
    #expect(answer.provenance.withheld == nil)
    #expect(try !String(decoding: JSONText.bytes(of: answer), as: UTF8.self).contains("withheld"))
    #expect(asked.provenance.withheld == .init(k: 4, cells: 2))
  }

  @Test(arguments: [
    (HotSpotQuestion(dataset: "event", categories: ["a"]), ["category"]),
    (HotSpotQuestion(dataset: "event", from: "2026-01", to: "2026-01"), ["from", "to"]),
    (HotSpotQuestion(dataset: "event", batch: 1), ["batch"]),
    (HotSpotQuestion(dataset: "event", categories: ["no such"], to: "2026"), ["category", "to"]),
  ])
  func `no other table is given, whatever is in it`(
    question: HotSpotQuestion, settings: [String]
  ) throws {
    let district = try Self.sample(sensitivity: 4).district

    #expect(throws: HotSpotFault.otherTable(settings: settings, dataset: "event", level: 4)) {
      try district.hotSpots(question)
    }
    #expect(throws: HotSpotFault.otherTable(settings: settings, dataset: "event", level: 4)) {
      try district.mappedHotSpots(question)
    }
  }

  @Test func `the generation that answers may be named, and k may only be raised`() throws {
    let district = try Self.sample().district

    let named = try district.hotSpots(HotSpotQuestion(dataset: "event", generation: 1))
    let raised = try district.hotSpots(HotSpotQuestion(dataset: "event", k: 15))

    #expect(named.cells.count { $0.hotSpotClass == .suppressed } == 2)
    #expect(raised.provenance.withheld?.k == 15)
    #expect(
      Set(raised.cells.filter { $0.count == nil }.map(\.code))
        .isSuperset(of: ["G00", "G03", "G50", "G51", "G52", "G53", "G54", "G55"]))
    #expect(throws: HotSpotFault.smallK(9, least: 10, dataset: "event", level: 3)) {
      try district.hotSpots(HotSpotQuestion(dataset: "event", k: 9))
    }
  }

  @Test func `who says what for sees all`() throws {
    let sample = try Self.sample()
    let reader = HotSpotAudience.reader(try ReadPurpose("a patrol plan"))

    let answer = try sample.district.hotSpots(
      HotSpotQuestion(dataset: "event", categories: ["a"], from: "2026-01"), for: reader)

    #expect(answer.cells.first { $0.code == "G00" }?.count == 3)
    #expect(answer.provenance.withheld == nil)
  }

  @Test
  func `few rows are told by no sum, and no list tells categories and days of protected ones`()
    throws
  {
    let few = try Self.sample(["G00": 2])
    let balance = RowBalance(
      total: 37, [.counted: 20, .otherLevel: 4, .unattached: 3, .quarantined: 10])

    let withheld = balance.withholding(below: 10)
    #expect(withheld.shown(.counted) == nil && withheld.shown(.otherLevel) == nil)
    #expect(withheld.shown(.unattached) == nil && withheld.shown(.quarantined) == 10)
    #expect(withheld.shownTotal == nil && withheld.attached == 24 && withheld.inPeriod == nil)
    let plain = RowBalance(total: 30, [.counted: 20, .unattached: 10]).withholding(below: 10)
    #expect(plain.shownTotal == 30 && plain.shown(.counted) == 20 && plain.inPeriod == 30)
    let small = RowBalance(total: 18, [.counted: 5, .unattached: 13]).withholding(below: 10)
    #expect(small.shownTotal == nil && small.shown(.counted) == nil && small.attached == nil)
    #expect(small.shown(.unattached) == 13 && small.inPeriod == nil)

    let shown = try #require(try few.district.shownDatasets().first)
    #expect(shown.rows == 74 && shown.attached == 74 && shown.unattached == 0)
    #expect(shown.categories.isEmpty && shown.firstDate == nil && shown.lastDate == nil)
    #expect(try few.district.datasets().first?.categories == ["a"])
  }
}
