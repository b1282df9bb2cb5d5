package import Gewu
package import Warehouse

extension ReplayOutcome {
  /// What became of the rows, in a few lines.
  package var summary: Wording {
    let old = outdated.map {
      Wording(
        "batch \($0.batch): its refused rows are out of date, the full load \($0.successor) "
          + "followed; left alone",
        "批次 \($0.batch)：其问题数据已过时，后有全量装载 \($0.successor)；未作处理")
    }
    return (reports.map(\.summary) + old).lines()
  }
}

extension ReplayReport {
  /// What became of the rows, in a few lines.
  package var summary: Wording {
    var lines = [figures.summary]
    lines.append(
      Wording(
        "  \(entriesClosed) refused rows of batch \(parent) were taken up again",
        "  重新处理了批次 \(parent) 的 \(entriesClosed) 行问题数据"))
    if unmatched > 0 {
      lines.append(
        Wording(
          "  \(unmatched) rows stood for no open refused row and were loaded as they are",
          "  \(unmatched) 行不对应任何待处理的问题数据，已按原样装载"))
    }
    return lines.lines()
  }
}
