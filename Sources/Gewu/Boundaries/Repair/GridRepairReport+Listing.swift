import Foundation

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
    let features = levels.flatMap { level in
      level.changes.map { change -> String in
        let cells = change.cells.map(Self.quoted).joined(separator: ",")
        let place = change.at.map { "\($0)" }.joined(separator: ",")
        let geometry = place.isEmpty ? "null" : #"{"type":"Point","coordinates":[\#(place)]}"#
        return #"{"type":"Feature","properties":{"level":\#(Self.quoted(level.level)),"#
          + #""kind":"\#(change.kind)","cells":[\#(cells)],"area":\#(change.area),"#
          + #""distance":\#(change.distance)},"geometry":\#(geometry)}"#
      }
    }
    let text = features.joined(separator: ",\n")
    return Array(#"{"type":"FeatureCollection","features":[\#n\#(text)\#n]}\#n"#.utf8)
  }

  private static func line(of change: Change) -> String {
    var parts = [change.kind, change.cells.joined(separator: " ")]
    if change.at.count == 2 { parts.append("at \(change.at[0]) \(change.at[1])") }
    if change.area > 0 { parts.append(String(format: "%.3g m²", change.area)) }
    if change.distance > 0 { parts.append(String(format: "%.3g m", change.distance)) }
    return parts.joined(separator: "  ")
  }

  private static func quoted(_ text: String) -> String {
    let bytes = (try? JSONEncoder().encode(text)) ?? Data(#""""#.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}
