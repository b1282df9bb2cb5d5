package import Gewu

extension NetFault {
  /// What to do about it on the command line; nil where its own sentence says all.
  package var commandLineHint: Wording? {
    switch self {
    case .taken: Wording("`gewu nets list` shows all", "`gewu nets list` 列出全部")
    case .badCodes:
      Wording(
        "load with --any-code, or choose another grammar with `gewu nets set`",
        "可用 --any-code 装载，或用 `gewu nets set` 改换规则")
    case .noDataset, .severalDatasets: Wording("name one with --dataset", "请用 --dataset 指定")
    case .noSuchNet, .notAName, .noSuchGrammar: nil
    }
  }
}
