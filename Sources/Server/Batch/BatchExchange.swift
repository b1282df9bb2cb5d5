import Gewu
import Hummingbird

/// A batch on its way through: the body comes in while the answer goes out.
///
/// The answer is held back until the body has ended or the answer exceeds ``held``: so a fault up
/// to there is answered with problem details, and a caller that sends all before it reads anything
/// is not kept waiting. From then on the next piece of the body is read when the last of the
/// answer has been taken, so that a caller that stops reading stops the whole.
final class BatchExchange {
  /// The bytes of the answer that are held back.
  static let held = 4 << 20
  /// The bytes of the answer that are sent at once.
  private static let piece = 256 << 10

  private var body: RequestBody.AsyncIterator
  private var stream: any BatchStream
  private var answer = ByteBuffer()
  private var hasEnded = false

  init(_ body: RequestBody, through stream: any BatchStream) {
    self.body = body.makeAsyncIterator()
    self.stream = stream
  }

  /// The positions so far.
  var summary: LocateTable.Summary { stream.summary }

  /// Reads the body until it ends or the answer gets too long to be held back.
  ///
  /// - Returns: the whole answer; nil where it is longer.
  func whole() async throws -> ByteBuffer? {
    while !hasEnded, answer.readableBytes < Self.held { try await read() }
    return hasEnded ? answer : nil
  }

  /// Sends what was held back and the rest as it comes.
  ///
  /// On a fault in the body the answer is broken off: its end is missing, which callers see.
  @concurrent
  func send(to writer: inout any ResponseBodyWriter) async throws {
    try await flush(to: &writer)
    while !hasEnded {
      try await read()
      if answer.readableBytes >= Self.piece { try await flush(to: &writer) }
    }
    try await flush(to: &writer)
    try await writer.finish(nil)
  }

  @concurrent
  private func flush(to writer: inout any ResponseBodyWriter) async throws {
    guard answer.readableBytes > 0 else { return }
    let ready = answer
    answer = ByteBuffer()
    try await writer.write(ready)
  }

  private func read() async throws {
    let next = try await body.next(isolation: #isolation)
    if let next {
      try next.withUnsafeReadableBytes { try stream.take($0, isLast: false) }
    } else {
      hasEnded = true
      try stream.take(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
    }
    answer.writeBytes(stream.output)
  }
}
