import Intake
import Time
package import Warehouse

/// Batches as a list shows them.
package enum BatchListing {
  /// The batches with their figures, a row each.
  package static func table(of batches: [BatchRecord]) -> Wording {
    var table = Listing([
      .number("batch", "批次"), .text("data set", "数据资源"), .text("file", "文件"),
      .text("status", "状态"), .number("read", "读取"), .number("inserted", "新增"),
      .number("updated", "更新"), .number("unchanged", "未变"), .number("retired", "注销"),
      .number("duplicate", "重复"), .number("quarantined", "问题"), .number("blank", "空行"),
      .number("attached", "已落格"), .number("unattached", "未落格"),
    ])
    for batch in batches { table.append(row(of: batch)) }
    return table.wording
  }

  private static func row(of batch: BatchRecord) -> [String] {
    let report = batch.report
    let name = report.file.split(separator: "/").last.map(String.init) ?? report.file
    let numbers = [
      report.read, report.inserted, report.updated, report.unchanged, report.retired,
      report.duplicate, report.quarantined, report.blank, report.attached, report.unattached,
    ]
    return ["\(report.batch ?? 0)", report.dataset, name, report.status.rawValue]
      + numbers.map { "\($0)" }
  }

  /// What became of the rows of one batch, and everything else that is known of it.
  package static func details(of batch: BatchRecord) -> Wording {
    var details = Details(indent: 2)
    details.append(
      Wording("file", "文件"),
      Wording(
        "\(batch.report.file), \(batch.fileBytes) bytes, \(batch.encoding)",
        "\(batch.report.file)，\(batch.fileBytes) 字节，\(batch.encoding)"))
    details.append(Wording(verbatim: "sha-256"), batch.fileHash)
    details.append(Wording("manifest", "清单"), batch.manifestHash)
    details.append(Wording("started", "开始"), batch.started.text)
    details.append(Wording("published", "发布"), batch.ended?.text ?? "")
    details.append(
      Wording("generation", "边界版本"),
      Wording(
        code: batch.generation.map { "\($0)" }, else: Wording("none was active", "当时没有启用的版本")))
    details.append(Wording("version", "程序版本"), batch.toolVersion ?? "")
    if let parent = batch.parentBatch {
      details.append(Wording("replays", "重试"), Wording("batch \(parent)", "批次 \(parent)"))
    }
    if let time = batch.rolledBack {
      details.append(Wording("rolled back", "撤回"), time.text)
    }
    return [batch.report.summary, details.wording].lines()
  }

  /// What was thrown away with a staged batch.
  package static func discarding(of batch: BatchRecord) -> Wording {
    let (report, number) = (batch.report, batch.report.batch ?? 0)
    return Wording(
      "batch \(number) is gone: \(report.read) rows of \(report.file) had been staged",
      "批次 \(number) 已丢弃：\(report.file) 曾暂存 \(report.read) 行")
  }
}
