import Foundation
package import Gewu

extension GridDiff {
  /// The differences in some lines; of long lists the first ten.
  package var summary: Wording {
    var lines = [Wording("generation \(from) → \(to)", "版本 \(from) → \(to)")]
    for level in levels { lines += Self.lines(of: level) }
    for set in datasets {
      lines += Self.lines(of: set, named: Wording(verbatim: set.dataset ?? ""))
    }
    lines += Self.lines(of: reports, named: Wording("reports", "上报"))
    return lines.lines()
  }

  private static func lines(of level: Level) -> [Wording] {
    var lines = [
      Wording(
        "level \(level.level): \(level.before) → \(level.after) cells: \(level.added.count) added, "
          + "\(level.gone.count) gone, \(level.moved.count) moved, \(level.renamed.count) renamed, "
          + "\(level.reparented.count) under another cell, \(level.recoded.count) with another code, "
          + "\(level.unchanged) unchanged",
        "层级 \(level.level)：\(level.before) → \(level.after) 个单元：新增 \(level.added.count)，"
          + "消失 \(level.gone.count)，改划 \(level.moved.count)，改名 \(level.renamed.count)，"
          + "改变上级 \(level.reparented.count)，改变代码 \(level.recoded.count)，"
          + "未变 \(level.unchanged)")
    ]
    lines += level.added.first(10) { Wording(verbatim: "+ \($0.code)  \(area($0.area))") }
    lines += level.gone.first(10) { Wording(verbatim: "− \($0.code)  \(area($0.area))") }
    lines += level.moved.sorted { ($1.share, $0.code) < ($0.share, $1.code) }.first(10) {
      let share = String(format: "%.3g", $0.share * 100)
      return Wording(
        "~ \($0.code)  lost \(area($0.lost)), won \(area($0.won)), \(share) % of it",
        "~ \($0.code)  失去 \(area($0.lost))，得到 \(area($0.won))，占 \(share) %")
    }
    lines += level.renamed.first(10) {
      Wording("~ \($0.code)  name ", "~ \($0.code)  名称 ") + change(from: $0.from, to: $0.to)
    }
    lines += level.reparented.first(10) {
      Wording("~ \($0.code)  under ", "~ \($0.code)  上级 ") + change(from: $0.from, to: $0.to)
    }
    lines += level.recoded.first(10) {
      let old = text($0.from)
      return Wording("~ \(old.english) is now \($0.code)", "~ \(old.chinese) 改为 \($0.code)")
    }
    return lines
  }

  private static func lines(of hands: Hands, named name: Wording) -> [Wording] {
    let none = Wording("no grid", "无网格")
    return [
      Wording(
        "\(name.english): \(hands.changed) of \(hands.examined) with a place change hands",
        "\(name.chinese)：有位置的 \(hands.examined) 行中 \(hands.changed) 行换了网格")
    ]
      + hands.pairs.first(10) { pair in
        let (from, to) = (Wording(code: pair.from, else: none), Wording(code: pair.to, else: none))
        return from + Wording(verbatim: " → ") + to + Wording(verbatim: "  \(pair.count)")
      }
  }

  private static func area(_ area: Double) -> String {
    if area >= 1e6 { return String(format: "%.3f km²", area / 1e6) }
    return String(format: area >= 100 ? "%.0f m²" : "%.3g m²", area)
  }

  private static func change(from old: String?, to new: String?) -> Wording {
    text(old) + Wording(verbatim: " → ") + text(new)
  }

  private static func text(_ value: String?) -> Wording {
    Wording(code: value, else: Wording("none", "无"))
  }
}
