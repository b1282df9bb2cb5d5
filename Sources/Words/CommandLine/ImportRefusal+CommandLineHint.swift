package import Intake

extension ImportRefusal {
  /// What to do about it on the command line; nil where the refusal itself says all.
  package var commandLineHint: Wording? {
    switch self {
    case .errors:
      Wording(
        "correct the file, or raise the limit with --max-errors", "请更正文件，或用 --max-errors 放宽")
    case .shrink: Wording("is the file complete?", "文件是否完整？")
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
