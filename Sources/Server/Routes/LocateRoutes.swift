import Geometry
import Gewu
import Hummingbird
import Metrics

/// `/v1/locate`: the grid of one position, or of a batch.
struct LocateRoutes: Sendable {
  let backend: Backend
  private let cache = LocateCache()

  init(backend: Backend) {
    self.backend = backend
  }

  var routes: [Route] {
    [.get("/v1/locate", one), .post("/v1/locate", batch)]
  }

  /// Answers on the event loop: a look-up takes less time than changing threads.
  @Sendable
  private func one(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    var query = QueryReader(request, known: ["lon", "lat", "crs", "at"])
    let position = Coordinate(x: query.requiredNumber("lon"), y: query.requiredNumber("lat"))
    let crs = query.crs()
    let day = query.day("at")
    try query.check()
    let locator = try backend.locator(crs: crs, at: day)
    return try EntityTag(generation: locator.generation).tagging(request) {
      let (status, code) = locator.locate(position)
      count(status, 1)
      let body = try cache.bytes(generation: locator.generation, status: status, code: code) {
        try JSONText.bytes(of: locator.answer(for: position))
      }
      return .bytes(body, mediaType: "application/json")
    }
  }

  @Sendable
  private func batch(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    var query = QueryReader(request, known: ["lon", "lat", "crs", "at"])
    let fields = PositionFields(longitude: query.text("lon"), latitude: query.text("lat"))
    let crs = query.crs()
    let day = query.day("at")
    try query.check()
    let form = try BatchForm(request)
    let buffer = try await request.collected(upTo: backend.configuration.batchLimit)
    let (answer, counts) = try await backend.compute.run {
      let locator = try backend.locator(crs: crs, at: day)
      var counts: [GridStatus: Int] = [:]
      let answer = try form.answer([UInt8](buffer.readableBytesView), fields: fields) { position in
        let found = locator.locate(position)
        counts[found.status, default: 0] += 1
        return found
      }
      return (answer, counts)
    }
    for (status, number) in counts { count(status, number) }
    return .bytes(ByteBuffer(bytes: answer), mediaType: form.rawValue)
  }

  private func count(_ status: GridStatus, _ number: Int) {
    Counter(
      label: "gewu_located_positions_total", dimensions: [("status", status.rawValue)],
      factory: backend.registry
    ).increment(by: number)
  }
}
