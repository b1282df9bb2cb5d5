import Foundation
import Geometry
import Tabular

extension GridRepairReport {
  /// What is proposed, in lines for people; of each level the first twenty changes.
  package var summary: String {
    var lines: [String] = []
    for level in levels {
      let kinds = Dictionary(grouping: level.changes, by: \.kind).mapValues(\.count)
      let counts = kinds.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      lines.append(
        "level \(level.level): \(level.before) problems before, \(level.after) after; "
          + (counts.isEmpty ? "nothing to mend" : counts.joined(separator: ", ")))
      lines += level.changes.prefix(20).map { "  " + Self.line(of: $0) }
      if level.changes.count > 20 { lines.append("  … \(level.changes.count - 20) more") }
    }
    if let proposed {
      lines.append(
        "generation \(proposed) has the changes and is not active: look at it with `gewu grids diff "
          + "\(generation) \(proposed)` and `gewu grids check --generation \(proposed)`")
    } else {
      lines.append("generation \(generation) is as it was; nothing was kept")
    }
    return lines.joined(separator: "\n")
  }

  /// The changes as GeoJSON (RFC 7946): a point each, with what was changed as properties.
  package var geoJSON: [UInt8] {
    var text = GeoJSONText(.exact)
    for level in levels {
      for change in level.changes {
        var properties = Array(#"{"level":"#.utf8)
        JSONText.append(level.level, to: &properties)
        properties += #","kind":"\#(change.kind)","cells":["#.utf8
        for (index, cell) in change.cells.enumerated() {
          if index > 0 { properties.append(UInt8(ascii: ",")) }
          JSONText.append(cell, to: &properties)
        }
        properties += #"],"area":\#(change.area),"distance":\#(change.distance)}"#.utf8
        let point = change.at.count == 2 ? Coordinate(x: change.at[0], y: change.at[1]) : nil
        text.append(properties: properties, point: point)
      }
    }
    return text.finish()
  }

  private static func line(of change: Change) -> String {
    var parts = [change.kind, change.cells.joined(separator: " ")]
    if change.at.count == 2 { parts.append("at \(change.at[0]) \(change.at[1])") }
    if change.area > 0 { parts.append(String(format: "%.3g m²", change.area)) }
    if change.distance > 0 { parts.append(String(format: "%.3g m", change.distance)) }
    return parts.joined(separator: "  ")
  }
}
