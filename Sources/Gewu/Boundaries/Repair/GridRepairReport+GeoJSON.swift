import Geometry
import Tabular

extension GridRepairReport {
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
}
