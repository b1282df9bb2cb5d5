import Gewu
import Hummingbird

/// `/v1/datasets` and `/v1/places`: what there is to look at, for the map.
struct CatalogueRoutes: Sendable {
  let backend: Backend

  /// The most positions that `/v1/places` answers at once: one less than the
  /// district gives, since one more tells whether there are more.
  static let mostPlaces = PlaceQuery.largestLimit - 1

  var routes: [Route] {
    [
      .get("/v1/datasets", "datasets", datasets),
      .get("/v1/places", "places", places),
    ]
  }

  private struct Datasets: Encodable {
    var datasets: [DatasetSummary]
    /// False where the store is for data that is not personal only.
    var sealed: Bool
  }

  private struct Places: Encodable {
    var count: Int
    var isComplete: Bool
    var places: [Place]

    enum CodingKeys: String, CodingKey {
      case count
      case isComplete = "complete"
      case places
    }
  }

  @Sendable
  private func datasets(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    try QueryReader(request, known: []).check()
    let district = backend.district
    return .json(
      try await backend.disk.run {
        Datasets(datasets: try district.shownDatasets(), sealed: try district.isSealed())
      })
  }

  /// Positions and how many rows have them, never what the rows say.
  @Sendable
  private func places(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    var query = QueryReader(
      request, known: ["of", "category", "from", "to", "bbox", "limit"])
    let dataset = query.requiredText("of")
    let limit = query.integer("limit", in: 1...Self.mostPlaces, standard: 20_000)
    let window = query.window()
    let (from, to) = query.daysOrMonths()
    let category = query.text("category")
    try query.check()
    let district = backend.district
    let places = try await backend.disk.run {
      try district.places(
        PlaceQuery(
          dataset: dataset, category: category, from: from, to: to, within: window, limit: limit + 1
        ))
    }
    let shown = Array(places.prefix(limit))
    return .json(
      Places(
        count: shown.reduce(0) { $0 + $1.count }, isComplete: places.count <= limit,
        places: shown))
  }
}
