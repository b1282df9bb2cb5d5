import Gewu
import Hummingbird
import Words

/// `/v1/reports`: what channels send in.
///
/// Answered only once it is on disk.
struct ReportRoutes: Sendable {
  let backend: Backend

  var routes: [Route] {
    [
      .post("/v1/reports", "receiveReport", receive),
      .get("/v1/reports", "reports", list),
      .get("/v1/reports/{id}", "report", one),
    ]
  }

  private struct Reports: Encodable {
    var reports: [Report]
    /// What to give as `before` for the next page, newest first; absent on the last one.
    var next: Int64?
  }

  /// 201 for a new report, 200 for the repetition of one by its `Idempotency-Key`.
  @Sendable
  private func receive(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    try QueryReader(request, known: []).check()
    guard request.mediaType == "application/json" else {
      throw Problem.unsupportedMediaType(known: ["application/json"])
    }
    let key = try idempotencyKey(of: request)
    let body = try await request.collected(upTo: backend.configuration.reportLimit)
    let submission = try SubmissionReader.read(body)
    let district = backend.district
    let receipt = try await backend.disk.run {
      try district.receive(submission, idempotencyKey: key)
    }
    var response = Response.json(receipt.report, status: receipt.isNew ? .created : .ok)
    response.headers[.location] = "/v1/reports/\(receipt.report.id)"
    return response
  }

  @Sendable
  private func list(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    var query = QueryReader(
      request, known: ["limit", "before", "channel", "category", "from", "to", "grid"])
    let limit = query.integer("limit", in: 1...ReportQuery.largestLimit, standard: 100)
    let before = query.integer("before", in: 0...Int.max, standard: 0)
    let wanted = ReportQuery(
      limit: limit, beforeID: before == 0 ? nil : Int64(before), channel: query.text("channel"),
      category: query.text("category"), from: query.day("from"), to: query.day("to"),
      grid: query.text("grid"))
    try query.check()
    let district = backend.district
    let reports = try await backend.disk.run { try district.reports(wanted) }
    return .json(
      Reports(reports: reports, next: reports.count == limit ? reports.last?.id : nil))
  }

  @Sendable
  private func one(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    try QueryReader(request, known: []).check()
    guard let id = context.parameters.get("id", as: Int64.self), id > 0 else {
      throw Problem.invalid([FieldProblem("id", FieldWords.notAReport)])
    }
    let district = backend.district
    return .json(try await backend.disk.run { try district.report(id: id) })
  }

  /// The key of the request: visible characters, at most 255 of them.
  private func idempotencyKey(of request: Request) throws -> String? {
    let keys = request.headers[values: .idempotencyKey]
    guard let key = keys.first else { return nil }
    guard keys.count == 1 else {
      throw Problem.invalid([FieldProblem("Idempotency-Key", FieldWords.twice)])
    }
    guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (33...126).contains($0) })
    else {
      throw Problem.invalid([FieldProblem("Idempotency-Key", FieldWords.badIdempotencyKey)])
    }
    return key
  }
}
