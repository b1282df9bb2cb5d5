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
    return lines.joined(separator: "\n")
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
