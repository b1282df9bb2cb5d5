package import Warehouse

extension District {
  /// Examines the store: see ``Warehouse/Store/verify(isQuick:)``.
  ///
  /// - Throws: `StoreError` where it cannot be read at all.
  package func verify(isQuick: Bool = false) throws -> VerificationReport {
    try store.verify(isQuick: isQuick)
  }
}

extension VerificationReport {
  package var isClean: Bool { clean }

  /// A line for each check, and one for each problem and note.
  package var summary: String {
    var lines: [String] = []
    for check in checks {
      let state = check.problems.isEmpty ? "ok" : "\(check.problems.count + check.more) problems"
      lines.append("\(check.name): \(state) (\(check.examined) examined)")
      lines += check.problems.map { "  \($0.message)" }
      if check.more > 0 { lines.append("  … \(check.more) more") }
      lines += check.notes.map { "  note: \($0.message)" }
    }
    lines.append(clean ? "\(store) is clean" : "\(store) has problems")
    return lines.joined(separator: "\n")
  }
}
