import Hummingbird
import Logging
import Words

/// Turns every failure into problem details and gives every answer its security fields.
struct ProblemMiddleware: RouterMiddleware {
  let routes: [Route]

  /// Only our own files, nothing inline, no frames; `data:` pictures are Leaflet's.
  static let contentSecurityPolicy = """
    default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'
    """

  func handle(
    _ request: Request, context: BasicRequestContext,
    next: @concurrent (Request, BasicRequestContext) async throws -> Response
  ) async throws -> Response {
    var response: Response
    do {
      try Self.check(authority: request.head.authority)
      response = try await next(request, context)
    } catch {
      response = answer(to: error, request, context)
    }
    response.headers[.contentSecurityPolicy] = Self.contentSecurityPolicy
    response.headers[.xContentTypeOptions] = "nosniff"
    if request.method == .head { response = response.createHeadResponse() }
    return response
  }

  /// Refuses a request that was meant for another name; one that names none is old, not wrong.
  static func check(authority: String?) throws {
    if let authority, !LoopbackHost.accepts(authority: authority) { throw Problem.misdirected }
  }

  private func answer(
    to error: any Error, _ request: Request, _ context: BasicRequestContext
  ) -> Response {
    var problem = Problem(error)
    if problem == .unknownPath {
      let path = request.uri.path
      var methods = Set(routes.filter { $0.matches(path) }.map(\.method))
      if methods.contains(.get) { methods.insert(.head) }
      if !methods.isEmpty, !methods.contains(request.method) {
        problem = .methodNotAllowed(Array(methods))
      }
    }
    // That a caller has left before the end is nobody's failure.
    if problem.status.kind == .serverError, Connection.current?.hasLeft != true {
      context.logger.error(
        "request failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
    }
    return problem.response(
      instance: request.uri.path, in: Language(acceptLanguage: request.headers[.acceptLanguage]))
  }
}
