package import Warehouse

extension VerificationReport {
  /// A line for each check, and one for each problem and note.
  package var summary: Wording {
    var lines: [Wording] = []
    for check in checks {
      let count = check.problems.count + check.more
      let state = count == 0 ? Wording("ok", "正常") : Wording("\(count) problems", "\(count) 个问题")
      let title = check.subject.wording
      lines.append(
        Wording(
          "\(title.english): \(state.english) (\(check.examined) examined)",
          "\(title.chinese)：\(state.chinese)（检查 \(check.examined) 项）"))
      lines += check.problems.map { Wording(verbatim: "  ") + $0.wording }
      if check.more > 0 {
        lines.append(Wording("  … \(check.more) more", "  … 另有 \(check.more) 项"))
      }
      lines += check.notes.map { Wording("  note: ", "  提示：") + $0.wording }
    }
    lines.append(
      clean
        ? Wording("\(store) is clean", "\(store) 完好")
        : Wording("\(store) has problems", "\(store) 有问题"))
    return lines.lines()
  }
}
