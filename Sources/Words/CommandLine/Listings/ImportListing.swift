import Intake
import Foundation
package import Gewu
import Warehouse

/// Several files that were imported, as a list shows them.
package enum ImportListing {
  /// What became of each file, a row each, and the sums.
  package static func table(of run: ImportRun) -> Wording {
    var table = Listing(
      [.text("data set", "数据资源"), .text("file", "文件"), .text("status", "状态")]
        + figures.map { Listing.Column(name: $0.name, isNumber: true) }
        + [.number("seconds", "秒")])
    for report in run.batches {
      table.append(
        [.init(verbatim: report.dataset), .init(verbatim: report.file), status(of: report)]
          + (figures.map { "\($0.value(report))" } + [text(report.seconds)])
          .map(Wording.init(verbatim:)))
    }
    for failure in run.failed {
      let name = failure.file.split(separator: "/").last.map(String.init) ?? failure.file
      table.append(
        [
          .init(verbatim: failure.dataset), .init(verbatim: name), Wording("failed", "失败"),
        ] + Array(repeating: .empty, count: figures.count + 1))
    }
    let count = run.batches.count + run.failed.count
    let sums = figures.map { "\(run.totals[$0.name.english] ?? 0)" } + [text(run.seconds)]
    table.append(
      [Wording("\(count) files", "\(count) 个文件"), .empty, .empty]
        + sums.map(Wording.init(verbatim:)))
    return table.wording
  }

  private static var figures: [(name: Wording, value: @Sendable (ImportReport) -> Int)] {
    [
      (Wording("read", "读取"), { $0.read }), (Wording("inserted", "新增"), { $0.inserted }),
      (Wording("updated", "更新"), { $0.updated }), (Wording("unchanged", "未变"), { $0.unchanged }),
      (Wording("retired", "注销"), { $0.retired }),
      (Wording("duplicate", "重复"), { $0.duplicate }),
      (Wording("quarantined", "问题"), { $0.quarantined }), (Wording("blank", "空行"), { $0.blank }),
      (Wording("warned", "备注"), { $0.warned }),
    ]
  }

  private static func status(of report: ImportReport) -> Wording {
    let status = report.status
    let chinese =
      switch status {
      case .staged: "已暂存"
      case .published: "已发布"
      case .unchanged: "已导入过"
      case .refused: "被拒绝"
      case .dryRun: "试运行"
      case .rolledBack: "已撤回"
      }
    return Wording(english: status.rawValue, chinese: chinese)
  }

  private static func text(_ seconds: Double) -> String { String(format: "%.1f", seconds) }
}
