import Hummingbird
import NIOCore

/// The body of a request, unpacked from gzip while it is read: no more than a piece of it is in memory.
struct UnpackedBody: AsyncSequence, Sendable {
  private let body: RequestBody

  /// The bytes of a piece at most.
  private static let piece = 256 << 10

  init(_ body: RequestBody) {
    self.body = body
  }

  func makeAsyncIterator() -> Iterator { Iterator(body.makeAsyncIterator()) }

  struct Iterator: AsyncIteratorProtocol {
    private var body: RequestBody.AsyncIterator
    private let inflater = Inflater()
    private var packed = ByteBuffer()
    private var hasEnded = false
    /// Whether the last piece was full, so that more may be ready without more input.
    private var isFull = false

    fileprivate init(_ body: RequestBody.AsyncIterator) {
      self.body = body
    }

    /// - Throws: ``Inflater/Fault``.
    mutating func next() async throws -> ByteBuffer? {
      while true {
        if packed.readableBytes > 0 || isFull {
          let piece = try unpack()
          if piece.readableBytes > 0 { return piece }
          continue
        }
        guard !hasEnded else { return nil }
        if let next = try await body.next(isolation: #isolation) {
          packed = next
        } else {
          hasEnded = true
          try inflater.finish()
        }
      }
    }

    private mutating func unpack() throws -> ByteBuffer {
      var piece = ByteBuffer()
      let room = UnpackedBody.piece
      let inflater = inflater
      try packed.readWithUnsafeReadableBytes { input in
        var used = 0
        try piece.writeWithUnsafeMutableBytes(minimumWritableBytes: room) { target in
          let target = UnsafeMutableRawBufferPointer(rebasing: target.prefix(room))
          let result = try inflater.unpack(input, into: target)
          used = result.used
          return result.written
        }
        return used
      }
      isFull = piece.readableBytes == room
      return piece
    }
  }
}
