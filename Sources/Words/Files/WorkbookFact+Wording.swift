import Tabular

extension WorkbookFact {
  /// What is wrong with a workbook, and what to do.
  var wording: Wording {
    switch self {
    case .sheet(let choice, let sheets):
      choice.wording + Self.list(sheets)
        + Wording(
          ": correct `sheetName` or `sheetNumber` in the manifest's dialect",
          "：请更正清单 dialect 中的 sheetName 或 sheetNumber")
    case .unreadable(.child(.noProcess(let code))): ChildFact.noProcess(code: code).wording
    case .unreadable(let reading):
      Wording(
        "the workbook cannot be read (\(reading.wording.english)): it is broken, or holds what "
          + "FreeXL does not know; open it in Excel and save it as .xlsx",
        "无法读取工作簿（\(reading.wording.chinese)）：文件已损坏，或含有 FreeXL 不支持的内容；"
          + "请用 Excel 打开后另存为 .xlsx")
    case .cellOutside(let sheet, let row, let column):
      Wording(
        "is a damaged workbook: in the sheet \"\(sheet)\", row \(row), a cell is in column \(column), behind "
          + "the last one that a sheet of .xls can have (IV, the 256th); copy it again, or save it again in "
          + "Excel",
        "工作簿已损坏（工作表“\(sheet)”第 \(row) 行有单元格位于第 \(column) 列，超出 .xls 工作表的最后一列（IV，第 256 "
          + "列））；请重新复制，或用 Excel 重新保存")
    case .sheetName(let name, let reason):
      Wording(
        "\"\(name)\" cannot name a sheet (\(reason))", "“\(name)”不能作为工作表名称（\(reason)）")
    case .merge(let first, let last, let reason):
      Wording(
        "rows \(first) to \(last) cannot be merged (\(reason)); merge several cells, before the "
          + "rows behind them",
        "第 \(first) 至 \(last) 行不能合并（\(reason)）；请在写入其后的行之前合并多个单元格")
    case .tooWideOrLong(let row, let cells):
      Wording(
        "row \(row) with \(cells) cells is more than a sheet of .xlsx takes (1,048,576 "
          + "rows of 16,384); write .csv",
        "第 \(row) 行（\(cells) 个单元格）超出 .xlsx 的限制（1,048,576 行、16,384 列）；请改用 .csv")
    case .longText(let row, let column, let characters):
      Wording(
        "row \(row), column \(column): a cell takes 32,767 characters, not \(characters)",
        "第 \(row) 行第 \(column) 列：单元格最多 32,767 个字符，而有 \(characters) 个")
    case .cell(let row, let column, let reason):
      Wording(
        "row \(row), column \(column): \(reason)", "第 \(row) 行第 \(column) 列：\(reason)")
    }
  }

  private static func list(_ sheets: [Sheet]) -> Wording {
    guard !sheets.isEmpty else { return Wording("; it has none", "；其中没有工作表") }
    let english = sheets.map { "\"\($0.name)\"\($0.isHidden ? " (hidden)" : "")" }
    let chinese = sheets.map { "“\($0.name)”\($0.isHidden ? "（隐藏）" : "")" }
    return Wording(
      "; it has \(english.joined(separator: ", "))", "；其中有 \(chinese.joined(separator: "、"))")
  }
}

extension WorkbookFact.Choice {
  fileprivate var wording: Wording {
    switch self {
    case .noneVisible: Wording("has no visible sheet with cells", "没有可见的数据工作表")
    case .noneNamed(let pattern):
      Wording("has no sheet named \"\(pattern)\"", "没有名为“\(pattern)”的工作表")
    case .several(let count, let pattern):
      Wording(
        "has \(count) sheets named like \"\(pattern)\"", "有 \(count) 个名称符合“\(pattern)”的工作表")
    case .noNumber(let number):
      Wording("has no sheet number \(number)", "没有第 \(number) 个工作表")
    case .chart(let number):
      Wording("has a chart as its sheet number \(number)", "第 \(number) 个工作表是图表")
    }
  }
}

extension WorkbookFact.Reading {
  fileprivate var wording: Wording {
    switch self {
    case .freeXL(let code): Wording("FreeXL error \(code)", "FreeXL 错误 \(code)")
    case .child(let fact): fact.wording
    }
  }
}

extension ChildFact {
  /// How the process failed.
  var wording: Wording {
    switch self {
    case .noProcess(let code):
      Wording(
        "no process can be started to read it (\(SystemWords.system(code).english))",
        "无法启动读取进程（\(SystemWords.system(code).chinese)）")
    case .silent(let seconds): Wording("no answer for \(seconds) s", "\(seconds) 秒没有应答")
    case .noAnswer: Wording("no answer", "没有应答")
    case .wrongAnswer: Wording("an answer that cannot be understood", "应答无法识别")
    case .signal(let number): Wording("signal \(number)", "信号 \(number)")
    }
  }
}
