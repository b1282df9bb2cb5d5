import HotSpots

extension HotSpotWarning {
  /// Rows that keep the cell they had before the boundaries changed.
  static func earlierGeneration(rows: Int, dataset: String) -> HotSpotWarning {
    HotSpotWarning(
      code: .earlierGeneration,
      en: """
        \(rows) rows have a cell of an earlier generation and were not counted; \
        `gewu attach --dataset \(dataset)` attaches them to the present one.
        """,
      zh: "\(rows) 行仍挂接在旧版网格上，未计入；请运行 `gewu attach --dataset \(dataset)` 重新挂接。")
  }

  /// A data set of which no row has a cell.
  static func unattached(rows: Int) -> HotSpotWarning {
    HotSpotWarning(
      code: .unattached,
      en: "None of the \(rows) rows is attached to a cell, so there is nothing to compare.",
      zh: "\(rows) 行均未挂接到网格，无从比较。")
  }
}
