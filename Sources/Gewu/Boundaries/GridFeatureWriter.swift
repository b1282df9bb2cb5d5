import Foundation
package import Geometry

/// Writes cells with their boundaries as a GeoJSON FeatureCollection (RFC 7946, WGS 84).
package struct GridFeatureWriter: Sendable {
  private let cells: [(grid: GridSummary, boundary: MultiPolygon)]

  /// Writes these cells, in their order.
  package init(_ cells: [(grid: GridSummary, boundary: MultiPolygon)]) { self.cells = cells }

  /// The document: one feature a line, each with the properties of ``GridSummary``.
  package var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let features = try cells.map { cell in
        let properties = String(decoding: try encoder.encode(cell.grid), as: UTF8.self)
        return #"{"type":"Feature","properties":\#(properties),"geometry":"#
          + GeoJSONGeometry.text(of: cell.boundary) + "}"
      }
      let head = #"{"type":"FeatureCollection","features":["#
      return Array("\(head)\n\(features.joined(separator: ",\n"))\n]}\n".utf8)
    }
  }
}
