package import Gewu

/// Nets as a list shows them.
package enum NetListing {
  /// The nets with their levels, a row each; of a title in one language only, that one.
  package static func table(of nets: [NetSummary]) -> Wording {
    var table = Listing([
      .text("net", "网"), .text("title", "名称"), .text("codes", "编码规则"), .text("levels", "层级"),
      .number("generation", "版本"),
    ])
    for net in nets {
      let title = Wording(
        "\(net.title ?? net.titleChinese ?? "")", "\(net.titleChinese ?? net.title ?? "")")
      let rest = [
        net.codes, net.levels.joined(separator: " > "), net.generation.map { "\($0)" } ?? "",
      ]
      table.append(
        [Wording(verbatim: net.name), title] + rest.map(Wording.init(verbatim:)))
    }
    return table.wording
  }
}

/// Cells as a list shows them.
package enum CellListing {
  /// The cells of a level, a row each.
  package static func table(of cells: [GridSummary]) -> Wording {
    var table = Listing([
      .text("code", "代码"), .text("name", "名称"), .text("parent", "上级"), .number("share", "占比"),
      .text("derived", "合并得出"),
    ])
    for cell in cells {
      let values = [
        cell.code, cell.name ?? "", cell.parent ?? "", Figure.fixed(cell.parentShare, 4),
      ]
      table.append(values.map(Wording.init(verbatim:)) + [Wording(answer: cell.isDerived)])
    }
    return table.wording
  }
}
