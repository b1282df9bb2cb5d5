package import Warehouse

extension RollbackReport {
  /// What became of the batch's rows, in a few lines for people.
  package var summary: String {
    let verb = isDryRun ? "would be rolled back" : "rolled back"
    var lines = ["batch \(batch) (\(dataset)) \(verb)"]
    lines.append(
      "  \(reversed) reversed (\(insertedReversed) inserted, \(updatedReversed) updated, "
        + "\(retiredReversed) retired), \(kept) kept, \(errors) in error")
    for later in laterBatches {
      lines.append(
        "  \(later.rows) of its rows were changed since by batch \(later.batch) (\(later.file)) "
          + "and \(isDryRun ? "would stay" : "stay") as they are; roll that one back first to "
          + "take them back")
    }
    if errors > 0 {
      lines.append("  rows in error are not as the batches left them: see `gewu verify`")
    }
    if !completed.isEmpty {
      let names = completed.map { "\($0)" }.joined(separator: ", ")
      lines.append("  with it, rows kept in earlier rollbacks: batch \(names)")
    }
    if entriesClosed > 0 { lines.append("  \(entriesClosed) of its refused rows were closed") }
    if entriesReopened > 0 {
      lines.append("  \(entriesReopened) refused rows that it had replayed are open again")
    }
    return lines.joined(separator: "\n")
  }
}
