package import Gewu
import Geometry
import Grids
import Warehouse

extension GridLoadReport {
  /// What was loaded, in a few lines.
  package var summary: Wording {
    var lines = [
      Wording(
        "level \(level): \(cells) cells in generation \(generation): \(changes.new) new, "
          + "\(changes.changed) changed, \(changes.unchanged) unchanged, \(changes.gone) gone",
        "层级 \(level)：版本 \(generation) 中有 \(cells) 个单元：新增 \(changes.new)，"
          + "改变 \(changes.changed)，未变 \(changes.unchanged)，消失 \(changes.gone)"),
      parentage,
    ]
    if !skipped.isEmpty {
      let first = skipped.prefix(10).map(String.init).listed()
      let more = skipped.count > 10 ? " …" : ""
      lines.append(
        Wording(
          "left out: \(skipped.count) features without code that are not surfaces (numbers "
            + "\(first.english)\(more))",
          "略去 \(skipped.count) 个既非面又无代码的要素（序号 \(first.chinese)\(more)）"))
    }
    if !cut.isEmpty {
      let first = cut.prefix(10).map { $0 }.listed()
      let more = cut.count > 10 ? " …" : ""
      lines.append(
        Wording(
          "cut along the antimeridian: \(cut.count) cells that cross it the shorter way "
            + "(\(first.english)\(more))",
          "沿 180° 经线切开 \(cut.count) 个按较短一侧跨越它的单元（\(first.chinese)\(more)）"))
    }
    if let bent {
      let first = bent.codes.prefix(10).map { $0 }.listed()
      let more = bent.codes.count > 10 ? " …" : ""
      let metres = (bent.metres * 100).rounded() / 100
      lines.append(
        Wording(
          "long edges: positions alone are brought to the store's system, and the middles of edges of "
            + "\(bent.codes.count) cells are up to \(metres) m off; give these edges more positions "
            + "(\(first.english)\(more))",
          "长边：只有顶点换算到数据仓库的坐标系，\(bent.codes.count) 个单元的边的中点最多偏离 \(metres) 米；"
            + "请在这些边上加密顶点（\(first.chinese)\(more)）"))
    }
    if !overlapping.isEmpty {
      let first = overlapping.prefix(10).map { $0 }.listed()
      let more = overlapping.count > 10 ? " …" : ""
      lines.append(
        Wording(
          "joined: \(overlapping.count) cells whose parts overlap, what they share counts once "
            + "(\(first.english)\(more))",
          "合并了 \(overlapping.count) 个各部分相互重叠的单元，重叠处只计一次（\(first.chinese)\(more)）"))
    }
    if let drawing { lines += drawing.summary }
    if !badCodes.isEmpty {
      lines.append(
        Wording(
          "\(badCodes.count) codes break the grammar of the net:",
          "\(badCodes.count) 个代码不符合该网的编码规则："))
      lines += badCodes.first(10) {
        Wording(verbatim: "\($0.code) ") + $0.wording
      }
    }
    if activated {
      lines.append(
        Wording("generation \(generation) is active", "版本 \(generation) 已启用")
          + GridCheckReport.outcome(problems: check?.problemCount ?? 0))
    }
    return lines.lines()
  }

  private var parentage: Wording {
    let methods = [
      (parents.field, Wording("by field", "按字段")), (parents.table, Wording("by table", "按对照表")),
      (parents.containment, Wording("by the largest shared area", "按最大公共面积")),
      (parents.none, Wording("without one", "没有上级")),
    ]
    let used = methods.filter { $0.0 > 0 }.map { count, method in
      Wording("\(count) \(method.english)", "\(method.chinese) \(count)")
    }
    return Wording("parents: ", "上级单元：") + used.listed()
  }
}

extension DrawingReport {
  /// What the drawing holds besides its cells, each kind with its first places.
  fileprivate var summary: [Wording] {
    func places(_ list: [Coordinate]) -> Wording {
      let shown = list.prefix(10).map { "\($0.x) \($0.y)" }.joined(separator: "; ")
      return Wording(verbatim: shown + (list.count > 10 ? " …" : ""))
    }
    var lines: [Wording] = []
    if !openEnds.isEmpty {
      lines.append(
        Wording(
          "lines of the drawing end at \(openEnds.count) places without meeting another: ",
          "图形中有 \(openEnds.count) 处线段端点未与其他线相接：") + places(openEnds))
    }
    if !unlabelled.isEmpty {
      lines.append(
        Wording(
          "\(unlabelled.count) areas without a label are left out: ",
          "略去 \(unlabelled.count) 个没有标注的区域：") + places(unlabelled))
    }
    if !lost.isEmpty {
      lines.append(
        Wording("\(lost.count) labels stand in no area: ", "\(lost.count) 个标注不在任何区域内：")
          + lost.prefix(10).map(\.self).listed() + Wording(verbatim: lost.count > 10 ? " …" : ""))
    }
    return lines
  }
}

extension GridCheckReport {
  /// How the check of a generation that is now active ended, to stand behind that.
  package static func outcome(problems: Int) -> Wording {
    problems == 0
      ? Wording("; its coverage is valid", "；覆盖有效")
      : Wording(" with \(problems) problems", "，有 \(problems) 个问题")
  }
}
