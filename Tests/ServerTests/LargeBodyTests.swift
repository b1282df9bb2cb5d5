import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Server

@Suite struct `Bodies larger than most` {
  private func request(_ bytes: Int, says length: Int?) -> Request {
    var fields = HTTPFields()
    fields[.contentLength] = length.map(String.init)
    return Request(
      head: HTTPRequest(
        method: .post, scheme: nil, authority: nil, path: "/", headerFields: fields),
      body: RequestBody(buffer: ByteBuffer(repeating: 0x61, count: bytes)))
  }

  @Test func `take their part of a budget, and give it back`() async throws {
    let bodies = LargeBodies(budget: 1 << 20)
    let (small, large) = (LargeBodies.threshold, LargeBodies.threshold + 1)
    let limit = 1 << 20

    let size = try await bodies.collect(request(600_000, says: 600_000), upTo: limit) { first in
      await #expect(throws: Problem.busy) {
        try await bodies.collect(request(600_000, says: 600_000), upTo: limit) { _ in }
      }
      // Of one that does not say how long it is, the most is held as soon as it is a large one.
      await #expect(throws: Problem.busy) {
        try await bodies.collect(request(large, says: nil), upTo: limit) { _ in }
      }
      for length in [small, nil] {
        let whole = try await bodies.collect(request(small, says: length), upTo: limit) {
          $0.readableBytes
        }
        #expect(whole == small)
      }
      return first.readableBytes
    }
    #expect(size == 600_000)
    let next = try await bodies.collect(request(large, says: nil), upTo: limit) { $0.readableBytes }
    #expect(next == large)
  }

  @Test func `beyond the limit are refused, whether they say so or not`() async throws {
    let bodies = LargeBodies()
    for (bytes, length) in [(300_001, 300_001), (300_001, nil), (1, 300_001)] {
      await #expect(throws: Problem.tooLarge(limit: 300_000)) {
        try await bodies.collect(request(bytes, says: length), upTo: 300_000) { _ in }
      }
    }
  }
}
