import Gewu
import Hummingbird
import Tabular

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
      let answer = try district.hotSpots(question)
      guard wantsFeatures else { return .json(answer) }
      let boundaries = try district.boundaries(level: answer.provenance.level)
      let text = try HotSpotGeoJSONWriter(answer, boundaries: boundaries).bytes
      return .bytes(ByteBuffer(bytes: text), mediaType: GeoJSONText.mediaType)
    }
  }
}
