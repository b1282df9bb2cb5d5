package import Gewu
import Time

extension HotSpotNote {
  /// What to bear in mind of an answer.
  package var wording: Wording {
    switch self {
    case .analysis(let warning): warning.wording
    case .earlierGeneration(let rows, let remedy):
      Wording(
        "\(Self.number(rows)) rows have a cell of another generation, or lie where such rows may, and were not counted",
        "\(Self.chinese(rows))仍落格在其他版本的网格上，或其所在单元可能缺少这类行，未计入") + Self.remedy(remedy)
    case .incompleteCells(let cells, let remedy):
      Wording(
        """
        \(cells) cells were drawn while rows belong to cells of another generation, so that they may lack \
        rows; they have no value
        """, "\(cells) 个单元在其他版本中尚不存在，可能缺少行，因此没有数值") + Self.remedy(remedy)
    case .earlierExposure(let cells, let dataset):
      Wording(
        "The exposure of \(cells) cells is not known, since its rows have cells of another generation",
        "\(cells) 个单元的基数未知，因其数据行仍落格在其他版本的网格上")
        + Self.remedy(.attaching(dataset: dataset))
    case .incompleteExposure(let rows, let cells, let dataset):
      Self.incomplete(rows, cells: cells, dataset: dataset)
    case .otherLevel(let rows, let level):
      Wording(
        """
        \(Self.number(rows)) rows are attached to a cell above level \(level), or to one that lies in no cell of it, \
        and were not counted.
        """, "\(Self.chinese(rows))只落格到层级 \(level) 以上的单元，或其单元不属于该层级的任何单元，未计入。")
    case .unattached(let rows):
      Wording(
        "None of the \(rows.map { "\($0) " } ?? "")rows is attached to a cell, so there is nothing to compare.",
        "\(Self.chinese(rows, none: "各行"))均未落格到网格，无从比较。")
    case .noRows(let dataset, let first, let last):
      (dataset.map {
        Wording(
          "No row of data set \($0) is in question, so no cell can be hot or cold",
          "数据资源 \($0) 中没有符合条件的行，不存在热点或冷点")
      }
        ?? Wording(
          "No report is in question, so no cell can be hot or cold", "没有符合条件的上报，不存在热点或冷点"))
        + Self.span(first, last)
    case .widened(let precision, let from, let to):
      Wording(
        "Dates are known to the \(precision.rawValue) only, so that all rows \(Self.english(from, to)) were counted.",
        "日期只精确到\(precision.chinese)，因此统计了\(Self.chinese(from, to))的所有行。")
    case .withheld(let cells, let k):
      Wording(
        """
        \(cells) cells are withheld: counts from 1 to \(k - 1), and those that would tell them. Where a figure \
        needs them, the rest of their group stands for them in equal parts.
        """,
        "\(cells) 个单元不予公布：数量为 1 至 \(k - 1) 的，以及会使其被推算出来的。需要其数值之处，以所属上级单元余下的数量均分代替。")
    }
  }
}

extension HotSpotNote {
  /// How many rows, at the start of a sentence.
  private static func number(_ rows: Int?) -> String { rows.map { "\($0)" } ?? "Some" }

  private static func chinese(_ rows: Int?, none: String = "部分行") -> String {
    rows.map { "\($0) 行" } ?? none
  }

  /// What makes rows of another generation count, as the end of a sentence.
  private static func remedy(_ remedy: Remedy) -> Wording {
    switch remedy {
    case .attaching(let dataset):
      Wording(
        "; re-attach data set \(dataset) to count them.", "；请重新落格数据集 \(dataset)。")
    case .attachingReports:
      Wording("; re-attach the reports to count them.", "；请重新落格上报。")
    case .none: Wording(".", "。")
    }
  }

  /// Which rows of an exposure are in no cell's amount.
  private static func incomplete(
    _ rows: ExposureRows, cells: Int, dataset: String
  ) -> Wording {
    let kinds = [
      (rows.withoutExposure, Wording("without an amount", "无数值")),
      (rows.unattached, RowFate.unattached.wording),
      (rows.quarantined, RowFate.quarantined.wording),
    ].filter { $0.0 > 0 }
    let blank =
      cells == 0
      ? Wording(".", "。")
      : Wording(
        "; \(cells) cells with rows without an amount have no exposure of their own.",
        "；\(cells) 个单元有无数值的行，其自身没有基数。")
    return Wording(
      english:
        "Of the \(rows.total) rows of the exposure in data set \(dataset), \(rows.missing) are in no "
        + "cell's amount: " + kinds.map { "\($0.0) \($0.1.english)" }.joined(separator: ", "),
      chinese: "数据资源 \(dataset) 的 \(rows.total) 行基数中，\(rows.missing) 行未计入任何单元："
        + kinds.map { "\($0.1.chinese) \($0.0)" }.joined(separator: "，")) + blank
  }

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
    case .noSource:
      Wording(
        "say what is counted: the rows of a data set, or the reports",
        "请指明统计什么：某个数据资源的行，或上报")
    case .datasetBesideReports(let dataset):
      Wording(
        "the reports are counted, so that data set \(dataset) cannot be named beside them; name one of both",
        "统计的是上报，不能同时指定数据资源 \(dataset)；请只指定其中之一")
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
    case .exposureOfBaseNet(let exposure, let net):
      Wording(
        """
        exposure '\(exposure)' is known by the cells of the base net, not by those of net \(net); ask \
        for counts, or for cells of the base net
        """,
        "基数“\(exposure)”只在基础网格的单元上有数值，在网 \(net) 上没有；请只求数量，或改用基础网格")
    case .noSuchCategories(let categories, let dataset, let known):
      Self.noSuch(categories, dataset: dataset, known: known)
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
    case .noStateOfBatch(let batch):
      Wording(
        """
        batch \(batch) was not published, or taken back, so that there is no state as of it; name a \
        published one
        """, "批次 \(batch) 未发布或已撤回，没有其时的状态；请指定已发布的批次")
    case .batchOfOther(let batch, let dataset, let asked):
      Wording(
        "batch \(batch) is of data set \(dataset), not of \(asked); name one of \(asked)",
        "批次 \(batch) 属于数据资源 \(dataset)，不属于 \(asked)；请指定 \(asked) 的批次")
    case .reportsHaveNoBatches(let batch):
      Wording(
        "reports come in no batches, so that there is no state as of batch \(batch); leave it out",
        "上报不分批次，没有批次 \(batch) 时的状态；请去掉批次")
    case .otherTable(let settings, let dataset, let level):
      Wording(
        """
        \(Self.whose(dataset).english) of sensitivity level \(level): one table is published, of all current rows by \
        the cells of the base net, since another one would tell what it withholds; leave out \
        \(settings.joined(separator: ", ")), or ask on the command line with --purpose
        """,
        """
        \(Self.whose(dataset).chinese)的敏感级别为 \(level)：只公布一张表，即全部现行行按基础网格单元的数量，否则可由两表之差推算出\
        不予公布的数量；请去掉 \(settings.joined(separator: "、"))，或在命令行用 --purpose 说明用途
        """)
    case .smallK(let k, let least, let dataset, let level):
      Wording(
        """
        \(Self.whose(dataset).english) of sensitivity level \(level), so that counts below \(least) are withheld; give a \
        k of \(least) or more instead of \(k), or leave it out
        """,
        """
        \(Self.whose(dataset).chinese)的敏感级别为 \(level)，小于 \(least) 的数量不予公布；k 请取 \(least) 或更大，而不是 \(k)，\
        或不指定
        """)
    case .unbalanced(let balance):
      Wording(
        """
        the rows do not add up: \(balance.sum.english); nothing was answered. Verify the store, and report \
        this with what the verification says
        """,
        "行数不平：\(balance.sum.chinese)；未给出结果。请校验数据库，并连同校验结果一起反馈")
    }
  }

  /// Whose rows, as the subject of a sentence.
  private static func whose(_ dataset: String?) -> Wording {
    dataset.map { Wording("the data set '\($0)' is", "数据资源“\($0)”") }
      ?? Wording("the reports are", "上报")
  }

  private static func noSuch(
    _ categories: [String], dataset: String?, known: [String]
  ) -> Wording {
    let names = Wording(
      english: categories.map { "'\($0)'" }.joined(separator: ", "),
      chinese: categories.map { "“\($0)”" }.joined(separator: "、"))
    let isOne = categories.count == 1
    let what = isOne ? "category" : "categories"
    let beginning =
      dataset.map {
        Wording(
          "no row of data set \($0) has the \(what) \(names.english); its categories are ",
          "数据集 \($0) 中没有类别为\(names.chinese)的行；已有类别：")
      }
      ?? Wording(
        "no report has the \(what) \(names.english); the categories are ",
        "没有类别为\(names.chinese)的上报；已有类别：")
    return beginning + known.prefix(30).listed()
      + Wording(verbatim: known.count > 30 ? " …" : "")
  }
}

extension RowBalance {
  /// All rows as a sum of those with each fate.
  package var sum: Wording {
    func text(_ rows: Int?) -> String { rows.map { "\($0)" } ?? "-" }
    let total = text(shownTotal)
    let terms = RowFate.allCases.map { fate in (text(shown(fate)), fate.wording) }
    return Wording(
      english: "\(total) = " + terms.map { "\($0) \($1.english)" }.joined(separator: " + "),
      chinese: "\(total) = " + terms.map { "\($1.chinese) \($0)" }.joined(separator: " + "))
  }
}

extension RowFate {
  /// What rows of this fate are called behind their number.
  package var wording: Wording {
    switch self {
    case .counted: Wording("counted", "计入")
    case .otherLevel: Wording("of another level", "其他层级")
    case .earlierGeneration: Wording("of another generation", "其他版本")
    case .unattached: Wording("unattached", "未落格")
    case .quarantined: Wording("in quarantine", "问题数据")
    case .outsidePeriod: Wording("outside the period", "时段之外")
    case .withoutExposure: Wording("without exposure", "无基数")
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
