package import Gewu

/// What the command line says of backups.
package enum BackupWords {
  /// What is being done.
  package static func phase(_ phase: BackupProgress.Phase) -> Wording {
    switch phase {
    case .copying: Wording("copying", "正在复制")
    case .archiving: Wording("copying source files", "正在复制来源文件")
    case .verifying: Wording("verifying", "正在核验")
    }
  }

  /// What was written.
  package static func summary(_ report: BackupReport) -> Wording {
    let state =
      report.isClean
      ? Wording("verified", "已核验")
      : Wording(
        "and it has problems, as the store itself has: see `gewu verify --store \(report.path)`",
        "但存在与原库相同的问题：请查看 `gewu verify --store \(report.path)`")
    return Wording(
      "\(report.path): \(report.bytes) bytes, \(report.files) source files of "
        + "\(report.fileBytes) bytes in \(report.path)-files; ",
      "\(report.path)：\(report.bytes) 字节，\(report.path)-files 中有 \(report.files) 个来源文件"
        + "（\(report.fileBytes) 字节）；") + state
  }

  /// While somebody else has the store for themselves.
  package static let waiting = Wording(
    "a large load has the store for itself; waiting until it is done",
    "大批量导入正在独占数据库，等待其完成")
}
