package import Gewu
import Time

extension HotSpotNote {
  /// What to bear in mind of an answer.
  package var wording: Wording {
    switch self {
    case .analysis(let warning): warning.wording
    case .earlierGeneration(let rows, let dataset):
      Wording(
        """
        \(rows) rows have a cell of an earlier generation and were not counted; re-attach data set \
        \(dataset) to count them.
        """, "\(rows) 行仍落格在旧版网格上，未计入；请重新落格数据集 \(dataset)。")
    case .unattached(let rows):
      Wording(
        "None of the \(rows) rows is attached to a cell, so there is nothing to compare.",
        "\(rows) 行均未落格到网格，无从比较。")
    case .noRows(let dataset, let first, let last):
      Wording(
        "No row of data set \(dataset) is in question, so no cell can be hot or cold",
        "数据资源 \(dataset) 中没有符合条件的行，不存在热点或冷点") + Self.span(first, last)
    case .widened(let precision, let from, let to):
      Wording(
        "Dates are known to the \(precision.rawValue) only, so that all rows \(Self.english(from, to)) were counted.",
        "日期只精确到\(precision.chinese)，因此统计了\(Self.chinese(from, to))的所有行。")
    }
  }
}

extension HotSpotNote {
  /// Of which days there are rows.
  private static func span(_ first: String?, _ last: String?) -> Wording {
    guard let first, let last else { return Wording(".", "。") }
    return Wording("; it has rows from \(first) to \(last).", "；其数据自 \(first) 至 \(last)。")
  }

  private static func english(_ from: String?, _ to: String?) -> String {
    [from.map { "from \($0)" }, to.map { "to \($0)" }].compactMap(\.self).joined(separator: " ")
  }

  private static func chinese(_ from: String?, _ to: String?) -> String {
    [from.map { "自 \($0) " }, to.map { "至 \($0) " }].compactMap(\.self).joined()
  }
}

extension DatePrecision {
  fileprivate var chinese: String {
    switch self {
    case .day: "日"
    case .month: "月"
    case .year: "年"
    }
  }
}

extension HotSpotFault {
  /// Why a question cannot be answered, and what to ask instead.
  package var wording: Wording {
    switch self {
    case .levelWithoutCells(let level, let known):
      Wording(
        "level '\(level)' has no cells; the levels with cells are ",
        "层级“\(level)”没有单元；有单元的层级：") + known.listed()
    case .exposureNotOnLevel(let exposure, let level):
      Wording(
        """
        exposure '\(exposure)' has no value for any cell of level \(level); it may be known on a \
        higher level only: name that level
        """, "基数“\(exposure)”在层级 \(level) 的任何单元上都没有数值；可能只在更高层级上有，请指定该层级")
    case .noSuchCategory(let category, let dataset, let known):
      Wording(
        "no row of data set \(dataset) has the category '\(category)'; its categories are ",
        "数据集 \(dataset) 中没有类别为“\(category)”的行；已有类别：") + known.prefix(30).listed()
        + Wording(verbatim: known.count > 30 ? " …" : "")
    case .notADate(let text):
      Wording(
        "'\(text)' is not a date; write it like 2026-01-31, or a month like 2026-01",
        "“\(text)”不是日期；请写成 2026-01-31，月份写成 2026-01")
    case .emptyRange(let from, let to):
      Wording(
        "the range from \(from) to \(to) has no day; give the earlier day first",
        "从 \(from) 到 \(to) 的范围内没有日期；请先写较早的日期")
    case .undeclared(let role, let dataset):
      Wording(
        """
        data set \(dataset) declares no \(role.rawValue); name the field in the gewu block of its \
        manifest (\(role.rawValue): FIELD) and import it again
        """,
        """
        数据集 \(dataset) 未声明\(role.chinese)；请在其清单的 gewu 部分写明字段（\(role.rawValue): FIELD），\
        再重新导入
        """)
    }
  }
}

extension HotSpotFault.Role {
  fileprivate var chinese: String {
    switch self {
    case .category: "类别"
    case .date: "日期"
    }
  }
}
