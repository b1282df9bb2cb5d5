package import Gewu

/// Data sets as a list shows them.
package enum DatasetListing {
  /// The data sets with the figures of their rows, a row each.
  package static func table(of datasets: [DatasetSummary]) -> Wording {
    var table = Listing([
      .text("data set", "数据资源"), .text("title", "名称"), .number("rows", "行数"),
      .number("attached", "已落格"), .number("unattached", "未落格"), .text("from", "起"),
      .text("to", "止"),
    ])
    for dataset in datasets {
      let title = dataset.title ?? ""
      let rest =
        [dataset.rows, dataset.attached, dataset.unattached].map { $0.map { "\($0)" } ?? "-" }
        + [dataset.firstDate ?? "", dataset.lastDate ?? ""]
      table.append(
        [Wording(verbatim: dataset.id), Wording("\(title)", "\(dataset.titleChinese ?? title)")]
          + rest.map(Wording.init(verbatim:)))
    }
    return table.wording
  }
}
