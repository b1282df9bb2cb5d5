import Gewu

extension BatchFault {
  /// Why something cannot be done with a batch.
  var wording: Wording {
    switch self {
    case .noBatch(let batch): Wording("there is no batch \(batch)", "没有批次 \(batch)")
    case .stagedNotPublished(let batch):
      Wording("batch \(batch) is staged, not published", "批次 \(batch) 只是暂存，尚未发布")
    case .rolledBackAlready(let batch, let time):
      Wording(
        "batch \(batch) was rolled back already, at \(time); nothing was changed",
        "批次 \(batch) 已于 \(time) 撤回；未作任何更改")
    case .ofTwoDatasets(let first, let dataset, let second, let other):
      Wording(
        "batch \(first) is of \(dataset), batch \(second) of \(other); two batches of one data set "
          + "are compared",
        "批次 \(first) 属于 \(dataset)，批次 \(second) 属于 \(other)；只能比较同一数据资源的两个批次")
    case .noStateAfterRollback(let batch, let time):
      Wording(
        "batch \(batch) was rolled back\(time.map { " at \($0)" } ?? ""): there is no state after it to compare",
        "批次 \(batch) 已\(time.map { "于 \($0) " } ?? "")撤回：其后没有可比较的状态")
    case .nothingToCompare(let batch):
      Wording(
        "batch \(batch) is staged, not published; there is nothing to compare",
        "批次 \(batch) 只是暂存，尚未发布；没有可比较的内容")
    }
  }
}
