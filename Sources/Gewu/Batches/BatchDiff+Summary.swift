public import Warehouse

extension BatchDiff {
  /// The differences in some lines for people.
  public var summary: String {
    let states = [from.map { "batch \($0)" } ?? "nothing", to.map { "batch \($0)" } ?? "this load"]
    return (["\(dataset): \(states[0]) → \(states[1])"] + details).joined(separator: "\n")
  }

  /// The differences without a heading, an indented line each.
  public var details: [String] {
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
