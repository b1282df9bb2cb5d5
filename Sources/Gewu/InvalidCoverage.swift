/// The refusal to activate a generation whose coverage failed its check.
public struct InvalidCoverage: Error, Sendable, CustomStringConvertible {
  /// What the check found.
  public let report: GridCheckReport

  /// The kinds of problem with their counts, and what to do.
  public var description: String {
    let levels = report.levels.filter { !$0.problems.isEmpty }.map { level in
      let kinds = Dictionary(grouping: level.problems, by: \.kind)
        .sorted { $0.key < $1.key }
        .map { "\($0.value.count) \($0.key)" }
      return "level \(level.level): \(kinds.joined(separator: ", "))"
    }
    return "the coverage of generation \(report.generation) is invalid, and nothing was changed; "
      + levels.joined(separator: "; ")
      + "; see `gewu grids check`, repair the boundaries, or accept them with --allow-invalid"
  }
}
