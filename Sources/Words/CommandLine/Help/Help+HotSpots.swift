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
        """,
        """
        每个单元一行或一个要素：code、name、count、exposure、rate、expected、neighbours、statistic、z、p、p_permutation、\
        permutations、p_attainable、p_adjusted、class（hot99、hot95、hot90、cold90、cold95、cold99、none、isolate、low_data、\
        suppressed），并附结果由来。同一问题总有同一答案，与线程数无关。
        """))
    package static let dataset = Wording("The data set whose rows are counted.", "统计哪个数据资源的行。")
    package static let category = Wording("Only rows of this category.", "只限此类别的行。")
    package static let from = Wording(
      "Only rows on or after this date (YYYY-MM-DD, or a month YYYY-MM), in the store's zone.",
      "只限此日及以后的行（YYYY-MM-DD，或月份 YYYY-MM），按库的时区。")
    package static let to = Wording(
      "Only rows on or before this date (YYYY-MM-DD, or a month YYYY-MM), in the store's zone.",
      "只限此日及以前的行（YYYY-MM-DD，或月份 YYYY-MM），按库的时区。")
    package static let level = Wording(
      "The level whose cells are compared; default the lowest.", "比较哪个层级的单元；不指定则为最低层级。")
    package static let per = Wording(
      "Divide the counts by this exposure to get rates.", "以此暴露量除数量，得出比率。")
    package static let method = Wording("The statistic.", "统计量。")
    package static let weights = Wording(
      "Which cells are neighbours: those that share an edge or a corner.", "哪些单元相邻：有公共边或公共角点的。")
    package static let permutations = Wording(
      "How many random permutations per cell: 'adaptive' for as many as its p needs, or a number; "
        + "0 for the analytic p only.",
      "每个单元的随机置换次数：adaptive 表示按 p 值所需，也可写次数；0 表示只给解析 p 值。")
    package static let islands = Wording(
      "What becomes of cells without neighbours: kept in the mean, dropped, or given the nearest cell "
        + "as a neighbour.",
      "没有邻接单元的单元如何处理：计入平均值（keep）、排除（drop），或以最近的单元为邻（nearest）。")
    package static let seed = Wording("Random seed of the permutations.", "随机置换的种子。")
    package static let fdr = Wording(
      "How p is adjusted for testing many cells.", "检验多个单元时如何校正 p 值。")
    package static let threads = Wording("The number of threads.", "线程数。")
    package static let format = Wording("Output format.", "输出格式。")
    package static let json = Wording("Same as --format json.", "等同于 --format json。")
    package static let top = Wording(
      "Show only the hottest N cells in the table.", "表中只显示最热的 N 个单元。")
  }
}
