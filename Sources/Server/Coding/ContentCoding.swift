import Hummingbird
import Words

/// Reads bodies that come packed, and packs answers where the caller takes them so (RFC 9110, sections
/// 8.4 and 12.5.3).
///
/// The one coding is gzip, which every client has.
struct ContentCoding: RouterMiddleware {
  /// Answers shorter than this stay as they are: packing would save no packet.
  static let shortest = 1 << 10
  /// Answers up to this size are packed before they are sent, so that their length is known.
  private static let longestWhole = 16 << 20

  func handle(
    _ request: Request, context: BasicRequestContext,
    next: @concurrent (Request, BasicRequestContext) async throws -> Response
  ) async throws -> Response {
    var request = request
    if let field = request.headers[.contentEncoding] { try Self.unpack(&request, field) }
    return try await Self.pack(try await next(request, context), for: request)
  }

  private static func unpack(_ request: inout Request, _ field: String) throws {
    let codings = field.split(separator: ",").map { $0.trimmed.lowercased() }
      .filter { $0 != "identity" && !$0.isEmpty }
    guard codings.allSatisfy({ $0 == "gzip" || $0 == "x-gzip" }), codings.count <= 1 else {
      throw Problem.contentCoding
    }
    guard !codings.isEmpty else { return }
    var head = request.head
    head.headerFields[.contentEncoding] = nil
    // That of the packed bytes, which says nothing of those that come out.
    head.headerFields[.contentLength] = nil
    let body = UnpackedBody(request.body)
    request = Request(head: head, body: request.body)
    request.body = RequestBody(asyncSequence: body)
  }

  private static func pack(_ response: Response, for request: Request) async throws -> Response {
    guard isPackable(response) else { return response }
    var response = response
    if response.headers[.vary] == nil { response.headers[.vary] = "Accept-Encoding" }
    guard response.body.contentLength ?? .max >= shortest, request.takesGzip else {
      return response
    }
    let body = response.body
    if let length = body.contentLength, length <= longestWhole {
      let packed = Packed()
      try await body.write(PackingWriter(packed))
      response.body = ResponseBody(byteBuffer: packed.buffer)
    } else if request.method == .head {
      return response
    } else {
      response.body = ResponseBody { writer in try await body.write(PackingWriter(writer)) }
    }
    response.headers[.contentEncoding] = "gzip"
    if let tag = response.headers[.eTag] { response.headers[.eTag] = EntityTag.compressed(tag) }
    return response
  }

  /// Whether an answer gets shorter by packing: pictures do not.
  private static func isPackable(_ response: Response) -> Bool {
    guard response.status == .ok, let type = response.headers[.contentType] else { return false }
    return !type.hasPrefix("image/") || type.hasPrefix("image/svg")
  }

  /// Takes the whole answer.
  private final class Packed: ResponseBodyWriter {
    var buffer = ByteBuffer()

    func write(_ buffer: ByteBuffer) async throws {
      self.buffer.writeImmutableBuffer(buffer)
    }

    func finish(_ trailers: HTTPFields?) async throws {}
  }
}

/// Packs what is written to it, and hands it on.
private struct PackingWriter: ResponseBodyWriter {
  private var next: any ResponseBodyWriter
  private let deflater = Deflater()

  /// The bytes that are packed before others get their turn.
  private static let piece = 64 << 10

  init(_ next: any ResponseBodyWriter) {
    self.next = next
  }

  @concurrent
  mutating func write(_ buffer: ByteBuffer) async throws {
    var buffer = buffer
    while let piece = buffer.readSlice(length: min(Self.piece, buffer.readableBytes)),
      piece.readableBytes > 0
    {
      try await write(piece, isLast: false)
    }
  }

  @concurrent
  consuming func finish(_ trailers: HTTPFields?) async throws {
    try await write(ByteBuffer(), isLast: true)
    try await next.finish(trailers)
  }

  @concurrent
  private mutating func write(_ piece: ByteBuffer, isLast: Bool) async throws {
    var packed: [UInt8] = []
    let deflater = deflater
    let isDone = piece.withUnsafeReadableBytes {
      deflater.pack($0, isLast: isLast, into: &packed)
    }
    guard isDone else { throw Problem.fault }
    guard !packed.isEmpty else { return await Task.yield() }
    try await next.write(ByteBuffer(bytes: packed))
  }
}
