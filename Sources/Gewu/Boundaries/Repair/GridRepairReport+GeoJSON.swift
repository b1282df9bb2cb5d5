import Foundation

extension GridRepairReport {
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

  private static func quoted(_ text: String) -> String {
    let bytes = (try? JSONEncoder().encode(text)) ?? Data(#""""#.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}
