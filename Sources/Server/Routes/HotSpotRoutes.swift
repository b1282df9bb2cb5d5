import Gewu
import Hummingbird
import Tabular
import Words

/// `/v1/hotspots`: where counts concentrate, with p-values.
struct HotSpotRoutes: Sendable {
  let backend: Backend

  var routes: [Route] { [.get("/v1/hotspots", "hotSpots", hotSpots)] }

  @Sendable
  private func hotSpots(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    let (question, wantsFeatures) = try HotSpotReader.question(request)
    let district = backend.district
    return try await backend.compute.run { isCancelled in
      guard wantsFeatures else {
        return .json(try district.hotSpots(question, isCancelled: isCancelled))
      }
      let (answer, boundaries) = try district.mappedHotSpots(question, isCancelled: isCancelled)
      let text = try HotSpotGeoJSONWriter(
        answer, provenance: String(decoding: JSONText.bytes(of: answer.provenance), as: UTF8.self),
        boundaries: boundaries
      ).bytes
      return .bytes(ByteBuffer(bytes: text), mediaType: GeoJSONText.mediaType)
    }
  }
}
