@testable import Intake
import Datasets
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Warehouse

/// Random sequences of imports, rollbacks, replays and discards, each step held to the model.
@Suite struct BatchHistoryTests {
  @Test(arguments: 1...8, [false, true])
  func `the store is what the remaining batches make, whatever was done in what order`(
    _ seed: Int, _ isFull: Bool
  ) throws {
    var history = try BatchHistory(seed: UInt64(seed), isFull: isFull)
    for _ in 0..<24 { try history.step() }
  }

  @Test(arguments: 1...6, [0, 9])
  func `it is the same where key and values are sealed, from the beginning or half way`(
    _ seed: Int, _ sealedAt: Int
  ) throws {
    var history = try BatchHistory(
      seed: UInt64(seed), isFull: seed.isMultiple(of: 2), isMarked: true)
    for step in 0..<18 {
      if step == sealedAt { try history.seal() }
      try history.step()
    }
    let verified = try history.bench.store.verify()
    #expect(verified.checks.flatMap(\.problems) == [])
    try history.rotate()
    for _ in 0..<4 { try history.step() }
  }
}

/// A store and its model, side by side.
private struct BatchHistory {
  let bench: ImportBench
  var model: BatchHistoryModel
  var random: SeededGenerator
  /// The rules with another least amount each: what they refuse changes.
  let rules: [(least: Int, manifest: Manifest)]

  init(seed: UInt64, isFull: Bool, isMarked: Bool = false) throws {
    bench = try ImportBench()
    model = BatchHistoryModel(isFull: isFull)
    random = SeededGenerator(seed: seed)
    rules = try [0, -2, -9].map { least in
      let mode = ("load: incremental", isFull ? "load: full" : "load: incremental")
      return (
        least,
        try ImportBench.manifest(
          [("minimum: 0", "minimum: \(least)"), mode]
            + (isMarked ? Self.marks : []))
      )
    }
  }

  private static let marks = [
    ("maxLength: 6}}", "maxLength: 6}, gewu: {sensitive: personal, searchable: true}}"),
    ("title: Kind}", "title: Kind, gewu: {sensitive: personal}}"),
    ("type: integer, ", "type: integer, gewu: {sensitive: secret}, "),
  ]

  func seal() throws {
    try bench.store.makeSeal { _ in bench.key }
    try bench.sealRest()
    #expect(try bench.store.verify().checks.flatMap(\.problems) == [])
  }

  func rotate() throws {
    try bench.store.rotateSeal()
    try bench.sealRest()
    #expect(try bench.store.sealStatus().versions.map(\.number) == [2])
    #expect(try bench.store.sealStatus().clear == 0)
  }

  mutating func step() throws {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4: try load()
    case 4..<6: try rollBack()
    case 6..<9: try replay()
    default: try discard()
    }
    try check()
  }

  private var next: Int { (model.changes.keys.max() ?? 0) + 1 }

  private mutating func load() throws {
    let lines = (0..<Int.random(in: 1...7, using: &random)).map { _ in
      BatchHistoryModel.Line(
        key: "K\(Int.random(in: 1...6, using: &random))",
        kind: ["a", "b"].randomElement(using: &random) ?? "a",
        amount: ["1", "2", "-1", "-5", "x"].randomElement(using: &random) ?? "1")
    }
    let rule = rules[0]
    let report = try bench.load(
      "no,kind,amount,lon,lat\n" + lines.map { $0.text + "\n" }.joined(), rule.manifest
    ) { $0.isForced = true }
    #expect(report.batch.map(Int.init) == next)
    let figures = model.load(lines, batch: next, least: rule.least)
    try check(report, figures)
  }

  private mutating func rollBack() throws {
    guard let batch = model.batches.randomElement(using: &random) else { return }
    let report = try bench.rollBack(Int64(batch))
    #expect(report.errors == 0)
    model.takeBack(batch)
  }

  private mutating func replay() throws {
    let parents = Set(model.open.map { model.refusals[$0].batch }).sorted()
    guard let parent = parents.randomElement(using: &random),
      let rule = rules.randomElement(using: &random)
    else { return }
    let report = try #require(try bench.replay(Int64(parent), rule.manifest))
    #expect(report.figures.batch.map(Int.init) == next)
    let figures = model.replay(parent, batch: next, least: rule.least)
    try check(report.figures, figures)
  }

  private mutating func discard() throws {
    guard let index = model.open.randomElement(using: &random) else { return }
    // Entries are numbered in the order they are made, in the store and in the model.
    let number = Int64(model.refusals[index].chain + 1)
    let count = try bench.store.write { try $0.discard(rows: [number], note: "test") }
    #expect(count == 1)
    model.discard(index)
  }

  private func check(_ report: ImportReport, _ figures: BatchHistoryModel.Figures) throws {
    var found = BatchHistoryModel.Figures()
    (found.inserted, found.updated) = (report.inserted, report.updated)
    (found.unchanged, found.duplicate) = (report.unchanged, report.duplicate)
    (found.quarantined, found.retired) = (report.quarantined, report.retired)
    #expect(found == figures)
    #expect(report.isBalanced)
  }

  private func check() throws {
    if !model.changes.isEmpty {
      #expect(
        try bench.opened().map { "\($0["no"] ?? ""):\($0["kind"] ?? ""):\($0["amount"] ?? "")" }
          .sorted()
          == model.visible)
    }
    let open = try bench.store.read { try $0.quarantinedRows(limit: 1_000) }
    #expect(
      open.map { "\($0.number) \($0.batch) \($0.raw)" }.sorted()
        == model.open.map { index in
          let refusal = model.refusals[index]
          return "\(refusal.chain + 1) \(refusal.batch) \(refusal.line.text)"
        }.sorted())
    // Every batch refused exactly the rows that it says.
    #expect(
      try bench.number(
        """
        SELECT count(*) FROM batch AS b WHERE quarantined <>
          (SELECT count(*) FROM quarantine AS q WHERE q.batch_id = b.id)
        """) == 0)
  }
}
