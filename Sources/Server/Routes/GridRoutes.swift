import Foundation
import Geometry
import Gewu
import Hummingbird
import Words
import Tabular

/// `/v1/nets`, `/v1/levels` and `/v1/grids`: the nets, their cells and the boundaries of these.
struct GridRoutes: Sendable {
  let backend: Backend

  var routes: [Route] {
    [
      .get("/v1/nets", "nets", nets),
      .get("/v1/levels", "levels", levels),
      .get("/v1/grids", "grids", list),
      .get("/v1/grids/{code}", "grid", one),
      .get("/v1/grids/{code}/boundary", "boundary", boundary),
    ]
  }

  private struct Nets: Encodable {
    var nets: [NetSummary]
  }

  private struct Levels: Encodable {
    var levels: [LevelSummary]
  }

  private struct Grids: Encodable {
    var generation: Int64
    var grids: [GridSummary]
  }

  @Sendable
  private func nets(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    try QueryReader(request, known: []).check()
    return .json(Nets(nets: try await backend.disk.run { try backend.district.nets() }))
  }

  @Sendable
  private func levels(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    var query = QueryReader(request, known: ["net", "at"])
    let (net, date) = (query.text("net"), query.moment("at"))
    try query.check()
    let levels = try await backend.disk.run { try backend.snapshot(net: net, at: date).levels }
    return .json(Levels(levels: levels))
  }

  @Sendable
  private func list(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    var query = QueryReader(request, known: ["net", "at", "level", "bbox", "format"])
    let (net, level, date) = (query.text("net"), query.text("level"), query.moment("at"))
    let window = query.window()
    let wantsFeatures = query.wantsGeoJSON(request)
    try query.check()
    return try await backend.disk.run {
      let snapshot = try backend.snapshot(net: net, at: date)
      let tag = EntityTag(edition: snapshot.edition, form: wantsFeatures ? "geo" : "json")
      return try tag.tagging(request, of: try level.map(snapshot.check(level:))) { _ in
        guard wantsFeatures else {
          let grids = try snapshot.grids(level: level, within: window)
          return .json(Grids(generation: snapshot.generation, grids: grids))
        }
        // Boundaries of one level: drawn over each other, those of all would say nothing.
        let drawn = level ?? snapshot.levels.last?.level ?? ""
        var text = GeoJSONText(
          .drawn, members: [("generation", try JSONText.bytes(of: snapshot.generation))])
        for (grid, boundary) in try snapshot.boundaries(level: drawn, within: window) {
          text.append(
            id: grid.code, properties: try JSONText.bytes(of: grid), boundary: boundary)
        }
        return .bytes(ByteBuffer(bytes: text.finish()), mediaType: GeoJSONText.mediaType)
      }
    }
  }

  @Sendable
  private func one(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    let (net, code, level, date, wantsFeature) = try named(request, context)
    return try await backend.disk.run {
      let snapshot = try backend.snapshot(net: net, at: date)
      let tag = EntityTag(edition: snapshot.edition, form: wantsFeature ? "geo" : "json")
      return try tag.tagging(request, of: try snapshot.grid(code: code, level: level)) { detail in
        guard wantsFeature else { return .json(detail) }
        let boundary = try snapshot.boundary(code: code, level: level).boundary
        return .feature(code, try JSONText.bytes(of: detail), boundary)
      }
    }
  }

  /// The geometry itself as JSON, a feature as GeoJSON.
  @Sendable
  private func boundary(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    let (net, code, level, date, wantsFeature) = try named(request, context)
    return try await backend.disk.run {
      let snapshot = try backend.snapshot(net: net, at: date)
      let tag = EntityTag(edition: snapshot.edition, form: wantsFeature ? "geo" : "json")
      let found = try snapshot.boundary(code: code, level: level)
      return try tag.tagging(request, of: found) { grid, boundary in
        guard wantsFeature else {
          return .bytes(
            ByteBuffer(bytes: GeoJSONText.geometry(boundary, .drawn)), mediaType: "application/json"
          )
        }
        return .feature(code, try JSONText.bytes(of: grid), boundary)
      }
    }
  }

  /// The code in the path; in the query the net, the level, which codes of two levels need, the day or
  /// moment, and the form.
  private func named(
    _ request: Request, _ context: BasicRequestContext
  ) throws -> (net: String?, code: String, level: String?, date: String?, wantsFeature: Bool) {
    var query = QueryReader(request, known: ["net", "at", "level", "format"])
    let date = query.moment("at")
    let wantsFeature = query.wantsGeoJSON(request)
    let code = query.code(of: context)
    try query.check()
    return (query.text("net"), code, query.text("level"), date, wantsFeature)
  }
}

extension Response {
  /// A cell by itself as GeoJSON.
  fileprivate static func feature(
    _ code: String, _ properties: [UInt8], _ boundary: MultiPolygon
  ) -> Response {
    let text = GeoJSONText.feature(id: code, properties: properties, boundary: boundary, .drawn)
    return .bytes(ByteBuffer(bytes: text), mediaType: GeoJSONText.mediaType)
  }
}
