package import Gewu
import Warehouse

extension GridRestoreReport {
  /// What was restored, in a few lines.
  package var summary: Wording {
    var lines = [
      Wording(
        "generation \(generation) has the cells of generation \(restored)",
        "版本 \(generation) 取自版本 \(restored) 的单元")
    ]
    lines += levels.map { level in
      let changes = level.changes
      return Wording(
        "level \(level.level): \(level.cells) cells: \(changes.new) new, \(changes.changed) changed, "
          + "\(changes.unchanged) unchanged, \(changes.gone) gone",
        "层级 \(level.level)：\(level.cells) 个单元：新增 \(changes.new)，改变 \(changes.changed)，"
          + "未变 \(changes.unchanged)，消失 \(changes.gone)")
    }
    if let setAside {
      lines.append(
        Wording(
          "generation \(setAside), which was being prepared, is set aside; `gewu grids restore "
            + "\(setAside)` brings it back",
          "准备中的版本 \(setAside) 已搁置；可用 `gewu grids restore \(setAside)` 取回"))
    }
    lines.append(
      activated
        ? Wording("generation \(generation) is active", "版本 \(generation) 已启用")
          + GridCheckReport.outcome(problems: check?.problemCount ?? 0)
        : Wording(
          "it is not active: `gewu grids activate \(generation)`",
          "尚未启用：`gewu grids activate \(generation)`"))
    return lines.lines()
  }
}
