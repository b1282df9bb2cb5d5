extension ImportJob {
  /// A sentence for people, in English and Chinese.
  typealias Note = (english: String, chinese: String)

  /// Says where a load went on.
  static func note(resumedAfter rows: Int) -> Note {
    (
      "resumed at row \(rows + 1): the rows before it were staged by an interrupted load",
      "从第 \(rows + 1) 行继续:之前的行已由中断的装载暂存"
    )
  }

  /// Says that what was staged is gone, and why.
  static func note(discarded stage: ImportStage, _ why: Note) -> Note {
    (
      "the \(stage.checkpoint.rows) rows that an interrupted load of \(stage.fileName) had staged "
        + "were discarded (\(why.english)), and the load was begun anew",
      "已放弃「\(stage.fileName)」中断装载所暂存的 \(stage.checkpoint.rows) 行(\(why.chinese)),重新装载"
    )
  }
}
