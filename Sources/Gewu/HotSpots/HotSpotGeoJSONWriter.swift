package import Geometry
import HotSpots
import Tabular

/// Writes a hot-spot answer as a GeoJSON FeatureCollection (RFC 7946, WGS 84): one feature per cell,
/// for the command and the service alike.
///
/// The run's provenance is a foreign member of the collection (RFC 7946, 6.1). A cell without a
/// boundary, because it changed meanwhile, has the geometry `null`.
package struct HotSpotGeoJSONWriter: Sendable {
  private let answer: HotSpotAnswer
  private let provenance: String
  private let boundaries: [String: (grid: GridSummary, boundary: MultiPolygon)]

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
      boundaries.map { ($0.grid.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The document in UTF-8, one feature a line.
  package var bytes: [UInt8] {
    get throws {
      var text = GeoJSONText(
        .drawn, members: [("provenance", Array(provenance.utf8))])
      for cell in answer.cells {
        let found = boundaries[cell.code]
        text.append(
          id: cell.code, properties: try JSONText.bytes(of: cell), boundary: found?.boundary)
      }
      return text.finish()
    }
  }
}
