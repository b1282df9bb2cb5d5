package import Gewu
import Grids
import Warehouse

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
      lines += badCodes.prefix(10).map { "  \($0.code) \($0.wording.english)" }
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
