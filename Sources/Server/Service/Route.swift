import Hummingbird

/// One route as data: what it is called and what answers it.
///
/// The router is built from these, 405 is answered from these, and a test holds
/// the OpenAPI document to these.
struct Route: Sendable {
  /// Answers a request.
  typealias Handler =
    @Sendable (Request, BasicRequestContext) async throws -> Response

  /// The name of the operation, as the OpenAPI document has it (`operationId`).
  var operation: String
  /// The method; HEAD comes with GET.
  var method: HTTPRequest.Method
  /// The path, its parameters in braces.
  var path: String
  /// What answers it.
  var handler: Handler

  static func get(
    _ path: String, _ operation: String, _ handler: @escaping Handler
  ) -> Route {
    Route(operation: operation, method: .get, path: path, handler: handler)
  }

  static func post(
    _ path: String, _ operation: String, _ handler: @escaping Handler
  ) -> Route {
    Route(operation: operation, method: .post, path: path, handler: handler)
  }

  /// Whether `path` is one of this route's: segment by segment, a parameter matches any.
  func matches(_ path: String) -> Bool {
    let wanted = self.path.split(separator: "/")
    let given = path.split(separator: "/")
    return wanted.count == given.count
      && zip(wanted, given).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
  }
}
