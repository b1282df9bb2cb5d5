@testable import Intake
import Datasets
import Foundation
import GRDB
import Testing

@testable import Warehouse

/// A full load whose key was mistyped retires nobody.
@Suite struct MistypedKeyTests {
  let bench: ImportBench
  let manifest: Manifest

  init() throws {
    bench = try ImportBench()
    manifest = try Manifest(
      yaml: """
        name: aid
        primaryKey: [rid]
        fields:
          - {name: rid, constraints: {required: true}, gewu: {check: cn.resident-id, sensitive: personal}}
          - {name: nm, constraints: {required: true}, gewu: {sensitive: personal}}
          - {name: amount, type: number}
          - {name: since, type: date}
        gewu: {dataset: aid, load: full}
        """, path: "aid.yaml")
  }

  /// A number with the right check character; the region does not exist.
  static func identifier(_ serial: Int) -> String {
    let body = "99010119500101" + String(format: "%03d", serial)
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return body + ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
  }

  private func people(_ serials: Range<Int>, change: (Int) -> String? = { _ in nil }) -> String {
    "rid,nm,amount,since\n"
      + serials.map { serial in
        "\(change(serial) ?? Self.identifier(serial)),P\(serial),1,2026-10-01\n"
      }.joined()
  }

  /// One typing error of each kind.
  static let errors: [@Sendable (String) -> String] = [
    { String($0.dropLast()) },
    { String($0.prefix(9)) + "0" + $0.dropFirst(9) },
    { String($0.prefix(10)) + ($0.dropFirst(10).first == "5" ? "6" : "5") + $0.dropFirst(11) },
    {
      String($0.prefix(3)) + $0.dropFirst(4).prefix(1) + $0.dropFirst(3).prefix(1) + $0.dropFirst(5)
    },
  ]

  @Test(arguments: [0, 1, 2, 3], [1 << 30, 1])
  func `a person whose number was mistyped is spared, and who is absent is retired`(
    error: Int, stageBytes: Int
  ) throws {
    try bench.load(people(0..<10), manifest)

    let report = try bench.load(
      people(0..<9) { $0 == 4 ? Self.errors[error](Self.identifier(4)) : nil }
        .replacingOccurrences(of: "P4", with: "another name"), manifest, name: "2.csv"
    ) { $0.stageBytes = stageBytes }

    #expect(report.quarantined == 1 && report.spared == 1 && report.retired == 1)
    #expect(report.sparedRows == [SparedRow(row: 5, refused: 5)])
    #expect(report.notes.contains(.sparedLikeRefused(rows: 1, mistyped: 1)))
    #expect(
      try bench.strings("SELECT nm FROM aid ORDER BY id") == (0..<9).map { "P\($0)" })
    let kept = try bench.store.read { try $0.batch(id: 2)?.report }
    #expect(kept?.spared == 1 && kept?.sparedRows == report.sparedRows)
    #expect(
      try bench.strings(
        """
        SELECT a.nm || ' ' || q.row_number FROM spared AS s JOIN src_aid AS a ON a.id = s.row_id
        JOIN quarantine AS q ON q.batch_id = s.batch_id AND q.row_number = s.refused_row
        """) == ["P4 5"])
    #expect(try bench.store.verify().clean)
  }

  @Test func `where all but the number is the same, any wrong number spares`() throws {
    try bench.load(people(0..<10), manifest)

    let report = try bench.load(
      people(0..<9) { $0 == 4 ? "990101000000000000" : nil }, manifest, name: "2.csv")

    #expect(report.spared == 1 && report.retired == 1)
    #expect(report.sparedRows == [SparedRow(row: 5, refused: 5)])
  }

  @Test func `a wrong number that is like nobody's retires who is absent`() throws {
    try bench.load(people(0..<10), manifest)

    let report = try bench.load(
      people(0..<9) { $0 == 4 ? "990101000000000000" : nil }
        .replacingOccurrences(of: "P4,1", with: "P4,2"), manifest, name: "2.csv")

    #expect(report.spared == 0 && report.retired == 2 && report.quarantined == 1)
  }

  @Test func `a dry run and a load that is refused keep no list`() throws {
    try bench.load(people(0..<10), manifest)
    let second = people(0..<9) { $0 == 4 ? Self.errors[0](Self.identifier(4)) : nil }

    let plan = try bench.load(second, manifest, name: "2.csv") { $0.isDryRun = true }

    #expect(plan.spared == 1 && plan.sparedRows.count == 1)
    #expect(try bench.number("SELECT count(*) FROM spared") == 0)
  }

  @Test func `thousands of wrong numbers are compared with thousands of absent rows`() throws {
    let many = 6_000
    func text(_ from: Int, _ wrong: (Int) -> Bool) -> String {
      "rid,nm,amount,since\n"
        + (from..<(from + many)).map { number in
          let day = String(format: "1950%02d%02d", number / 900 % 12 + 1, number / 30 % 28 + 1)
          let body = "990101\(day)" + String(format: "%03d", number % 900)
          let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
          let sum = zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
          let check = ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
          return "\(body)\(wrong(number) ? "?" : check),P\(number),1,2026-10-01\n"
        }.joined()
    }
    try bench.load(text(0) { _ in false }, manifest)

    let report = try bench.load(text(0) { $0 % 2 == 0 }, manifest, name: "2.csv")

    #expect(report.quarantined == many / 2 && report.spared == many / 2 && report.retired == 0)
    #expect(try bench.number("SELECT count(*) FROM spared") == many / 2)
  }

  @Test func `many rows that end lose no key and keep each key unique`() throws {
    let many = DatasetTable.manyChanges + 700
    let things = try ImportBench.manifest([
      ("load: incremental", "load: full\n  thresholds: {maxShrink: 100%}"),
      ("maxLength: 6", "maxLength: 9"),
    ])
    let rows = { (range: Range<Int>) in
      "no,kind,amount,lon,lat\n" + range.map { "B\($0),b,1,5,5\n" }.joined()
    }
    for stageBytes in [1 << 30, 1] {
      let bench = try ImportBench()
      try bench.load(rows(0..<many + 10), things) { $0.stageBytes = stageBytes }

      let report = try bench.load(rows(many..<many + 20), things, name: "2.csv") {
        $0.stageBytes = stageBytes
      }

      #expect(report.retired == many && report.inserted == 10 && report.unchanged == 10)
      #expect(try bench.number("SELECT count(*) FROM thing") == 20)
      let check = try bench.store.verify()
      #expect(check.clean, "\(check.checks.flatMap(\.problems))")
      #expect(try bench.rollBack(2).retiredReversed == many)
      #expect(try bench.number("SELECT count(*) FROM thing") == many + 10)
    }
  }
}
