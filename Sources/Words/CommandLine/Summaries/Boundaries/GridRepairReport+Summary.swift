import Foundation
package import Gewu

extension GridRepairReport {
  /// What is proposed, in lines; of each level the first twenty changes.
  package var summary: Wording {
    var lines: [Wording] = []
    for level in levels {
      let kinds = Dictionary(grouping: level.changes, by: \.kind).mapValues(\.count)
      let counts = kinds.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.listed()
      let plan = kinds.isEmpty ? Wording("nothing to repair", "无需修补") : counts
      lines.append(
        Wording(
          "level \(level.level): \(level.before) problems before, \(level.after) after; "
            + "\(plan.english)",
          "层级 \(level.level)：修补前 \(level.before) 个问题，修补后 \(level.after) 个；\(plan.chinese)"))
      if let most = greatestShare(of: level) {
        let percent = String(format: "%.2g %%", most.share * 100)
        lines.append(
          Wording(
            "  of no cell more than \(percent) of its area changes (\(most.code))",
            "  单元面积的变化最多为 \(percent)（\(most.code)）"))
      }
      if level.after > 0, level.before > 0 {
        lines.append(
          Wording(
            "  what is left would take too much of a cell, or make one invalid: see `gewu grids check`",
            "  余下的问题若修补会使单元损失过多或变为无效：请见 `gewu grids check`"))
      }
      lines += level.changes.first(20, Self.line)
    }
    if let proposed {
      lines.append(
        Wording(
          "generation \(proposed) has the changes and is not active: look at it with `gewu grids "
            + "diff \(generation) \(proposed)` and `gewu grids check --generation \(proposed)`",
          "修补结果保存为版本 \(proposed)，尚未启用：请用 `gewu grids diff \(generation) \(proposed)` 和 "
            + "`gewu grids check --generation \(proposed)` 查看"))
    } else {
      lines.append(
        Wording(
          "generation \(generation) is as it was; nothing was kept",
          "版本 \(generation) 保持原样；未保存任何内容"))
    }
    return lines.lines()
  }

  private static func line(of change: Change) -> Wording {
    var parts = [change.kind, change.cells.joined(separator: " ")].map(Wording.init(verbatim:))
    if change.at.count == 2 {
      parts.append(
        Wording("at \(change.at[0]) \(change.at[1])", "位于 \(change.at[0]) \(change.at[1])"))
    }
    if change.area > 0 { parts.append(Wording(verbatim: String(format: "%.3g m²", change.area))) }
    if change.share > 0 {
      parts.append(Wording(verbatim: String(format: "%.2g %%", change.share * 100)))
    }
    if change.distance > 0 {
      parts.append(Wording(verbatim: String(format: "%.3g m", change.distance)))
    }
    return parts.spaced()
  }
}
