package import Geometry
import Tabular

/// Writes cells with their boundaries as a GeoJSON FeatureCollection (RFC 7946, WGS 84).
package struct GridFeatureWriter: Sendable {
  private let cells: [(grid: GridSummary, boundary: MultiPolygon)]

  /// Writes these cells, in their order.
  package init(_ cells: [(grid: GridSummary, boundary: MultiPolygon)]) { self.cells = cells }

  /// The document: one feature a line, each with the properties of ``GridSummary``.
  package var bytes: [UInt8] {
    get throws {
      var text = GeoJSONText(.exact)
      for (grid, boundary) in cells {
        text.append(properties: try JSONText.bytes(of: grid), boundary: boundary)
      }
      return text.finish()
    }
  }
}
