extension Help {
  package enum HotSpots {
    package static let command = CommandHelp(
      Wording(
        "Find where the rows of a data set cluster, and where they are rare.",
        "找出数据资源的行在何处聚集，在何处稀少。"),
      discussion: Wording(
        """
        One row or feature per cell: code, name, count, exposure, rate, expected, neighbours, statistic, z, p, p_permutation, \
        permutations, p_attainable, p_adjusted, class (hot99, hot95, hot90, cold90, cold95, cold99, none, isolate, low_data, \
        suppressed), and how the result was made. The same question always has the same answer, \
        whatever the number of threads.

        Every row has one fate, and the first line of the answer is their sum: rows = counted + of another \
        level + of another generation + unattached + in quarantine + outside the period + without exposure.

        Of a data set of sensitivity 3 or 4 counts from 1 to 9 are withheld (suppressed), and those that would tell \
        them; it is asked about as a whole, without category, period, batch or other net. --purpose TEXT shows all, \
        and is written down with the number of rows (table operation).
        """,
        """
        每个单元一行或一个要素：code、name、count、exposure、rate、expected、neighbours、statistic、z、p、p_permutation、\
        permutations、p_attainable、p_adjusted、class（hot99、hot95、hot90、cold90、cold95、cold99、none、isolate、low_data、\
        suppressed），并附结果由来。同一问题总有同一答案，与线程数无关。

        每行有且只有一个去向，结果开头给出其和：行 = 计入 + 其他层级 + 其他版本 + 未落格 + 问题数据 + 时段之外 + 无基数。

        敏感级别为 3 或 4 的数据资源，1 至 9 的数量及会使其被推算出来的数量不予公布（suppressed）；此类数据只能整体询问，不能限定类别、\
        时段、批次或其他网。--purpose 说明用途后显示全部，用途和行数记入库中（operation 表）。
        """))
    package static let source = Wording(
      "What is counted: a data set's rows, or the reports of citizens; default dataset.",
      "统计什么：数据资源的行（dataset，默认），或市民上报（reports）。")
    package static let zone = Wording(
      "The zone of the days, such as Asia/Shanghai or +08:00; default the store's.",
      "日期所按的时区，如 Asia/Shanghai 或 +08:00；不指定则按库的时区。")
    package static let net = Wording(
      "The net whose cells are compared; default base. In another net rows are placed by their positions.",
      "比较哪个网的单元；不指定则为 base。在其他网中按行的位置归入单元。")
    package static let batch = Wording(
      "Only the rows that were current when this batch had been published.", "只限该批次发布之时的现行行。")
    package static let generation = Wording(
      "The generation of the boundaries; default the active one.", "边界版本；不指定则为启用的版本。")
    package static let question = Wording(
      "A file with the question in YAML; options given here go before it.",
      "写有问题的 YAML 文件；此处给出的选项优先。")
    package static let saveQuestion = Wording(
      "Write the question to a file for --question.", "将问题写入文件，供 --question 使用。")
    package static let dataset = Wording("The data set whose rows are counted.", "统计哪个数据资源的行。")
    package static let category = Wording(
      "Only rows of this category; give it again for each further one.",
      "只限此类别的行；如有多个，请逐一重复给出。")
    package static let from = Wording(
      "Only rows on or after this date (YYYY-MM-DD, or a month YYYY-MM).",
      "只限此日及以后的行（YYYY-MM-DD，或月份 YYYY-MM）。")
    package static let to = Wording(
      "Only rows on or before this date (YYYY-MM-DD, or a month YYYY-MM).",
      "只限此日及以前的行（YYYY-MM-DD，或月份 YYYY-MM）。")
    package static let level = Wording(
      "The level whose cells are compared; default the lowest.", "比较哪个层级的单元；不指定则为最低层级。")
    package static let per = Wording(
      "Divide the counts by this exposure to get rates.", "以此暴露量除数量，得出比率。")
    package static let method = Wording(
      "The statistic; default gi-star.", "统计量；默认 gi-star。")
    package static let weights = Wording(
      "Which cells are neighbours; default queen: those that share an edge or a corner.",
      "哪些单元相邻；默认 queen：有公共边或公共角点的。")
    package static let permutations = Wording(
      "How many random permutations per cell: 'adaptive' (default) for as many as its p needs, or a number; "
        + "0 for the analytic p only.",
      "每个单元的随机置换次数：adaptive（默认）表示按 p 值所需，也可写次数；0 表示只给解析 p 值。")
    package static let islands = Wording(
      "What becomes of cells without neighbours: kept (default) in the mean, dropped, or given the nearest cell "
        + "as a neighbour.",
      "没有邻接单元的单元如何处理：计入平均值（keep，默认）、排除（drop），或以最近的单元为邻（nearest）。")
    package static let seed = Wording(
      "Random seed of the permutations; default 1.", "随机置换的种子；默认 1。")
    package static let fdr = Wording(
      "How p is adjusted for testing many cells; default bh.", "检验多个单元时如何校正 p 值；默认 bh。")
    package static let k = Wording(
      "Withhold counts from 1 to K − 1; of a data set of sensitivity 3 or 4 at least, and by default, 10.",
      "不公布 1 至 K−1 的数量；敏感级别为 3 或 4 的数据资源默认且至少为 10。")
    package static let purpose = Wording(
      "What all counts of a data set of sensitivity 3 or 4 are read for; nothing is withheld then, and that is "
        + "written down.",
      "读取敏感级别为 3 或 4 的数据资源全部数量的用途；此时不隐去任何数量，并予记录。")
    package static let threads = Wording("The number of threads.", "线程数。")
    package static let format = Wording("Output format.", "输出格式。")
    package static let json = Wording("Same as --format json.", "等同于 --format json。")
    package static let top = Wording(
      "Show only the hottest N cells in the table.", "表中只显示最热的 N 个单元。")
  }
}
