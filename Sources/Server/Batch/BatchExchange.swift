import Gewu
import Hummingbird

/// A batch on its way through: the body comes in, and the answer is kept until the body has ended, in
/// memory at first and then on disk.
///
/// So a fault anywhere in the body is answered with problem details, and a caller that sends all before it
/// reads anything is not kept waiting. Where there is no more room on disk the answer goes out while the
/// rest of the body comes in, and the next piece of the body is read when the last of the answer has been
/// taken.
final class BatchExchange {
  /// The answer as far as it is there before it is sent.
  enum Whole {
    case inMemory(ByteBuffer)
    case onDisk(AnswerSpool)
    /// The body goes on, and there is no more room.
    case notYet
  }

  /// The bytes of the answer that are kept in memory.
  static let held = 4 << 20
  /// The bytes of the answer that are sent, or written to disk, at once.
  private static let piece = 512 << 10

  private var body: RequestBody.AsyncIterator
  private var stream: any BatchStream
  private let disk: BlockingPool
  private let space: SpoolSpace
  private var answer = ByteBuffer()
  private var spool: AnswerSpool?
  private var hasEnded = false

  init(_ body: RequestBody, through stream: any BatchStream, backend: Backend) {
    self.body = body.makeAsyncIterator()
    self.stream = stream
    disk = backend.spool
    space = backend.spoolSpace
  }

  /// The positions so far.
  var summary: LocateTable.Summary { stream.summary }

  /// Reads the body until it ends, or there is no more room for the answer.
  func whole() async throws -> Whole {
    while !hasEnded, answer.readableBytes < Self.held { try await read() }
    if hasEnded { return .inMemory(answer) }
    guard let spool = AnswerSpool(space) else { return .notYet }
    self.spool = spool
    while true {
      let ready = answer
      guard try await disk.run({ spool.append(ready) }) else { return .notYet }
      answer.clear()
      if hasEnded { return .onDisk(spool) }
      while !hasEnded, answer.readableBytes < Self.piece { try await read() }
    }
  }

  /// Sends what was kept and the rest as it comes.
  ///
  /// On a fault in the body the answer is broken off: its end is missing, which callers see.
  @concurrent
  func send(to writer: inout any ResponseBodyWriter) async throws {
    if let spool { try await Self.send(spool, to: &writer, through: disk) }
    spool = nil
    try await flush(to: &writer)
    while !hasEnded {
      try await read()
      if answer.readableBytes >= Self.piece { try await flush(to: &writer) }
    }
    try await flush(to: &writer)
    try await writer.finish(nil)
  }

  /// Sends what lies on disk, a piece at a time.
  @concurrent
  static func send(
    _ spool: AnswerSpool, to writer: inout any ResponseBodyWriter, through disk: BlockingPool
  ) async throws {
    var offset = 0
    while offset < spool.count {
      let place = offset
      guard let bytes = try await disk.run({ spool.bytes(from: place, most: piece) }) else {
        throw Problem.fault
      }
      offset += bytes.readableBytes
      try await writer.write(bytes)
    }
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
