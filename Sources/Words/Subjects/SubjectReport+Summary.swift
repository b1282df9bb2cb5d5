import Gewu
package import Warehouse

extension [SubjectReport] {
  /// What was assembled, a line each.
  package var summary: Wording { map(\.summary).lines() }
}

extension SubjectReport {
  /// What was assembled, in one line, and what has changed since, in another.
  package var summary: Wording {
    var lines = [SubjectWords.kind(kind) + (whole ? ofAll : ofPart) + queue]
    let changes = retired + merged + split + renamed
    if whole ? created != subjects || changes > 0 : created + changes > 0 {
      lines.append(
        Wording(
          "  since the assembly before: \(created) created, \(retired) retired, \(merged) merged, "
            + "\(split) split, \(renamed) renamed",
          "  与上次归集相比：新建 \(created)，注销 \(retired)，合并 \(merged)，拆分 \(split)，改号 \(renamed)"))
    }
    if !absent.isEmpty {
      lines.append(
        Wording("  not imported: ", "  尚未导入：") + absent.listed())
    }
    return lines.lines()
  }

  private var ofAll: Wording {
    Wording(
      ": \(subjects) of \(rows) rows, \(values) values, \(facts) facts; ",
      "：\(rows) 行归集为 \(subjects) 个，值 \(values)，事实 \(facts)；")
  }

  private var ofPart: Wording {
    touched == 0 && rows == 0
      ? Wording(": nothing has changed; \(subjects) as before, ", "：无变化，仍为 \(subjects) 个；")
      : Wording(
        ": \(touched) assembled again, \(rows) rows read; \(subjects) in all, ",
        "：读取 \(rows) 行，重新归集 \(touched) 个，共 \(subjects) 个；")
  }

  private var queue: Wording {
    Wording(
      "\(conflicts) conflicts, \(review) other items to review",
      "冲突 \(conflicts)，其他待审 \(review)")
  }
}

extension [SubjectDigestLine] {
  /// The kinds with their digests, a row each.
  package var table: Wording {
    var table = Listing([
      .text("kind", "类别"), .number("subjects", "主体数"), .text("digest", "摘要"),
    ])
    for line in self {
      table.append([
        SubjectWords.kind(line.kind), Wording(verbatim: "\(line.subjects)"),
        Wording(verbatim: line.digest),
      ])
    }
    return table.wording
  }
}
