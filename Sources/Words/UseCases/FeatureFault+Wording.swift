import Gewu

extension FeatureFault {
  /// Why the lines and areas of a data set cannot be asked for.
  var wording: Wording {
    switch self {
    case .noShapes(let name, let hasPositions):
      Wording(
        "the rows of the data set '\(name)' have neither lines nor areas",
        "数据资源“\(name)”的各行既无线也无面")
        + (hasPositions
          ? Wording(verbatim: "") : Wording(", and no positions either", "，也没有位置"))
    case .withheld(let name, let level?):
      Wording(
        "the data set '\(name)' is of sensitivity level \(level): single rows are shown of levels 1 "
          + "and 2 only; count its rows by cell instead",
        "数据资源“\(name)”的敏感级别为 \(level)：只有 1 级和 2 级数据资源的单行可以显示；请改为按单元统计其行数")
    case .withheld(let name, nil):
      Wording(
        "nobody has said how sensitive the data set '\(name)' is, so that single rows are not shown; "
          + "put `sensitivity: 1` or 2 into its manifest if they may be, and import it again",
        "尚未说明数据资源“\(name)”的敏感级别，因此不显示其单行；若可以显示，请在清单中写明 sensitivity: 1 或 2，并重新导入")
    }
  }
}
