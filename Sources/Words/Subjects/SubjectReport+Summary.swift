package import Warehouse

extension [SubjectReport] {
  /// What was assembled, a line each.
  package var summary: Wording { map(\.summary).lines() }
}

extension SubjectReport {
  /// What was assembled, in one line, and what has changed since, in another.
  package var summary: Wording {
    var lines = [
      SubjectWords.kind(kind)
        + Wording(
          ": \(subjects) of \(rows) rows, \(values) values, \(facts) facts; \(conflicts) conflicts, "
            + "\(review) other items to review",
          "：\(rows) 行归集为 \(subjects) 个，值 \(values)，事实 \(facts)；冲突 \(conflicts)，其他待审 \(review)")
    ]
    if created != subjects || retired + merged + split + renamed > 0 {
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
}
