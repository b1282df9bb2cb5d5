import Gewu

extension GridCheckReport {
  /// Everything that was found, one line each.
  var listing: String {
    let count = problemCount
    var lines = [
      "generation \(generation): " + (valid ? "valid" : "invalid, \(count) problems")
    ]
    for level in levels {
      lines.append(
        "level \(level.level): \(level.cells) cells, \(level.problems.count) problems, "
          + "\(level.notes.count) notes")
      lines += level.problems.map { "  " + $0.line }
      lines += level.notes.map { "  note: " + $0.line }
    }
    if let sizes { lines += sizes.lines }
    return lines.joined(separator: "\n")
  }
}

extension GridSizeReport {
  /// The grids that are too large or too small, of each at most twenty.
  fileprivate var lines: [String] {
    let head =
      "households (\(dataset)): \(households) in grids; norm \(urbanNorm) urban, \(ruralNorm) rural: "
      + "\(over.count) grids above it, \(under.count) below half of it"
    return [head] + Self.lines(of: over, "above") + Self.lines(of: under, "below")
  }

  private static func lines(of grids: [Grid], _ word: String) -> [String] {
    grids.prefix(20).map { "  \(word)  \($0.code)  \($0.households) of \($0.norm) (\($0.kind))" }
      + (grids.count > 20 ? ["  … \(grids.count - 20) more"] : [])
  }
}

extension GridCheckReport.Problem {
  /// The kind, the cells, the place and the size.
  fileprivate var line: String {
    var parts = [kind, cells.joined(separator: " ")]
    if at.count == 2 { parts.append("at \(at[0]) \(at[1])") }
    if area > 0 { parts.append("\(Figure.significant(area)) m²") }
    if length > 0 { parts.append("\(Figure.significant(length)) m") }
    return parts.joined(separator: "  ")
  }
}
