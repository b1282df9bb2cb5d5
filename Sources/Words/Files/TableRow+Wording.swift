import Tabular

extension TableRow.Fault {
  /// Why a row of delimited text cannot be read and what to do, behind what says which row it is.
  var wording: Wording {
    switch self {
    case .none: Wording("can be read", "可以读取")
    case .textAfterQuote:
      Wording("has text behind a closing quote; correct its quotes", "在结束引号后还有文字；请改正引号")
    case .unterminatedQuote:
      Wording(
        "has a quoted field that does not end, or is longer than \(TableRow.longestQuoted >> 20) MiB; "
          + "correct its quotes",
        "有引号未闭合的字段，或其长度超过 \(TableRow.longestQuoted >> 20) MiB；请改正引号")
    case .tooManyFields:
      Wording(
        "has more columns than are read (65,536); export those that are needed, or correct the delimiter",
        "的列数超过可读取的上限（65,536 列）；请只导出需要的列，或更正分隔符")
    }
  }
}
