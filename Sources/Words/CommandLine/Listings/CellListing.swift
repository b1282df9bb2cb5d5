package import Gewu

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
