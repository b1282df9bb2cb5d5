package import Intake
import Time
import Warehouse

extension District {
  /// Compares the states of a data set after two of its batches.
  ///
  /// - Parameters:
  ///   - first: a batch.
  ///   - second: another one of the same data set, in whatever order; nil for the one before.
  /// - Throws: ``BatchFault`` where there is no such batch, one is not published, or they are of two
  ///   data sets.
  package func diff(batch first: Int64, with second: Int64? = nil) throws -> BatchDiff {
    try store.read { session in
      let batches = try [first, second].compactMap(\.self).map {
        try Self.published($0, session: session)
      }
      let datasets = batches.map(\.report.dataset)
      guard datasets.allSatisfy({ $0 == datasets[0] }) else {
        throw BatchFault.ofTwoDatasets(first, datasets[0], second ?? 0, datasets[1])
      }
      let numbers = batches.compactMap(\.report.batch).sorted()
      let (new, old) = (numbers[numbers.count - 1], numbers.count > 1 ? numbers[0] : nil)
      return try session.diff(
        dataset: datasets[0], from: old ?? session.batch(before: new, of: datasets[0]), to: new)
    }
  }

  private static func published(_ id: Int64, session: StoreTransaction) throws -> BatchRecord {
    let batch = try batch(id, session: session)
    switch batch.report.status {
    case .rolledBack:
      throw BatchFault.noStateAfterRollback(id, at: batch.rolledBack)
    case .staged:
      throw BatchFault.nothingToCompare(id)
    case .published, .unchanged, .refused, .dryRun: return batch
    }
  }
}

extension BatchDiff {
  /// The differences in some lines for people.
  package var summary: String {
    let states = [from.map { "batch \($0)" } ?? "nothing", to.map { "batch \($0)" } ?? "this load"]
    return (["\(dataset): \(states[0]) → \(states[1])"] + details).joined(separator: "\n")
  }

  /// The differences without a heading, an indented line each.
  package var details: [String] {
    var lines = ["  +\(added) ~\(changed) =\(unchanged) −\(removed)"]
    if !columns.isEmpty {
      let counts = columns.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      lines.append("  changed: " + counts.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
    lines += samples.map { "    " + Self.line(of: $0) }
    if !grids.isEmpty {
      let shown = grids.prefix(10).map { "\($0.code ?? "no grid") \(Self.text($0.rows))" }
      let rest = grids.count > shown.count ? ", … (\(grids.count) grids)" : ""
      lines.append("  rows a grid: " + shown.joined(separator: ", ") + rest)
    }
    if !reasons.isEmpty {
      let shown = reasons.sorted { $0.key < $1.key }.map { "\($0.key) \(Self.text($0.value))" }
      lines.append("  reasons: " + shown.joined(separator: ", "))
    }
    return lines
  }

  private static func line(of sample: Sample) -> String {
    switch sample.kind {
    case .added: "+ \(sample.key)"
    case .removed: "− \(sample.key)"
    case .changed:
      "~ \(sample.key) \(sample.column ?? ""): \(sample.old ?? "∅") → \(sample.new ?? "∅")"
    }
  }

  private static func text(_ shift: Shift) -> String {
    let sign = shift.difference > 0 ? "+" : ""
    return "\(shift.before) → \(shift.after) (\(sign)\(shift.difference))"
  }
}
