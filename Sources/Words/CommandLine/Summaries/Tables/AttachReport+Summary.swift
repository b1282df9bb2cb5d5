package import Warehouse

extension AttachReport {
  /// What was done, in one line.
  package var summary: Wording {
    Wording(
      "\(dataset ?? "reports"): \(rows) looked at, \(changed) in another grid (\(gained) had none, "
        + "\(lost) have none now); \(attached) attached to generation \(generation), "
        + "\(unattached) not",
      "\(dataset ?? "上报")：检查 \(rows) 行，\(changed) 行换了网格（原无网格 \(gained)，"
        + "现无网格 \(lost)）；已落格到版本 \(generation) 的 \(attached) 行，未落格 \(unattached) 行")
  }
}

extension [AttachReport] {
  /// What was done, a line each, and one of the sums where there are several.
  package var summary: Wording {
    var lines = map(\.summary)
    if count > 1 {
      let rows = reduce(0) { $0 + $1.rows }
      let changed = reduce(0) { $0 + $1.changed }
      lines.append(
        Wording(
          "in all: \(rows) looked at, \(changed) in another grid",
          "合计：检查 \(rows) 行，\(changed) 行换了网格"))
    }
    return lines.lines()
  }
}
