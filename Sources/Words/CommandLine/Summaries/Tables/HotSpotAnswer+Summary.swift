package import Gewu
import HotSpots
import Time
import Warehouse

extension HotSpotAnswer {
  /// How the answer was made, then the cells, the hottest first.
  ///
  /// - Parameter top: only so many cells; all of them, where it is nil.
  package func summary(top: Int?) -> Wording {
    (heading + [.empty, table(top: top)]).lines()
  }

  private var heading: [Wording] {
    let run = provenance
    let summary = run.summary
    var lines = [
      question,
      Wording("rows: ", "行：") + run.balance.sum,
      Wording(
        "cells: \(summary.cells), \(summary.tested) tested, \(summary.isolates) isolates, "
          + "\(summary.lowData) without a value",
        "单元：\(summary.cells)，检验 \(summary.tested)，孤立 \(summary.isolates)，"
          + "无数值 \(summary.lowData)"),
      Wording(
        "\(summary.method.rawValue), \(run.weights.rawValue) neighbours, islands "
          + "\(summary.islands.rawValue), \(permutations.english), seed \(summary.seed), "
          + "fdr \(summary.fdr.rawValue)",
        "\(summary.method.rawValue)，\(run.weights.rawValue) 邻接，孤立单元 \(summary.islands.rawValue)，"
          + "\(permutations.chinese)，种子 \(summary.seed)，fdr \(summary.fdr.rawValue)"),
      Wording(
        "batch \(run.batch.map { "\($0.id)" } ?? "-"), neighbours \(run.weightsHash.prefix(12)), "
          + "gewu \(run.version)",
        "批次 \(run.batch.map { "\($0.id)" } ?? "-")，邻接关系 \(run.weightsHash.prefix(12))，"
          + "gewu \(run.version)"),
      Wording("classes: ", "分级：") + classes,
    ]
    if let source { lines.insert(source, at: 1) }
    if !run.isCoverageValid {
      lines.append(
        Wording("note: the coverage of this generation is invalid", "提示：该版本的覆盖无效"))
    }
    lines += run.warnings.map { note in
      let hint = note.commandLineHint.map { Wording(" (\($0.english))", "（\($0.chinese)）") }
      return [Wording("note: ", "提示："), note.wording, hint ?? .empty]
        .reduce(.empty, +)
    }
    return lines
  }

  private var permutations: Wording {
    let summary = provenance.summary
    return switch summary.rule {
    case .fixed(let count): Wording("\(count) permutations", "随机置换 \(count) 次")
    case .adaptive:
      Wording(
        "adaptive permutations (at most \(summary.permutations) per cell, \(summary.draws) in all)",
        "自适应随机置换（每单元至多 \(summary.permutations) 次，共 \(summary.draws) 次）")
    }
  }

  private var question: Wording {
    let run = provenance
    let asked = run.question
    var of = [asked.source.dataset.map { Wording(verbatim: $0) } ?? Wording("reports", "上报")]
    if !asked.categories.isEmpty {
      of.append(
        Wording(
          english: asked.categories.map { "'\($0)'" }.joined(separator: ", "),
          chinese: asked.categories.map { "“\($0)”" }.joined(separator: "、")))
    }
    if let from = asked.from { of.append(Wording("from \(from)", "自 \(from)")) }
    if let to = asked.to { of.append(Wording("to \(to)", "至 \(to)")) }
    if asked.from != nil || asked.to != nil {
      of.append(Wording("(\(run.zone))", "（\(run.zone)）"))
    }
    if let exposure = asked.exposure { of.append(Wording("per \(exposure)", "每 \(exposure)")) }
    if let batch = asked.batch {
      of.append(Wording("as of batch \(batch)", "截至批次 \(batch)"))
    }
    let net =
      run.net == Net.base ? .empty : Wording("net \(run.net), ", "网 \(run.net)，")
    return Wording(
      "\(of.map(\.english).joined(separator: " ")), \(net.english)level \(run.level), "
        + "generation \(run.generation)",
      "\(of.map(\.chinese).joined(separator: " "))，\(net.chinese)层级 \(run.level)，"
        + "版本 \(run.generation)")
  }

  /// Where the exposure comes from.
  private var source: Wording? {
    guard let exposure = provenance.question.exposure, let source = provenance.exposureSource else {
      return nil
    }
    let batch = source.batch
    let when = batch?.period ?? batch?.published?.day.text
    let at =
      (batch.map { Wording(" batch \($0.id)", "批次 \($0.id)") } ?? .empty)
      + (when.map { Wording(" (\($0))", "（\($0)）") } ?? .empty)
    return Wording(
      "exposure \(exposure): data set \(source.dataset),", "基数 \(exposure)：数据资源 \(source.dataset)，")
      + at
  }

  private var classes: Wording {
    let counts = Dictionary(grouping: cells, by: \.hotSpotClass).mapValues(\.count)
    return HotSpotClass.allCases.compactMap { kind in
      counts[kind].map { "\(kind.rawValue) \($0)" }
    }.listed()
  }

  private func table(top: Int?) -> Wording {
    let hasRates = provenance.question.exposure != nil
    var columns: [Listing.Column] = [
      .text("code", "代码"), .text("name", "名称"), .number("count", "数量"),
    ]
    if hasRates { columns += [.number("exposure", "暴露量"), .number("rate", "比率")] }
    columns += [
      .number("expected", "期望"), .number("neighbours", "邻接"), .number("statistic", "统计量"),
      .number("z", "z"), .number("p", "p"),
      .number("p_permutation", "置换 p"), .number("p_adjusted", "校正 p"), .text("class", "分级"),
    ]
    var table = Listing(columns)
    let ranked = hottest(cells.count) + cells.filter { $0.z == nil }
    for cell in ranked.prefix(top ?? cells.count) {
      var row = [cell.code, cell.name ?? "", cell.count.map { "\($0)" } ?? ""]
      if hasRates {
        row += [Figure.fixed(cell.exposure, 0), cell.rate.map(Figure.significant) ?? ""]
      }
      row += [
        Figure.fixed(cell.expected, 1), cell.neighbours.map { "\($0)" } ?? "",
        cell.statistic.map(Figure.significant) ?? "", Figure.fixed(cell.z, 3),
        Figure.probability(cell.p), Figure.probability(cell.pPermutation),
        Figure.probability(cell.pAdjusted), cell.hotSpotClass.rawValue,
      ]
      table.append(row)
    }
    return table.wording
  }
}
