package import Gewu

extension GridCheckReport {
  /// Everything that was found, one line each.
  package var summary: Wording {
    let count = problemCount
    let state =
      valid ? Wording("valid", "有效") : Wording("invalid, \(count) problems", "无效，\(count) 个问题")
    var lines = [Wording("generation \(generation): ", "版本 \(generation)：") + state]
    for level in levels {
      lines.append(
        Wording(
          "level \(level.level): \(level.cells) cells, \(level.problems.count) problems, "
            + "\(level.notes.count) notes",
          "层级 \(level.level)：\(level.cells) 个单元，\(level.problems.count) 个问题，"
            + "\(level.notes.count) 条提示"))
      lines += level.problems.map { $0.line.indented(by: 2) }
      lines += level.notes.map { (Wording("note: ", "提示：") + $0.line).indented(by: 2) }
      lines += level.pieceLines.map { $0.indented(by: 2) }
    }
    if let sizes { lines += sizes.lines }
    return lines.lines()
  }
}

extension GridCheckReport.Level {
  /// The pieces, where there are several: how many, and the cells of the smaller ones.
  fileprivate var pieceLines: [Wording] {
    guard pieces.count > 1 else { return [] }
    let head = Wording(
      "\(pieces.count) pieces that do not touch; the largest has \(pieces[0].cells) cells",
      "分为互不相连的 \(pieces.count) 片；最大的一片有 \(pieces[0].cells) 个单元")
    return [head]
      + Array(pieces.dropFirst()).first(20) { piece in
        let codes = piece.codes.prefix(20).joined(separator: " ")
        let more = piece.codes.count > 20 ? " …" : ""
        return Wording(
          "piece of \(piece.cells): \(codes)\(more)", "一片 \(piece.cells) 个单元：\(codes)\(more)")
      }
  }
}

extension GridSizeReport {
  /// The grids that are too large or too small, of each at most twenty.
  fileprivate var lines: [Wording] {
    [
      Wording(
        "households (\(dataset)): \(households) in grids; norm \(urbanNorm) urban, \(ruralNorm) "
          + "rural: \(over.count) grids above it, \(under.count) below half of it",
        "户数（\(dataset)）：网格内 \(households) 户；标准为城市 \(urbanNorm)、农村 \(ruralNorm)："
          + "超过标准的网格 \(over.count) 个，不足一半的 \(under.count) 个")
    ]
      + over.first(20) { $0.line(Wording("above", "超过")) }
      + under.first(20) { $0.line(Wording("below", "不足")) }
  }
}

extension GridSizeReport.Grid {
  fileprivate func line(_ side: Wording) -> Wording {
    let kind = kind == "rural" ? Wording("rural", "农村") : Wording("urban", "城市")
    return Wording(
      "\(side.english)  \(code)  \(households) of \(norm) (\(kind.english))",
      "\(side.chinese)  \(code)  \(households) 户，标准 \(norm) 户（\(kind.chinese)）")
  }
}

extension GridCheckReport.Problem {
  /// The kind, the cells, the place and the size.
  fileprivate var line: Wording {
    var parts = ([kind] + [name].compactMap(\.self) + [cells.joined(separator: " ")])
      .map(Wording.init(verbatim:))
    if at.count == 2 { parts.append(Wording("at \(at[0]) \(at[1])", "位于 \(at[0]) \(at[1])")) }
    if area > 0 { parts.append(Wording(verbatim: "\(Figure.significant(area)) m²")) }
    if length > 0 { parts.append(Wording(verbatim: "\(Figure.significant(length)) m")) }
    return parts.spaced()
  }
}
