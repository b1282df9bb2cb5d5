import DemoSupport
import DemoTruth
import TestSupport
import UseAnomaly

extension UseProof {
  /// The lines of the record for one district, and what the method found in it as it is shipped.
  static func record(_ truth: Truth) -> (lines: [String], method: Outcome) {
    let view = StoreView(truth)
    let proof = UseProof(truth, homes: view.homes())
    let analysis = UseAnalysis(.shipped)
    let report = analysis.judge(proof.homes)
    let list = report.list(.standing)
    let method = proof.outcome("method", list.map(\.key))
    let delivered = view.deliveredBuildings()
    let parts = proof.homes.filter { delivered.contains(Int32($0.building)) }
    func judged(_ name: String, _ homes: [Home]) -> Outcome {
      UseProof(truth, homes: homes)
        .outcome(name, analysis.judge(homes).list(.standing).map(\.key))
    }
    let outcomes = [
      method,
      judged("  in the buildings that the company delivers", parts),
      judged("  with how each reading was taken, since 2025-07", view.homes(.book)),
      judged("  without leases, lists of lets and lodgers", proof.changed(withoutRecords)),
      judged("  without power", proof.changed { $0.power = [] }),
      judged("  lodgers counted as residents", proof.changed(withLodgers)),
      proof.outcome("plain z 3.5", proof.plain(report, 3.5)),
      proof.outcome("plain z 2.0", proof.plain(report, 2)),
    ]
    var lines = [
      "seed \(truth.options.seed): \(proof.homes.count) homes, \(report.judged) judged; "
        + report.notJudged.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", "),
      "planted: "
        + Truly.allCases.dropLast().map { "\($0) \(method.planted[$0] ?? 0)" }
        .joined(separator: ", "),
      cells(["", "named", "let", "family", "leak", "meter", "other", "precision", "recall"]),
    ]
    lines += outcomes.map(line)
    lines.append(
      "list 1: expected false by Benjamini and Hochberg, of z alone: \(tenths(report.expectedFalse)) "
        + "of \(list.count) named; z >= 2 by chance: \(tenths(report.byChance)), found "
        + "\(report.homes.count { $0.notJudged == nil && $0.z >= 2 })")
    lines.append(
      "held back by what speaks against: \(report.homes.count(where: \.isHeldBack)); "
        + "list 2 (use went up): \(report.list(.step).count)")
    lines += proof.byBuilding(list).map { kind, named, hits in
      let title = Building.Kind(rawValue: UInt8(kind))?.title ?? "?"
      return "  \(title): \(hits) let of \(named) named"
    }
    lines.append(
      "others that were named: people who truly live there, by how many: "
        + proof.others(list, truth, view.day))
    return (lines, method)
  }

  private static func withoutRecords(_ home: inout Home) {
    home.facts.leases = 0
    home.facts.isListedAsLet = false
    home.facts.lodgers = 0
  }

  private static func withLodgers(_ home: inout Home) {
    home.residents = home.residents.map { $0 + home.facts.lodgers }
  }

  private func changed(_ change: (inout Home) -> Void) -> [Home] {
    homes.map { home in
      var home = home
      change(&home)
      return home
    }
  }

  private func others(_ list: [HomeFinding], _ truth: Truth, _ day: Int32) -> String {
    var counts: [Int: Int] = [:]
    for finding in list where isOther(finding.key) {
      counts[truth.lives.occupantCount(of: Int(finding.key), on: day), default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map { "\($0.key) people \($0.value)" }
      .joined(separator: ", ")
  }

  private static func line(_ one: Outcome) -> String {
    cells([
      one.name, "\(one.count)", "\(one.hits)", "\(one.named[.largeFamily] ?? 0)",
      "\(one.named[.leak] ?? 0)", "\(one.wrongMeters)", "\(one.named[.other] ?? 0)",
      hundredths(one.precision), hundredths(one.recall),
    ])
  }

  /// A name of 50 characters, and numbers of ten.
  private static func cells(_ texts: [String]) -> String {
    texts.enumerated().map { index, text in
      let pad = String(repeating: " ", count: max(0, (index == 0 ? 50 : 10) - text.count))
      return index == 0 ? text + pad : pad + text
    }.joined()
  }

  private static func hundredths(_ share: Double) -> String {
    let whole = Int((share * 100).rounded())
    return "\(whole / 100)." + (whole % 100 < 10 ? "0" : "") + "\(whole % 100)"
  }

  private static func tenths(_ number: Double) -> String {
    let whole = Int((number * 10).rounded())
    return "\(whole / 10).\(whole % 10)"
  }
}
