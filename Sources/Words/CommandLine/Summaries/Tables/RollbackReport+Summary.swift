package import Warehouse

extension RollbackReport {
  /// What became of the batch's rows, in a few lines.
  package var summary: Wording {
    var lines = [
      isDryRun
        ? Wording(
          "batch \(batch) (\(dataset)) would be rolled back", "批次 \(batch)（\(dataset)）将被撤回")
        : Wording("batch \(batch) (\(dataset)) rolled back", "批次 \(batch)（\(dataset)）已撤回")
    ]
    lines.append(
      Wording(
        "  \(reversed) reversed (\(insertedReversed) inserted, \(updatedReversed) updated, "
          + "\(retiredReversed) retired), \(kept) kept, \(errors) in error",
        "  还原 \(reversed) 行（新增 \(insertedReversed)，更新 \(updatedReversed)，"
          + "注销 \(retiredReversed)），保留 \(kept) 行，异常 \(errors) 行"))
    for later in laterBatches {
      lines.append(
        Wording(
          "  \(later.rows) of its rows were changed since by batch \(later.batch) (\(later.file)) "
            + "and \(isDryRun ? "would stay" : "stay") as they are; roll that one back first to "
            + "take them back",
          "  其中 \(later.rows) 行后来被批次 \(later.batch)（\(later.file)）更改，"
            + "\(isDryRun ? "将" : "")保持不变；如要一并撤回，请先撤回该批次"))
    }
    if errors > 0 {
      lines.append(
        Wording(
          "  rows in error are not as the batches left them: see `gewu verify`",
          "  异常的行与批次留下的状态不符：请看 `gewu verify`"))
    }
    if !completed.isEmpty {
      let names = completed.map { "\($0)" }.listed()
      lines.append(
        Wording("  with it, rows kept in earlier rollbacks: batch ", "  连同以前撤回时保留的行：批次 ") + names)
    }
    if entriesClosed > 0 {
      lines.append(
        Wording(
          "  \(entriesClosed) of its refused rows were closed",
          "  该批次的 \(entriesClosed) 行问题数据已关闭"))
    }
    if entriesReopened > 0 {
      lines.append(
        Wording(
          "  \(entriesReopened) refused rows that it had replayed are open again",
          "  由它重试过的 \(entriesReopened) 行问题数据重新待处理"))
    }
    return lines.lines()
  }
}
