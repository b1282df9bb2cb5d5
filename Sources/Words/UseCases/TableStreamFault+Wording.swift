import Datasets
import Gewu
import Tabular

extension NotAMoment {
  var wording: Wording {
    Wording(
      "'\(text)' is neither a date like 2026-01-31 nor a moment like 2026-01-31T08:00:00+08:00",
      "“\(text)”既不是 2026-01-31 这样的日期，也不是 2026-01-31T08:00:00+08:00 这样的时刻")
  }
}

extension NamesNoNets {
  var wording: Wording {
    Wording(
      "'\(text)' names no nets; give all, or names with commas like police,school",
      "“\(text)”没有指明网；请给出 all，或以逗号分隔的名称，如 police,school")
  }
}

extension TableStreamError {
  /// What is wrong with the table, behind its name.
  var wording: Wording { Wording("\(table): ", "\(table)：") + fault.wording }
}

extension TableStreamFault {
  /// What is wrong with a table that goes by.
  package var wording: Wording {
    switch self {
    case .empty: Wording("is empty; export it again", "是空文件；请重新导出")
    case .emptyHeader:
      Wording(
        "the first line is empty; it must name the columns", "首行为空；它应为各列的名称")
    case .unreadableHeader:
      Wording(
        "the first line is not text in a known encoding; convert the table to UTF-8",
        "首行不是已知编码的文本；请把表格转换为 UTF-8")
    case .nulByte:
      Wording(
        "there is a NUL byte in it, so it is not text; export it again as CSV",
        "含有空字节，不是文本；请重新导出为 CSV")
    case .taken(let column):
      Wording(
        "there is a column \(column) already; leave it out of the table first",
        "已有 \(column) 列；请先从表格中去掉")
    case .unclearColumn(_, .some(let wanted), _, let hits, let header):
      Wording(
        "\(Self.english(hits)) '\(wanted)'", "\(Self.chinese(hits))“\(wanted)”列")
        + header.wordingOfColumns
    case .unclearColumn(let column, .none, let usual, let hits, let header):
      Wording(
        "\(Self.english(hits)) with a usual name for the "
          + "\(column.name.english) (\(usual.joined(separator: ", ")))",
        "\(Self.chinese(hits))\(column.name.chinese)常用名的列"
          + "（\(usual.joined(separator: "、"))）")
        + header.wordingOfColumns
    case .malformed(let line):
      Wording(
        "line \(line): the quotes do not match; correct that line",
        "第 \(line) 行：引号不配对；请改正该行")
    case .tooManyFields(let line):
      Wording("line \(line) ", "第 \(line) 行") + TableRow.Fault.tooManyFields.wording
    case .longRecord(let line):
      Wording(
        "line \(line): the row does not end; check where its lines and quotes end",
        "第 \(line) 行：该行没有结束；请检查换行和引号")
    }
  }

  private static func english(_ hits: Int) -> String { hits == 0 ? "no column" : "\(hits) columns" }
  private static func chinese(_ hits: Int) -> String { hits == 0 ? "没有" : "有 \(hits) 个" }
}

extension SoughtColumn {
  /// What it is called.
  var name: Wording {
    switch self {
    case .longitude: Wording("longitude", "经度")
    case .latitude: Wording("latitude", "纬度")
    case .address: Wording("address", "地址")
    }
  }

  /// The parameter of a request that names its column.
  var parameter: VisibleText {
    switch self {
    case .longitude: "lon"
    case .latitude: "lat"
    case .address: "column"
    }
  }
}

extension SeenHeadings {
  /// Which columns there are, behind what is missed.
  var wordingOfColumns: Wording {
    guard isHeader else {
      return Wording("; ", "；") + wordingOfNoHeader
        + Wording(" (does the table begin with its headings?)", "（请确认表格以表头开头）")
    }
    let others = count - min(shown.count, 20)
    return Wording("; the columns are ", "；现有各列：") + shown.prefix(20).listed()
      + (others > 0 ? Wording(" and \(others) more", "，另有 \(others) 列") : Wording("", ""))
  }
}
