import Datasets
import Foundation
import Geometry
import Gewu
import HotSpots
import Testing
import Warehouse

/// Rows that a question is about, and what becomes of each.
@Suite struct RowBalanceTests {
  private static let thefts = """
    name: theft
    fields:
      - {name: kind}
      - {name: day, type: date}
      - {name: lon, type: number}
      - {name: lat, type: number}
      - {name: street}
    gewu:
      load: append
      location:
        - {x: lon, y: lat, crs: wgs84}
        - {grid: {field: street, level: street}}
      category: kind
      date: day
    """
  private static let people = """
    name: people
    primaryKey: [code]
    fields:
      - {name: code}
      - {name: residents, type: integer}
    gewu:
      load: full
      location:
        - {grid: {field: code, level: grid}}
        - {grid: {field: code, level: street}}
      exposures: [{name: residents, field: residents}]
    """

  /// A district of 4 × 4 grids in two streets, S0 west and S1 east.
  private func sample(side: Int = 4) throws -> Sample {
    let sample = try Sample(levels: ["street", "grid"])
    try Patchwork(side: side).load(into: sample)
    return sample
  }

  /// The middle of the grid of a row and a column.
  private static func middle(_ row: Int, _ column: Int) -> String {
    "\(116.005 + Double(column) / 100),\(39.005 + Double(row) / 100)"
  }

  private func load(_ rows: [String], into sample: Sample, name: String = "theft.csv") throws {
    _ = try sample.district.importFile(
      at: sample.write(
        (["kind,day,lon,lat,street"] + rows).joined(separator: "\n") + "\n", as: name),
      manifest: Manifest(yaml: Self.thefts, path: "theft.yaml"))
  }

  private func loadPeople(_ rows: [String], into sample: Sample) throws {
    _ = try sample.district.importFile(
      at: sample.write(
        (["code,residents"] + rows).joined(separator: "\n") + "\n", as: "people.csv"),
      manifest: Manifest(yaml: Self.people, path: "people.yaml"))
  }

  private func ask(_ sample: Sample, _ question: HotSpotQuestion) throws -> HotSpotAnswer {
    var question = question
    question.permutations = 0
    let answer = try sample.district.hotSpots(question)
    #expect(answer.provenance.balance.isBalanced)
    #expect(
      answer.provenance.rowsUsed
        == answer.cells.filter { $0.hotSpotClass != .lowData }.reduce(0) { $0 + ($1.count ?? 0) })
    return answer
  }

  @Test func `a rate has its rows and its exposure of the same ground`() throws {
    let sample = try sample()
    let rows = (0..<4).flatMap { row in (0..<2).map { "a,2026-01-01,\(Self.middle(row, $0))," } }
    try load(rows, into: sample)
    // Of the eight grids of S0 the residents of one are known.
    try loadPeople(["G00,50"], into: sample)

    let answer = try ask(
      sample, HotSpotQuestion(dataset: "theft", level: "street", exposure: "residents"))

    #expect(answer.cells.map(\.count) == [1, 0])
    #expect(answer.cells.map(\.rate) == [0.02, nil])
    #expect(answer.provenance.rowsIn == 8 && answer.provenance.rowsUsed == 1)
    #expect(answer.provenance.balance == RowBalance(total: 8, [.counted: 1, .withoutExposure: 7]))
  }

  @Test func `an amount of a street is not added to those of its grids`() throws {
    let sample = try sample()
    try load(
      ["a,2026-01-01,\(Self.middle(0, 0)),", "a,2026-01-01,\(Self.middle(3, 1)),"], into: sample)
    try loadPeople(["S0,100", "G00,20", "G02,10"], into: sample)

    let streets = try ask(
      sample, HotSpotQuestion(dataset: "theft", level: "street", exposure: "residents"))
    let grids = try ask(sample, HotSpotQuestion(dataset: "theft", exposure: "residents"))

    #expect(streets.cells.map(\.exposure) == [100, 10])
    #expect(streets.cells.map(\.rate) == [0.02, 0])
    #expect(grids.cells.first?.exposure == 20)
    #expect(grids.provenance.balance == RowBalance(total: 2, [.counted: 1, .withoutExposure: 1]))
    #expect(grids.cells.filter { $0.hotSpotClass == .lowData }.count == 14)
  }

  @Test func `a row that is known by its street counts where all of the street has an exposure`()
    throws
  {
    let sample = try sample()
    try load(["a,2026-01-01,,,S0", "a,2026-01-01,,,S1"], into: sample)
    let west = (0..<4).flatMap { row in (0..<2).map { "G\(row)\($0),10" } }
    try loadPeople(west + ["G02,10"], into: sample)

    let answer = try ask(
      sample, HotSpotQuestion(dataset: "theft", level: "street", exposure: "residents"))

    #expect(answer.cells.map(\.rate) == [1.0 / 80, 0])
    #expect(answer.provenance.balance == RowBalance(total: 2, [.counted: 1, .withoutExposure: 1]))
  }

  @Test func `rows known by a cell above the level are told`() throws {
    let sample = try sample()
    try load(["a,2026-01-01,\(Self.middle(0, 0)),", "a,2026-01-01,,,S1"], into: sample)

    let answer = try ask(sample, HotSpotQuestion(dataset: "theft"))

    #expect(answer.provenance.rowsAttached == 2 && answer.provenance.rowsUsed == 1)
    #expect(answer.provenance.balance == RowBalance(total: 2, [.counted: 1, .otherLevel: 1]))
    #expect(answer.provenance.warnings.first == .otherLevel(rows: 1, level: "grid"))
    let streets = try ask(sample, HotSpotQuestion(dataset: "theft", level: "street"))
    #expect(streets.provenance.balance == RowBalance(total: 2, [.counted: 2]))
  }

  @Test func `cells that are redrawn are not cold before the rows are attached again`() throws {
    let sample = try sample(side: 10)
    let every = (0..<10).flatMap { row in (0..<10).map { (row, $0) } }
    let rows = every.flatMap { row, column in
      (0..<3 + (row * 7 + column * 3) % 5).map { _ in "a,2026-01-01,\(Self.middle(row, column))," }
    }
    try load(rows, into: sample)
    var redrawn = Patchwork(side: 10)
    let changed = (3..<6).flatMap { row in (3..<6).map { "G\(row)\($0)" } }
    for code in changed { redrawn.change(code) { $0.name += "新" } }
    try redrawn.load(into: sample)
    let moved = rows.indices.count { index in
      changed.contains { code in rows[index].contains(Self.middle(of: code)) }
    }

    let stale = try ask(sample, HotSpotQuestion(dataset: "theft", fdr: .none))
    let street = try ask(sample, HotSpotQuestion(dataset: "theft", level: "street"))
    let reports = try sample.district.attach(dataset: "theft")
    let fresh = try ask(sample, HotSpotQuestion(dataset: "theft", fdr: .none))

    #expect(stale.cells.filter { $0.hotSpotClass == .lowData }.map(\.code) == changed)
    #expect(
      stale.provenance.balance
        == RowBalance(
          total: rows.count, [.counted: rows.count - moved, .earlierGeneration: moved]))
    #expect(
      stale.provenance.warnings.prefix(2) == [
        .earlierGeneration(rows: moved, .attaching(dataset: "theft")),
        .incompleteCells(cells: 9, .attaching(dataset: "theft")),
      ])
    // A part of each street may lack rows.
    #expect(street.cells.allSatisfy { $0.hotSpotClass == .lowData })
    #expect(street.provenance.rowsUsed == 0)
    #expect(reports.map(\.changed) == [moved])
    #expect(fresh.provenance.balance == RowBalance(total: rows.count, [.counted: rows.count]))
    #expect(!fresh.cells.contains { $0.hotSpotClass == .lowData })
  }

  private static func middle(of code: String) -> String {
    let digits = code.dropFirst().compactMap(\.wholeNumberValue)
    return middle(digits[0], digits[1])
  }

  @Test func `a cell on new ground is not cold before the rows without a cell were looked at`()
    throws
  {
    let sample = try sample()
    try load(
      ["a,2026-01-01,\(Self.middle(0, 0)),", "a,2026-01-01,\(Self.middle(0, 4)),"], into: sample)
    var wider = Patchwork(side: 4)
    wider.cells += [("E0", 0), ("E1", 1)].map { code, row in
      Patchwork.Cell(
        code: code, name: "东", street: "S1",
        ring: [(4, 0), (5, 0), (5, 1), (4, 1)].map {
          Coordinate(
            x: Patchwork.line($0.0, from: 116), y: Patchwork.line(row + $0.1, from: 39))
        })
    }
    try wider.load(into: sample)

    let before = try ask(sample, HotSpotQuestion(dataset: "theft"))
    _ = try sample.district.attach()
    let after = try ask(sample, HotSpotQuestion(dataset: "theft"))

    #expect(before.cells.filter { $0.hotSpotClass == .lowData }.map(\.code) == ["E0", "E1"])
    #expect(before.provenance.balance == RowBalance(total: 2, [.counted: 1, .unattached: 1]))
    #expect(
      before.provenance.warnings.first == .incompleteCells(cells: 2, .attaching(dataset: "theft")))
    #expect(after.cells.first { $0.code == "E0" }?.count == 1)
    #expect(!after.cells.contains { $0.hotSpotClass == .lowData })
  }

  @Test func `that attaching found no cell for a row is known, though it changed nothing`() throws {
    let sample = try sample()
    try load(
      ["a,2026-01-01,\(Self.middle(0, 0)),", "a,2026-01-01,\(Self.middle(9, 9)),"], into: sample)
    var renamed = Patchwork(side: 4)
    renamed.change("G33") { $0.name = "新" }
    try renamed.load(into: sample)

    let before = try ask(sample, HotSpotQuestion(dataset: "theft"))
    let changes = try sample.district.attach().map(\.changed)
    let after = try ask(sample, HotSpotQuestion(dataset: "theft"))

    #expect(before.cells.filter { $0.hotSpotClass == .lowData }.map(\.code) == ["G33"])
    #expect(changes == [0, 0])
    #expect(!after.cells.contains { $0.hotSpotClass == .lowData })
    #expect(after.provenance.balance == RowBalance(total: 2, [.counted: 1, .unattached: 1]))
  }

  @Test func `the exposure of a redrawn cell is not known before its rows are attached again`()
    throws
  {
    let sample = try sample()
    try load(["a,2026-01-01,\(Self.middle(0, 0)),"], into: sample)
    try loadPeople((0..<4).flatMap { row in (0..<4).map { "G\(row)\($0),10" } }, into: sample)
    var renamed = Patchwork(side: 4)
    renamed.change("G33") { $0.name = "新" }
    try renamed.load(into: sample)
    _ = try sample.district.attach(dataset: "theft")

    let before = try ask(sample, HotSpotQuestion(dataset: "theft", exposure: "residents"))
    _ = try sample.district.attach(dataset: "people")
    let after = try ask(sample, HotSpotQuestion(dataset: "theft", exposure: "residents"))

    #expect(before.cells.filter { $0.exposure == nil }.map(\.code) == ["G33"])
    #expect(before.provenance.warnings.contains(.earlierExposure(cells: 1, dataset: "people")))
    #expect(after.cells.allSatisfy { $0.exposure == 10 })
  }

  @Test func `rows in quarantine, without a cell and outside the period are told`() throws {
    let sample = try sample()
    let refused = ["a,2026-01-01,x,39.005,", "b,not a day,\(Self.middle(0, 0)),"]
    try load(Thefts.rows + refused, into: sample)

    let all = try ask(sample, HotSpotQuestion(dataset: "theft"))
    let january = try ask(sample, HotSpotQuestion(dataset: "theft", from: "2026-01", to: "2026-01"))
    let some = try ask(
      sample, HotSpotQuestion(dataset: "theft", categories: ["b"], from: "2026-02"))

    #expect(
      all.provenance.balance
        == RowBalance(total: 44, [.counted: 41, .unattached: 1, .quarantined: 2]))
    // A row without a day is outside every period.
    #expect(
      january.provenance.balance
        == RowBalance(
          total: 44, [.counted: 39, .unattached: 1, .quarantined: 2, .outsidePeriod: 2]))
    #expect(january.provenance.rowsIn == 40 && january.provenance.rowsAttached == 39)
    // Of which category a refused row is nobody knows.
    #expect(some.provenance.balance == RowBalance(total: 3, [.counted: 1, .quarantined: 2]))
  }

  @Test func `a refused row that was tried again counts once, and not when it is taken`() throws {
    let sample = try sample()
    try load(Thefts.rows + ["a,2026-01-01,x,39.005,"], into: sample)
    func quarantined() throws -> Int {
      try ask(sample, HotSpotQuestion(dataset: "theft")).provenance.balance[.quarantined]
    }

    let first = try quarantined()
    _ = try sample.write(Self.thefts, as: "theft.yaml")
    _ = try sample.district.replay(.dataset("theft"), manifests: sample.folder.path)
    let again = try quarantined()
    _ = try sample.district.discard(.dataset("theft"), reason: "given up")

    #expect(first == 1 && again == 1)
    #expect(try quarantined() == 0)
  }

  @Test func `what an earlier complete load refused is out of date after the next`() throws {
    let sample = try sample()
    try load(["a,2026-01-01,\(Self.middle(0, 0)),"], into: sample)
    let many = (0..<4).flatMap { row in (0..<4).map { "G\(row)\($0),1" } }
    try loadPeople(many + ["G00x,two"], into: sample)
    let first = try ask(sample, HotSpotQuestion(dataset: "people")).provenance.balance
    try loadPeople(many, into: sample)
    let second = try ask(sample, HotSpotQuestion(dataset: "people")).provenance.balance

    #expect(first == RowBalance(total: 17, [.counted: 16, .quarantined: 1]))
    #expect(second == RowBalance(total: 16, [.counted: 16]))
  }

  @Test func `several categories are all counted`() throws {
    let sample = try sample()
    try load(Thefts.rows, into: sample)

    let two = try ask(sample, HotSpotQuestion(dataset: "theft", categories: ["a", "b"]))
    let one = try ask(sample, HotSpotQuestion(dataset: "theft", categories: ["b"]))

    #expect(two.provenance.rowsIn == 42 && one.provenance.rowsIn == 1)
    // It is refused where it is not there, whatever the period.
    #expect(throws: HotSpotFault.noSuchCategories(["c"], dataset: "theft", known: ["a", "b"])) {
      try ask(sample, HotSpotQuestion(dataset: "theft", categories: ["a", "c"], from: "2026-01"))
    }
  }
}

/// Rows of thefts: 39 of category a in January in G00, one without a day, one outside of all cells, and one
/// of category b in February.
private enum Thefts {
  static let rows =
    Array(repeating: "a,2026-01-01,116.005,39.005,", count: 39)
    + ["a,,116.005,39.005,", "a,2026-01-01,115.5,39.005,", "b,2026-02-01,116.015,39.005,"]
}
