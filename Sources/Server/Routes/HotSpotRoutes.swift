import Geometry
import Gewu
import HotSpots
import Hummingbird

/// `/v1/hotspots`: where counts concentrate, with p-values.
struct HotSpotRoutes: Sendable {
  let backend: Backend

  var routes: [Route] { [.get("/v1/hotspots", "hotSpots", hotSpots)] }

  @Sendable
  private func hotSpots(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    let question = try HotSpotReader.question(request)
    let wantsFeatures = MediaRange.prefersGeoJSON(request)
    let district = backend.district
    return try await backend.compute.run {
      let answer = try district.hotSpots(question)
      guard wantsFeatures else { return .json(answer) }
      return .bytes(
        try Self.features(answer, of: district), mediaType: FeatureWriter.mediaType)
    }
  }

  /// One feature a cell, and the run's provenance as a member of the collection.
  private static func features(
    _ answer: HotSpotAnswer, of district: District
  ) throws -> ByteBuffer {
    let boundaries = try district.boundaries(level: answer.provenance.level)
    let byCode = Dictionary(
      boundaries.map { ($0.grid.code, $0) }, uniquingKeysWith: { first, _ in first })
    var writer = FeatureWriter(members: [
      ("provenance", try JSONText.bytes(of: answer.provenance))
    ])
    for cell in answer.cells {
      // A boundary that changed meanwhile leaves its cell without one, not without its row.
      let found = byCode[cell.code]
      try writer.append(
        id: cell.code, properties: HotSpotFeature(name: found?.grid.name, cell: cell),
        boundary: found?.boundary ?? MultiPolygon([]))
    }
    return writer.finish()
  }
}
