import Hummingbird
import Synchronization

/// How much memory the bodies of requests may take that are larger than most.
///
/// Small ones are bounded by the number of connections; one that grows beyond takes its part of a
/// budget, and is turned away where nothing is left.
final class LargeBodies: Sendable {
  private let left: Mutex<Int>

  /// From how many bytes on a body is a large one.
  static let threshold = 256 << 10

  /// - Parameter budget: in bytes.
  init(budget: Int = 64 << 20) {
    left = Mutex(budget)
  }

  /// Reads the whole body of a request and hands it to `work`; more than `limit` bytes are refused, by
  /// what the request says of them before they are read.
  func collect<Value>(
    _ request: Request, upTo limit: Int, _ work: (ByteBuffer) async throws -> Value
  ) async throws -> Value {
    let length = request.headers[.contentLength].flatMap { Int($0) }
    if let length, length > limit { throw Problem.tooLarge(limit: limit) }
    guard (length ?? limit) > Self.threshold else {
      return try await work(try await request.collected(upTo: limit))
    }
    var held = 0
    defer { giveBack(held) }
    var whole = ByteBuffer()
    for try await var part in request.wantedBody {
      let size = whole.readableBytes + part.readableBytes
      guard size <= limit else { throw Problem.tooLarge(limit: limit) }
      if size > Self.threshold, held == 0 {
        try take(length ?? limit)
        held = length ?? limit
      }
      whole.writeBuffer(&part)
    }
    return try await work(whole)
  }

  private func take(_ bytes: Int) throws {
    try left.withLock { left in
      guard bytes <= left else { throw Problem.busy }
      left -= bytes
    }
  }

  private func giveBack(_ bytes: Int) { left.withLock { $0 += bytes } }
}
