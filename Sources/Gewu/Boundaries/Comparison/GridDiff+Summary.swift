import Foundation

extension GridDiff {
  /// The differences in some lines for people; of long lists the first ten.
  package var summary: String {
    var lines = ["generation \(from) → \(to)"]
    for level in levels { lines += Self.lines(of: level) }
    for set in datasets { lines += Self.lines(of: set, named: set.dataset ?? "") }
    lines += Self.lines(of: reports, named: "reports")
    return lines.joined(separator: "\n")
  }

  private static func lines(of level: Level) -> [String] {
    var lines = [
      "level \(level.level): \(level.before) → \(level.after) cells: \(level.added.count) added, "
        + "\(level.gone.count) gone, \(level.moved.count) moved, \(level.renamed.count) renamed, "
        + "\(level.reparented.count) under another cell, \(level.recoded.count) with another code, "
        + "\(level.unchanged) unchanged"
    ]
    lines += first(level.added) { "+ \($0.code)  \(area($0.area))" }
    lines += first(level.gone) { "− \($0.code)  \(area($0.area))" }
    lines += first(level.moved.sorted { ($1.share, $0.code) < ($0.share, $1.code) }) {
      "~ \($0.code)  lost \(area($0.lost)), won \(area($0.won)), "
        + String(format: "%.3g %% of it", $0.share * 100)
    }
    lines += first(level.renamed) { "~ \($0.code)  name \(text($0.from)) → \(text($0.to))" }
    lines += first(level.reparented) { "~ \($0.code)  under \(text($0.from)) → \(text($0.to))" }
    lines += first(level.recoded) { "~ \(text($0.from)) is now \($0.code)" }
    return lines
  }

  private static func lines(of hands: Hands, named name: String) -> [String] {
    ["\(name): \(hands.changed) of \(hands.examined) with a place change hands"]
      + first(hands.pairs) { "\($0.from ?? "no grid") → \($0.to ?? "no grid")  \($0.count)" }
  }

  private static func first<Item>(_ items: [Item], _ line: (Item) -> String) -> [String] {
    items.prefix(10).map { "  " + line($0) }
      + (items.count > 10 ? ["  … \(items.count - 10) more"] : [])
  }

  private static func area(_ area: Double) -> String {
    if area >= 1e6 { return String(format: "%.3f km²", area / 1e6) }
    return String(format: area >= 100 ? "%.0f m²" : "%.3g m²", area)
  }

  private static func text(_ value: String?) -> String { value ?? "none" }
}
