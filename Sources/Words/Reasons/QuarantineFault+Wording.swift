import Gewu

extension QuarantineFault {
  /// What is wrong and what to do.
  package var wording: Wording {
    switch self {
    case .nothingOpen(let selection):
      selection.wording
        + Wording(
          " has no open refused row; nothing was changed", "没有未处理的问题数据；未作任何改动")
    case .notOpen(let rows):
      Wording(
        "no open refused row has the number \(Self.list(rows, ", ")); nothing was changed",
        "没有编号为 \(Self.list(rows, "、")) 的未处理问题数据；未作任何改动")
    case .noReason:
      Wording("the reason is empty; say why the rows are given up", "理由为空；请说明为何放弃这些行")
    case .noSelection: Wording("say whose rows are exported", "请指明导出哪些行")
    case .unknownEnding(let path):
      Wording("\(path): give a file that ends in .xlsx or .csv", "\(path)：请指定以 .xlsx 或 .csv 结尾的文件")
    }
  }

  private static func list(_ rows: [Int64], _ separator: String) -> String {
    rows.map(String.init).joined(separator: separator)
  }
}

extension QuarantineSelection {
  fileprivate var wording: Wording {
    switch self {
    case .batch(let batch): Wording("batch \(batch)", "批次 \(batch) ")
    case .dataset(let dataset): Wording("data set \(dataset)", "数据资源 \(dataset) ")
    case .all: Wording("the store", "数据库中")
    }
  }
}
