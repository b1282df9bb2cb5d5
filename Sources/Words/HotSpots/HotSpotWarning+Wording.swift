import Gewu
package import HotSpots

extension HotSpotWarning {
  /// What the reader of a report should beware of.
  package var wording: Wording {
    switch self {
    case .fewCells(let used, let enough):
      Wording(
        "Only \(used) cells have a value; below \(enough) the classes are unreliable.",
        "仅有 \(used) 个单元有数值，少于 \(enough) 个时分类结果不可靠。")
    case .constant:
      Wording(
        "All values are equal; no cell can be hot or cold.", "所有数值相同，不存在热点或冷点。")
    case .isolates(let cells, let areDropped):
      if areDropped {
        Wording(
          """
          \(cells) cells have no neighbour with a value; they were not tested, and the others were \
          analysed without them.
          """, "\(cells) 个单元没有带数值的邻接单元，未作检验，其余单元的分析不含它们。")
      } else {
        Wording(
          """
          \(cells) cells have no neighbour with a value and were not tested; their values count in \
          the mean.
          """, "\(cells) 个单元没有带数值的邻接单元，未作检验，但其数值计入平均值。")
      }
    case .linkedIslands(let cells):
      Wording(
        "\(cells) cells have no neighbour with a value and were given the nearest cell as one.",
        "\(cells) 个单元没有带数值的邻接单元，已以最近的单元作为其邻接单元。")
    case .noExposure(let cells):
      Wording(
        "\(cells) cells have no exposure, so no rate; they were left out.",
        "\(cells) 个单元缺少基数，无法计算比率，已排除。")
    case .oppositeSides(let cells):
      Wording(
        """
        In \(cells) cells z and the neighbours' values point to opposite sides; they \
        are classed as not significant.
        """, "\(cells) 个单元的 z 值与其邻接单元的数值方向相反，归为不显著。")
    case .loneHigh(let cells, let highest, let count):
      Self.loneHigh(cells: cells, highest: highest, count: count)
    case .analyticOnly:
      Wording(
        "Without permutations p rests on the normal distribution, a poor fit to sparse counts.",
        "未作置换检验，p 值基于正态分布，对稀疏计数的近似较差。")
    case .fewPermutations(let permutations, let tested, let needed, let permutationsNeeded):
      Wording(
        """
        With \(permutations) permutations adjusted p reaches 0.05 only where at least \
        \(needed) of \(tested) cells have the smallest p together; a single cell \
        needs \(permutationsNeeded) permutations.
        """,
        """
        置换 \(permutations) 次时，\(tested) 个单元中至少要有 \(needed) 个同时取得最小 p 值，\
        校正后的 p 值才能达到 0.05；单个单元需要 \(permutationsNeeded) 次置换。
        """)
    case .fewArrangements(let cells, let tested):
      Wording(
        """
        \(cells) of \(tested) tested cells have so few neighbours that none of them can reach an \
        adjusted p of 0.05 alone, whatever the number of permutations.
        """,
        """
        检验的 \(tested) 个单元中，有 \(cells) 个的邻接单元过少，无论置换多少次，\
        都无法单独使校正后的 p 值达到 0.05。
        """)
    }
  }
}

extension HotSpotWarning {
  private static func loneHigh(cells: Int, highest: String, count: Int) -> Wording {
    let subject =
      cells == 1
      ? Wording(
        "Cell \(highest) with \(count) is far above the mean by itself, but not a hot spot: the cells "
          + "around it are not high", "单元 \(highest)（\(count)）自身远高于平均值，但不是热点：其周围单元的数值不高")
      : Wording(
        "\(cells) cells are far above the mean by themselves, the highest \(highest) with \(count), but "
          + "not hot spots: the cells around them are not high",
        "\(cells) 个单元自身远高于平均值（最高为 \(highest)，\(count)），但不是热点：其周围单元的数值不高")
    return subject
      + Wording(
        ", and a hot spot is a place where high values gather.", "，而热点是高值聚集之处。")
  }
}

extension HotSpotClass {
  /// What the class is called.
  package var wording: Wording {
    switch self {
    case .hot99: Wording("Hot spot, 99% confidence", "热点（99% 置信度）")
    case .hot95: Wording("Hot spot, 95% confidence", "热点（95% 置信度）")
    case .hot90: Wording("Hot spot, 90% confidence", "热点（90% 置信度）")
    case .cold90: Wording("Cold spot, 90% confidence", "冷点（90% 置信度）")
    case .cold95: Wording("Cold spot, 95% confidence", "冷点（95% 置信度）")
    case .cold99: Wording("Cold spot, 99% confidence", "冷点（99% 置信度）")
    case .none: Wording("Not significant", "不显著")
    case .isolate: Wording("No neighbours", "无邻接单元")
    case .lowData: Wording("Too little data", "数据不足")
    case .suppressed: Wording("Withheld (small count)", "数值过小，不予公布")
    }
  }
}
