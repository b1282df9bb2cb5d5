import Gewu
import Hummingbird
import Words

/// `/v1/profile` and `/v1/grids/{code}/profile`: what cells have, with what of it may be shown to everyone.
struct ProfileRoutes: Sendable {
  let backend: Backend

  var routes: [Route] {
    [
      .get("/v1/profile", "profile", all),
      .get("/v1/grids/{code}/profile", "gridProfile", one),
    ]
  }

  @Sendable
  private func all(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    var query = QueryReader(
      request, known: ["net", "at", "level", "column"], repeatable: ["column"])
    let question = ProfileQuestion(
      net: query.text("net"), date: query.moment("at"), level: query.text("level"),
      columns: query.texts("column"))
    try query.check()
    return .json(try await backend.disk.run { try backend.district.profile(question) })
  }

  @Sendable
  private func one(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    var query = QueryReader(
      request, known: ["net", "at", "level", "column"], repeatable: ["column"])
    let date = query.moment("at")
    let code = query.code(of: context)
    let question = ProfileQuestion(
      net: query.text("net"), date: date, code: code, level: query.text("level"),
      columns: query.texts("column"))
    try query.check()
    return .json(try await backend.disk.run { try backend.district.profile(question) })
  }
}
