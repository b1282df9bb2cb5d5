import Intake
import Warehouse

extension BatchDiff {
  /// The differences in some lines.
  package var summary: Wording {
    let old = from.map(Self.batch) ?? Wording("nothing", "空")
    let new = to.map(Self.batch) ?? Wording("this load", "本次装载")
    let heading = Wording(
      "\(dataset): \(old.english) → \(new.english)", "\(dataset)：\(old.chinese) → \(new.chinese)")
    return ([heading] + details).lines()
  }

  /// The differences without a heading, an indented line each.
  var details: [Wording] {
    var lines = [Wording(verbatim: "  +\(added) ~\(changed) =\(unchanged) −\(removed)")]
    if !columns.isEmpty {
      lines.append(Wording("  changed: ", "  改变：") + columns.ranked())
    }
    lines += samples.map { Wording(verbatim: "    " + Self.line(of: $0)) }
    if !grids.isEmpty {
      let shown = grids.prefix(10).map {
        Wording(code: $0.code, else: Wording("no grid", "无网格"))
          + Wording(verbatim: " \(Self.text($0.rows))")
      }
      let rest = Wording(", … (\(grids.count) grids)", "、…（共 \(grids.count) 个网格）")
      lines.append(
        Wording("  rows per grid: ", "  各网格行数：") + shown.listed()
          + (grids.count > shown.count ? rest : .empty))
    }
    if !reasons.isEmpty {
      let shown = reasons.sorted { $0.key < $1.key }.map { "\($0.key) \(Self.text($0.value))" }
      lines.append(Wording("  reasons: ", "  原因：") + shown.listed())
    }
    return lines
  }

  private static func batch(_ number: Int64) -> Wording {
    Wording("batch \(number)", "批次 \(number)")
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
