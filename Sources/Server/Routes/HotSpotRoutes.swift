import Geometry
import Gewu
import HotSpots
import Hummingbird
import Words

/// `/v1/hotspots`: where counts concentrate, with p-values.
struct HotSpotRoutes: Sendable {
  let backend: Backend

  var routes: [Route] { [.get("/v1/hotspots", hotSpots)] }

  @Sendable
  private func hotSpots(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    let question = try HotSpotReader.question(request)
    let wantsFeatures = MediaRange.prefersGeoJSON(request)
    let district = backend.district
    return try await backend.compute.run {
      guard wantsFeatures else { return .json(try district.hotSpots(question)) }
      let (answer, boundaries) = try district.mappedHotSpots(question)
      return .bytes(
        try Self.features(answer, boundaries), mediaType: FeatureWriter.mediaType)
    }
  }

  /// One feature per cell, and the run's provenance as a member of the collection.
  private static func features(
    _ answer: HotSpotAnswer, _ boundaries: [(grid: GridSummary, boundary: MultiPolygon)]
  ) throws -> ByteBuffer {
    let byCode = Dictionary(
      boundaries.map { ($0.grid.code, $0) }, uniquingKeysWith: { first, _ in first })
    var writer = FeatureWriter(members: [
      ("provenance", try JSONText.bytes(of: answer.provenance))
    ])
    for cell in answer.cells {
      let found = byCode[cell.code]
      try writer.append(
        id: cell.code, properties: HotSpotFeature(name: found?.grid.name, cell: cell),
        boundary: found?.boundary ?? MultiPolygon([]))
    }
    return writer.finish()
  }
}
