import Intake
import Foundation
import Gewu
import Warehouse

extension ImportReport {
  /// What became of the rows, in a few lines.
  package var summary: Wording {
    var lines = [Wording("\(file) → \(dataset): ", "\(file) → \(dataset)：") + ending, identity]
    var further = [
      Wording("\(attached) attached", "已落格 \(attached)"),
      Wording("\(unattached) unattached", "未落格 \(unattached)"),
    ]
    if retired > 0 { further.append(Wording("\(retired) retired", "注销 \(retired)")) }
    let time = String(format: "%.1f", seconds)
    further.append(Wording("\(time) s", "\(time) 秒"))
    lines.append(further.listed().indented(by: 2))
    if let origin { lines.append(origin.indented(by: 2)) }
    if let stageNote { lines.append(stageNote.indented(by: 2)) }
    if !settled.isEmpty {
      lines.append(
        Wording(
          "  \(settled.count) refused rows of earlier files are settled: this file has them",
          "  此前的 \(settled.count) 行问题数据已解决：本文件中已有这些行"))
    }
    if !remarks.isEmpty {
      lines.append(Wording("  remarks: ", "  备注：") + remarks.ranked())
    }
    if !reasons.isEmpty {
      lines.append(Wording("  reasons: ", "  原因：") + reasons.ranked())
    }
    lines += plan?.details ?? []
    if let batch, quarantined > 0 {
      lines.append(
        Wording(
          "  see `gewu quarantine list --batch \(batch)`",
          "  详见 `gewu quarantine list --batch \(batch)`"))
    }
    return lines.lines()
  }

  /// Which threshold was exceeded and what to do, where the file was refused.
  package var reasonOfRefusal: Wording? {
    guard let refused else { return nil }
    let found = examples.map(\.wording) + retiredExamples.map(Wording.init(verbatim:))
    let shown =
      isCounted(refused) && !found.isEmpty
      ? Wording("; for example ", "；例如") + found.listed() : .empty
    guard let hint = refused.commandLineHint else { return refused.wording + shown }
    return refused.wording + shown + Wording(": ", "：") + hint
  }

  /// Whether rows are the reason, of which some can be shown.
  private func isCounted(_ refusal: ImportRefusal) -> Bool {
    switch refusal {
    case .errors, .shrink: true
    case .older, .periodUnknown, .undecidedCRS, .misplaced: false
    }
  }

  /// The sheet that was read, or the encoding of what has none.
  private var origin: Wording? {
    if let sheet { return Wording("read from sheet '\(sheet)'", "读自工作表“\(sheet)”") }
    guard let encoding, !encoding.isEmpty else { return nil }
    return Wording("read as \(encoding)", "按 \(encoding) 读取")
  }

  /// What became of rows that an interrupted load had staged, where there were any.
  package var stageNote: Wording? {
    notes.isEmpty ? nil : notes.map(\.wording).joined()
  }

  private var identity: Wording {
    Wording(
      "  \(read) read = \(inserted) inserted + \(updated) updated + \(unchanged) unchanged"
        + " + \(duplicate) duplicate + \(quarantined) quarantined + \(blank) blank",
      "  读取 \(read) = 新增 \(inserted) + 更新 \(updated) + 未变 \(unchanged)"
        + " + 重复 \(duplicate) + 问题 \(quarantined) + 空行 \(blank)")
  }

  private var ending: Wording {
    let batch = batch ?? 0
    return switch status {
    case .staged:
      Wording(
        "staged as batch \(batch), not published; import it again to go on",
        "已暂存为批次 \(batch)，尚未发布；再次导入即可继续")
    case .published: Wording("published as batch \(batch)", "已发布为批次 \(batch)")
    case .unchanged:
      Wording(
        "the same file was imported before as batch \(batch); nothing to do",
        "同一文件已导入为批次 \(batch)；无需处理")
    case .refused: Wording("refused, nothing was changed", "被拒绝，未作任何改动")
    case .dryRun: Wording("dry run, nothing was kept", "试运行，未保存任何内容")
    case .rolledBack: Wording("batch \(batch), rolled back since", "批次 \(batch)，后已撤回")
    }
  }
}
