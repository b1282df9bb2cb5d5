import Datasets
import Gewu

extension GridFileFault {
  /// What is wrong with a file of cells, where, and what to do.
  var wording: Wording {
    switch self {
    case .noCells(let file):
      Wording("\(file) holds no cells; export it again", "\(file) 中没有单元；请重新导出")
    case .noBoundary(let place, let code):
      place.wording
        + Wording(
          " (code \(code)) has no boundary; add or remove it", "（编码 \(code)）没有边界；请补上或删除")
    case .empty(let file):
      Wording("\(file) is empty; export it again", "\(file) 是空文件；请重新导出")
    case .wrongWidth(let place, let fields, let header):
      place.wording
        + Wording(
          " has \(fields) fields where the header has \(header); correct the line",
          "有 \(fields) 个字段，表头有 \(header) 个；请更正该行")
    case .malformed(let place, let fault):
      place.wording + Wording(" ", "") + fault.wording
    case .contradiction(let place, let code):
      place.wording
        + Wording(
          " gives cell \(code) another name or parent than an earlier one",
          "给单元 \(code) 的名称或上级与前面的不同")
    case .parentColumns(let file, let columns):
      Wording(
        "\(file) has \(columns) columns; a table of parents has two, the code of the cell and that "
          + "of its parent, with a header",
        "\(file) 有 \(columns) 列；上级对照表应有两列：单元编码与上级编码，并带表头")
    case .twoParents(let place, let child, let parent, let earlier):
      place.wording
        + Wording(
          " gives \(child) the parent \(parent), an earlier line gave it \(earlier); a cell has one "
            + "parent",
          "给 \(child) 的上级为 \(parent)，前面的行为 \(earlier)；一个单元只有一个上级")
    case .noParent(let file, let code):
      Wording(
        "\(file) names no parent for cell \(code); add a line for it",
        "\(file) 没有单元 \(code) 的上级；请补上一行")
    case .noField(_, let file, let known) where known.count == 0:
      Wording(
        "\(file) has no cells with fields; export it again with its attributes",
        "\(file) 中的单元没有字段；请连同属性重新导出")
    case .noField(let field, let file, let known):
      Wording(
        "\(file) has no field '\(field)'; ", "\(file) 没有字段“\(field)”；")
        + known.wordingOfFields
    case .noCode(let place):
      place.wording + Wording(" has no code; give every cell a code", "没有编码；请给每个单元编码")
    case .severalLabels(let file, let labels):
      Wording(
        "\(file): an area has several labels, and a cell has one code: ",
        "\(file)：一个区域内有多个标注，而一个单元只有一个编码：") + labels.listed()
    case .notACode(let place):
      place.wording
        + Wording(
          " has a truth value, a list or a number without all its digits where a code is needed; write "
            + "codes as text, with all their digits",
          "在编码处是布尔值、列表或位数不全的数字；请把编码写成文本，并保留全部数字")
    }
  }
}

extension GridFileFaults {
  /// Each fault on a line of its own.
  var wording: Wording {
    let more = count - faults.count
    let head = Wording(
      "\(file): \(count) features cannot be read", "\(file)：有 \(count) 个要素无法读取")
    let lines = faults.map { Wording("\n  ", "\n  ") + Words.wording(of: $0) }
    let rest =
      more > 0 ? [Wording("\n  and \(more) more", "\n  另有 \(more) 个")] : []
    return ([head] + lines + rest).reduce(Wording(verbatim: "")) { $0 + $1 }
  }
}

extension GridFileFault.Place {
  fileprivate var wording: Wording {
    switch self {
    case .feature(let number, let file):
      Wording("feature \(number) of \(file)", "\(file) 的第 \(number) 个要素")
    case .line(let number, let file):
      Wording("line \(number) of \(file)", "\(file) 第 \(number) 行")
    }
  }
}

extension SeenHeadings {
  /// Which fields a file of cells has.
  fileprivate var wordingOfFields: Wording {
    guard isHeader else {
      return wordingOfNoHeader
        + Wording(
          "; is it a file of boundaries, and does it begin with its headings?",
          "；请确认这是边界文件，且以表头开头")
    }
    let others = count - shown.count
    return Wording("its fields are ", "已有字段：") + shown.listed()
      + (others > 0 ? Wording(" and \(others) more", "，另有 \(others) 个") : Wording("", ""))
  }
}
