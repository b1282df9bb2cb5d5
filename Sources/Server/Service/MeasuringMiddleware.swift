import Hummingbird
import Metrics

/// Counts the answers by route, method and status, and measures their time.
struct MeasuringMiddleware: RouterMiddleware {
  let registry: PrometheusRegistry

  func handle(
    _ request: Request, context: BasicRequestContext,
    next: @concurrent (Request, BasicRequestContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    // A path that no route has must not become a label: anybody could make any number of them.
    let route = ("route", context.endpointPath ?? "none")
    let method = ("method", Self.known.contains(request.method) ? request.method.rawValue : "other")
    Counter(
      label: "gewu_http_requests_total",
      dimensions: [route, method, ("status", "\(response.status.code)")], factory: registry
    ).increment()
    Timer(label: "gewu_http_request_seconds", dimensions: [route], factory: registry)
      .recordNanoseconds((ContinuousClock.now - start).nanoseconds)
    return response
  }

  private static let known: Set<HTTPRequest.Method> = [
    .get, .head, .post, .put, .patch, .delete, .options,
  ]
}

extension Duration {
  fileprivate var nanoseconds: Int64 {
    components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
  }
}
