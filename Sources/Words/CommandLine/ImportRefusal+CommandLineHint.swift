import Gewu
package import Intake

extension ImportRefusal {
  /// What to do about it on the command line; nil where the refusal itself says all.
  package var commandLineHint: Wording? {
    switch self {
    case .errors:
      Wording(
        "correct the file, or raise the limit with --max-errors", "请更正文件，或用 --max-errors 放宽")
    case .older:
      Wording(
        "load it as history with --as-history, take the later batch back, or name another period "
          + "with --period",
        "可用 --as-history 存入历史，或先撤回较新的批次，或用 --period 指明其他时期")
    case .periodUnknown: Wording("name its period with --period", "请用 --period 指明文件所属时期")
    case .shrink(_, _, _, let isDeclared):
      Wording("is the file complete?", "文件是否完整？")
        + (isDeclared
          ? .empty
          : Wording(
            " If it is, say so in the manifest: `gewu: {thresholds: {maxShrink: 100%}}`",
            "如果完整，请在清单中写明 gewu: {thresholds: {maxShrink: 100%}}"))
    case .undecidedCRS: nil
    case .misplaced:
      Wording(
        "correct `gewu.location` in the manifest, or load the rows into quarantine with "
          + "--max-errors 100%",
        "请更正清单中的 gewu.location，或用 --max-errors 100% 把这些行装入问题数据")
    }
  }
}

extension ImportInterrupted {
  /// What to do about it on the command line.
  package var commandLineHint: Wording {
    Wording(
      "run the same command to go on, or `gewu batches discard \(batch)`",
      "再次运行同一命令可继续，或用 `gewu batches discard \(batch)` 放弃")
  }
}

extension ImportFault {
  /// What to do about it on the command line; nil where the fault itself says all.
  var commandLineHint: Wording? {
    switch self {
    case .noManifest:
      Wording(
        "say which data set a file is with --dataset, or add its name to a manifest",
        "请用 --dataset 指明文件属于哪个数据资源，或把文件名写入清单")
    case .notStaged(let batch, _):
      Wording(
        "a published one is taken back with `gewu batches rollback \(batch)`",
        "已发布的批次请用 `gewu batches rollback \(batch)` 撤回")
    case .outdated:
      Wording(
        "discard them with `gewu quarantine discard`, or send corrected rows with --file",
        "请用 `gewu quarantine discard` 放弃，或用 --file 提交更正后的行")
    case .noFile, .onlyLinks, .noLevel, .lockFile: nil
    }
  }
}
