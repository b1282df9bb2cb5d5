import Foundation
package import Geometry
import HotSpots

/// Writes a hot-spot answer as a GeoJSON FeatureCollection (RFC 7946, WGS 84): one feature a cell.
///
/// The run's provenance is a foreign member of the collection (RFC 7946, 6.1). A cell without a
/// boundary has the geometry `null`.
package struct HotSpotGeoJSONWriter: Sendable {
  private let answer: HotSpotAnswer
  private let provenance: String
  private let boundaries: [String: MultiPolygon]

  /// Writes an answer with the boundaries of its cells.
  ///
  /// - Parameter provenance: that of the answer, as JSON.
  package init(
    _ answer: HotSpotAnswer, provenance: String,
    boundaries: [(grid: GridSummary, boundary: MultiPolygon)]
  ) {
    self.answer = answer
    self.provenance = provenance
    self.boundaries = Dictionary(
      boundaries.map { ($0.grid.code, $0.boundary) }, uniquingKeysWith: { first, _ in first })
  }

  /// The document in UTF-8, one feature a line.
  package var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let features = try answer.cells.map { cell in
        let properties = String(decoding: try encoder.encode(cell), as: UTF8.self)
        let geometry = boundaries[cell.code].map(GeoJSONGeometry.text) ?? "null"
        return #"{"type":"Feature","properties":\#(properties),"geometry":\#(geometry)}"#
      }
      let head = #"{"type":"FeatureCollection","provenance":\#(provenance),"features":["#
      return Array("\(head)\n\(features.joined(separator: ",\n"))\n]}\n".utf8)
    }
  }
}
