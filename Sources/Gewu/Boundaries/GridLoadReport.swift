package import Grids
package import Warehouse

/// What loading a level did.
package struct GridLoadReport: Sendable, Equatable, Codable {
  /// How the cells of the level came to their parents, in cells.
  package struct Parents: Sendable, Equatable, Codable {
    /// By a field of the file.
    package var field = 0
    /// By a table of children and parents.
    package var table = 0
    /// By the largest shared area.
    package var containment = 0
    /// Not at all: there is no level above, or nothing tells.
    package var none = 0
  }

  /// The generation that the level was loaded into.
  package var generation: Int64
  package var level: String
  /// How many cells the level now has.
  package var cells: Int
  /// The numbers of the features left out: neither a surface nor a code.
  package var skipped: [Int]
  /// How the level differs from the generation before.
  package var changes: GridChanges
  /// How its cells came to their parents.
  package var parents: Parents
  /// Whether the generation is now the active one.
  package var activated: Bool
  /// The codes of the level that break the grammar of the net; empty where they may be any.
  package var badCodes: [CodeFault] = []
  /// What the check before activation found; nil where nothing was activated.
  package var check: GridCheckReport?

  package enum CodingKeys: String, CodingKey {
    case generation, level, cells, skipped, changes, parents, activated, check
    case badCodes = "bad_codes"
  }
}

extension GridLoadReport {
  /// What was loaded, in a few lines for people.
  package var summary: String {
    var lines = [
      "level \(level): \(cells) cells in generation \(generation): \(changes.new) new, "
        + "\(changes.changed) changed, \(changes.unchanged) unchanged, \(changes.gone) gone"
    ]
    let methods = [
      (parents.field, "by field"), (parents.table, "by table"),
      (parents.containment, "by the largest shared area"), (parents.none, "without one"),
    ]
    let used = methods.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    lines.append("parents: " + used.joined(separator: ", "))
    if !skipped.isEmpty {
      let first = skipped.prefix(10).map(String.init).joined(separator: ", ")
      lines.append(
        "left out: \(skipped.count) features without code that are no surfaces (numbers \(first)"
          + (skipped.count > 10 ? " …)" : ")"))
    }
    if !badCodes.isEmpty {
      lines.append("\(badCodes.count) codes break the grammar of the net:")
      lines += badCodes.prefix(10).map { "  \($0.code) \($0.message)" }
      if badCodes.count > 10 { lines.append("  … \(badCodes.count - 10) more") }
    }
    if activated {
      let problems = check?.problemCount ?? 0
      lines.append(
        "generation \(generation) is active"
          + (problems == 0 ? "; its coverage is valid" : " with \(problems) problems"))
    }
    return lines.joined(separator: "\n")
  }
}
