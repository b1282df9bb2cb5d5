import Gewu
import HotSpots
import Words

/// A hot-spot answer as a person reads it: how it was made, then the cells, the hottest first.
struct HotSpotTable {
  private let answer: HotSpotAnswer
  private let top: Int?

  /// Shows all cells, or the hottest `top`.
  init(_ answer: HotSpotAnswer, top: Int?) {
    self.answer = answer
    self.top = top
  }

  /// The lines, without a line end after the last.
  var text: String { (heading + [table.text]).joined(separator: "\n") }

  private var heading: [String] {
    let run = answer.provenance
    let summary = run.summary
    var of = [run.dataset]
    if let category = run.category { of.append("«\(category)»") }
    if let from = run.from { of.append("from \(from)") }
    if let to = run.to { of.append("to \(to)") }
    if let exposure = run.exposure { of.append("per \(exposure)") }
    var lines = [
      "\(of.joined(separator: " ")), level \(run.level), generation \(run.generation)",
      "rows: \(run.rowsIn) in, \(run.rowsAttached) attached, \(run.rowsUsed) used; "
        + "cells: \(summary.cells), \(summary.tested) tested, \(summary.isolates) isolates",
      "\(summary.method), \(run.weights) neighbours, \(summary.permutations) permutations, "
        + "seed \(summary.seed), fdr \(summary.fdr.rawValue)",
      "classes: \(classes)",
    ]
    if !run.isCoverageValid { lines.append("note: the coverage of this generation is invalid") }
    lines += run.warnings.map { "note: \($0.en)" }
    return lines + [""]
  }

  private var classes: String {
    let counts = Dictionary(grouping: answer.cells, by: \.hotSpotClass).mapValues(\.count)
    return HotSpotClass.allCases.compactMap { kind in
      counts[kind].map { "\(kind.rawValue) \($0)" }
    }.joined(separator: ", ")
  }

  private var table: TextTable {
    let hasRates = answer.provenance.exposure != nil
    var columns: [(name: String, side: TextTable.Side)] = [("code", .left), ("count", .right)]
    if hasRates { columns += [("exposure", .right), ("rate", .right)] }
    columns += [
      ("statistic", .right), ("z", .right), ("p", .right), ("p_permutation", .right),
      ("p_adjusted", .right), ("class", .left),
    ]
    var table = TextTable(columns)
    let ranked = answer.hottest(answer.cells.count)
    let rest = answer.cells.filter { $0.z == nil }
    for cell in (ranked + rest).prefix(top ?? answer.cells.count) {
      var row = [cell.code, "\(cell.count)"]
      if hasRates {
        row += [Figure.fixed(cell.exposure, 0), cell.rate.map(Figure.significant) ?? ""]
      }
      row += [
        cell.statistic.map(Figure.significant) ?? "", Figure.fixed(cell.z, 3),
        Figure.probability(cell.p), Figure.probability(cell.pPermutation),
        Figure.probability(cell.pAdjusted), cell.hotSpotClass.rawValue,
      ]
      table.append(row)
    }
    return table
  }
}
