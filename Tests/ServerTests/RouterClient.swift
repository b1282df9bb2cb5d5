import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import ServiceLifecycle
import Synchronization

/// Sends requests to the router of a service, without a port.
///
/// `HummingbirdTesting` does the same, and brings a TLS library and a whole client for HTTP that nothing else here
/// needs: a quarter of an hour's build is a minute or two shorter without them.
struct RouterClient: Sendable {
  private let respond: @Sendable (Request) async throws -> Response

  /// Runs what the application runs beside its router, and `body` with a client of it.
  static func run(
    _ application: some ApplicationProtocol, _ body: @Sendable (RouterClient) async throws -> Void
  ) async throws {
    let client = try await RouterClient(application)
    let services = application.services
    try await withThrowingTaskGroup(of: Void.self) { group in
      for service in services { group.addTask { try await service.run() } }
      try await body(client)
      group.cancelAll()
      // A service that is cancelled may say so.
      while let end = await group.nextResult() { _ = end }
    }
  }

  private init<App: ApplicationProtocol>(_ application: App) async throws {
    let (responder, logger) = (try await application.responder, application.logger)
    respond = { request in
      let context = App.Context(
        source: ApplicationRequestContextSource(
          channel: NIOAsyncTestingChannel(), logger: logger))
      return try await responder.respond(to: request, context: context)
    }
  }

  /// The answer to a request; its body comes to the service in pieces of 32 KiB.
  func execute(
    uri: String, method: HTTPRequest.Method, headers: HTTPFields = [:], body: ByteBuffer? = nil
  ) async throws -> TestResponse {
    var fields = headers
    if let body { fields[.contentLength] = String(body.readableBytes) }
    let (pieces, source) = AsyncStream<ByteBuffer>.makeStream()
    if var body {
      while let piece = body.readSlice(length: min(body.readableBytes, 32 * 1_024)),
        piece.readableBytes > 0
      {
        source.yield(piece)
      }
    }
    source.finish()
    let request = Request(
      head: HTTPRequest(
        method: method, scheme: "http", authority: "localhost", path: uri, headerFields: fields),
      body: RequestBody(asyncSequence: pieces))
    let response: Response
    do {
      response = try await respond(request)
    } catch {
      response = Response(status: .internalServerError)
    }
    let taken = TakenBody()
    try await response.body.write(taken)
    return TestResponse(
      status: response.status, headers: response.headers, body: taken.body.withLock { $0 })
  }
}

/// What a service answers.
struct TestResponse: Sendable {
  let status: HTTPResponse.Status
  let headers: HTTPFields
  let body: ByteBuffer
}

/// Takes the pieces of a body.
private final class TakenBody: ResponseBodyWriter, Sendable {
  let body = Mutex(ByteBuffer())

  func write(_ buffer: ByteBuffer) async throws {
    body.withLock { _ = $0.writeImmutableBuffer(buffer) }
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
