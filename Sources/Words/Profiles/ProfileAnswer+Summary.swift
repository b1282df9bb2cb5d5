package import Gewu

extension ProfileReport {
  /// What was counted, in one line, and what there was nothing of, in another.
  package var summary: Wording {
    let cells = nets.keys.sorted().map {
      Wording("\(nets[$0] ?? 0) of \($0)", "\($0) 网 \(nets[$0] ?? 0)")
    }
    var lines = [
      Wording(
        "\(asOf): \(columns) columns in the cells of each net: ", "\(asOf)：\(columns) 列，各网单元数：")
        + cells.listed()
    ]
    if !absent.isEmpty {
      lines.append(
        Wording("  not counted, since there is nothing of it: ", "  没有数据而未计：") + absent.listed())
    }
    return lines.lines()
  }
}

extension ProfileAnswer {
  /// One cell in lines, a column each; several in a table of the columns that say most.
  package var summary: Wording {
    let body = cells.count == 1 ? lines(of: cells[0]) : table
    return [body, note].lines()
  }

  private func lines(of cell: Cell) -> Wording {
    var list = Listing([
      .text("column", "列"), .number("count", "数量"), .number("not placed", "未落格"),
      .number("known", "完整度"),
    ])
    for column in shown {
      list.append([
        Wording("\(column.title)", "\(column.titleChinese)"), Self.figure(cell.counts[column.name]),
        Self.figure(cell.unplaced[column.name]), Self.share(cell.completeness[column.name]),
      ])
    }
    let name = cell.name.map { " \($0)" } ?? ""
    var lines = [Wording(verbatim: "\(cell.level) \(cell.code)\(name)"), list.wording]
    if let size = cell.size {
      let households = size.households.map(String.init) ?? "–"
      lines.append(
        Wording(
          "\(households) households, norm of \(size.kind) cells \(size.norm)",
          "居住户 \(households)，\(size.kind == "rural" ? "农村" : "城市")网格标准 \(size.norm)"))
    }
    return lines.lines()
  }

  private var table: Wording {
    var list = Listing(
      [.text("level", "层级"), .text("cell", "单元"), .text("name", "名称")]
        + shown.map { .number("\($0.name)", "\($0.titleChinese)") })
    for cell in cells {
      list.append(
        [cell.level, cell.code, cell.name ?? ""].map { Wording(verbatim: $0) }
          + shown.map { Self.figure(cell.counts[$0.name]) })
    }
    return list.wording
  }

  private var note: Wording {
    let state =
      isCurrent
      ? Wording("", "") : Wording("; data have changed since", "；此后数据有变动")
    let withheld =
      isUnmasked || !shown.contains(where: \.isProtected)
      ? Wording("", "") : Wording("; – is withheld", "；– 为不公开")
    return Wording("net \(net), counted as of \(asOf)", "\(net) 网，计数日 \(asOf)") + state + withheld
  }

  private static func figure(_ count: Int??) -> Wording {
    Wording(verbatim: (count ?? nil).map { "\($0)" } ?? "–")
  }

  private static func share(_ share: Double??) -> Wording {
    Wording(verbatim: (share ?? nil).map { "\(Int(($0 * 100).rounded())) %" } ?? "")
  }
}
