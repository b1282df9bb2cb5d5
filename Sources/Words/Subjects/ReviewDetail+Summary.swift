package import Gewu
import Warehouse

extension ReviewDetail {
  /// The item, a line each: what it is, what its rows state, what can be decided.
  package var summary: Wording {
    var details = Details()
    details.append(Wording("item", "事项"), key)
    details.append(Wording("kind", "类别"), SubjectWords.kind(kind))
    details.append(
      Wording("reason", "原因"),
      SubjectWords.reason(reason)
        + Wording(verbatim: [":", rule, otherRule].compactMap(\.self).joined(separator: " ")))
    details.append(
      Wording("state", "状态"),
      SubjectWords.state(state)
        + (isCurrent
          ? .empty : Wording(" (its data sets have changed since)", "（此后数据有变化）")))
    if let criterion {
      details.append(Wording("stands by", "现值依据"), SubjectWords.criterion(criterion))
    }
    if let decision {
      details.append(
        Wording("decision", "决定"),
        Wording(verbatim: "\(decision.number): ") + SubjectWords.verdict(decision.verdict)
          + Wording(
            verbatim: " (\(decision.at.prefix(10))\(decision.until.map { " – \($0)" } ?? ""))"))
      details.append(Wording("because", "理由"), decision.reason)
    }
    for row in rows {
      details.append(
        Wording("row \(row.number)", "行 \(row.number)"),
        Wording(
          verbatim: "\(row.source) \(row.row)"
            + (row.rowKey.map { " [\($0)]" } ?? "") + (row.subject.map { " \($0)" } ?? "")))
      for value in row.values {
        details.append(
          .empty, Wording(verbatim: "\(value.attribute) \(value.value ?? "***")"))
      }
    }
    details.append(
      Wording("can be decided", "可作决定"),
      choices.isEmpty
        ? Wording("nothing: its rows must be corrected", "无：须更正原行") : choices.listed())
    return details.wording
  }
}

extension DecisionReport {
  /// What came of a decision, in one line, and what was assembled, in others.
  package var summary: Wording {
    let line = Wording("decision \(decision) on \(item)", "决定 \(decision)，事项 \(item)")
    guard let assembled else {
      return [
        line,
        Wording(
          "  not in effect before the subjects are assembled again",
          "  尚未生效：须重新归集"),
      ].lines()
    }
    return [line, assembled.summary].lines()
  }
}
