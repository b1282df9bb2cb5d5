package import Gewu

extension SubjectAnswer {
  /// What is known of the subject, a line each.
  package var summary: Wording {
    var details = Details()
    details.append(Wording("kind", "类别"), SubjectWords.kind(kind))
    details.append(Wording("key", "编号"), key)
    details.append(Wording("state", "状态"), SubjectWords.state(state))
    for heir in heirs { details.append(Wording("now", "现为"), heir) }
    details.append(
      Wording("assembled", "归集于"),
      Wording(verbatim: assembledAt)
        + (isCurrent
          ? .empty : Wording(" (its data sets have changed since)", "（此后数据有变化）")))
    details.append(Wording("rows", "行数"), "\(rows)")
    for value in values {
      details.append(
        Wording(verbatim: value.attribute),
        Wording(verbatim: "\(value.value ?? "***") ")
          + Self.remark(SubjectWords.criterion(value.criterion), value.from))
    }
    for fact in facts { details.append(SubjectWords.fact(fact.kind), fact.wording) }
    for conflict in conflicts {
      details.append(
        Wording("conflict", "冲突"),
        Wording(verbatim: "\(conflict.kind) (") + SubjectWords.state(conflict.state)
          + Wording(verbatim: ")"))
      for value in conflict.values {
        details.append(
          .empty,
          Wording(verbatim: "\(value.attribute) \(value.value ?? "***") [\(value.from.text)]"))
      }
    }
    for row in trace ?? [] {
      details.append(
        Wording("row", "行"),
        Wording(verbatim: "\(row.source) \(row.row), \(row.file):\(row.fileRow)")
          + (row.isCurrent ? .empty : Wording(" (changed since)", "（此后已变）")))
    }
    return details.wording
  }

  private static func remark(_ criterion: Wording, _ place: Place) -> Wording {
    Wording(verbatim: "[\(place.text); ") + criterion + Wording(verbatim: "]")
  }
}

extension SubjectAnswer.Place {
  fileprivate var text: String { "\(source) \(row)" }
}

extension SubjectAnswer.DatedFact {
  fileprivate var wording: Wording {
    var text = Wording(verbatim: place ?? "***")
    if fromDay != nil || toDay != nil {
      text = text + Wording(verbatim: " \(fromDay ?? "…") – \(toDay ?? "…")")
    }
    if isMain {
      text =
        text
        + (isLastResort
          ? Wording(" (main, for want of another)", "（主要，别无其他）") : Wording(" (main)", "（主要）"))
    }
    return text + Wording(verbatim: rows.first.map { " [\($0.text)]" } ?? "")
  }
}

extension [SubjectListing] {
  /// The subjects, a row each.
  package var table: Wording {
    var table = Listing([
      .text("kind", "类别"), .text("key", "编号"), .text("state", "状态"), .number("rows", "行数"),
      .number("data sets", "资源数"),
    ])
    for subject in self {
      table.append([
        SubjectWords.kind(subject.kind), Wording(verbatim: subject.key),
        SubjectWords.state(subject.state), Wording(verbatim: "\(subject.rows)"),
        Wording(verbatim: "\(subject.datasets)"),
      ])
    }
    return table.wording
  }
}

extension [ReviewGroup] {
  /// The groups of the queue, a row each.
  package var table: Wording {
    var table = Listing([
      .text("kind", "类别"), .text("reason", "原因"), .text("rule", "规则"),
      .text("data sets", "数据资源"), .number("items", "件数"),
    ])
    for group in self {
      table.append([
        SubjectWords.kind(group.kind), SubjectWords.reason(group.reason),
        Wording(verbatim: [group.rule, group.otherRule].compactMap(\.self).joined(separator: " ")),
        Wording(verbatim: group.sources.joined(separator: " ")),
        Wording(verbatim: "\(group.items)"),
      ])
    }
    return table.wording
  }
}

extension [ReviewListing] {
  /// The items of the queue, a row for each of their rows.
  package var table: Wording {
    var table = Listing([
      .number("item", "序号"), .text("kind", "类别"), .text("reason", "原因"), .text("rule", "规则"),
      .text("data set", "数据资源"), .number("row", "行"), .text("attribute", "属性"),
      .text("value", "值"), .text("key", "编号"),
    ])
    for item in self {
      for row in item.rows {
        table.append([
          Wording(verbatim: "\(item.item)"), SubjectWords.kind(item.kind),
          SubjectWords.reason(item.reason), Wording(verbatim: item.rule),
          Wording(verbatim: row.source), Wording(verbatim: "\(row.row)"),
          Wording(verbatim: row.attribute ?? ""),
          Wording(verbatim: row.value.map { "\($0 + 1)" } ?? ""),
          Wording(verbatim: item.key ?? ""),
        ])
      }
    }
    return table.wording
  }
}
