package import Warehouse

extension VerificationReport {
  /// A line for each check, and one for each problem and note.
  package var summary: Wording {
    var lines: [Wording] = []
    for check in checks {
      let count = check.problems.count + check.more
      let state = count == 0 ? Wording("ok", "正常") : Wording("\(count) problems", "\(count) 个问题")
      let title = Self.title(of: check.name)
      lines.append(
        Wording(
          "\(title.english): \(state.english) (\(check.examined) examined)",
          "\(title.chinese)：\(state.chinese)（检查 \(check.examined) 项）"))
      lines += check.problems.map { $0.wording.indented(by: 2) }
      if check.more > 0 {
        lines.append(Wording("  … \(check.more) more", "  … 另有 \(check.more) 项"))
      }
      lines += check.notes.map { (Wording("note: ", "提示：") + $0.wording).indented(by: 2) }
    }
    lines.append(
      clean
        ? Wording("\(store) is clean", "\(store) 完好")
        : Wording("\(store) has problems", "\(store) 有问题"))
    return lines.lines()
  }

  /// What a check is called; its name where it has no other.
  private static func title(of name: String) -> Wording {
    let chinese = [
      "file": "文件", "references": "引用", "identity": "批次账目", "data sets": "数据资源",
      "spatial indexes": "空间索引", "archive": "原始文件存档", "versions": "行的版本", "keys": "主键",
      "attachments": "落格", "quarantine": "问题数据", "stages": "暂存",
    ]
    return Wording(name, chinese[name] ?? name)
  }
}

extension VerificationReport.Problem {
  var wording: Wording { Wording(message, messageChinese) }
}
