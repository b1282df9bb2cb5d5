import Gewu
import Hummingbird
import Synchronization

/// Answers that are written already: inside a grid all positions have the same one.
///
/// Outside they differ by their nearest grid, so those are not kept.
final class LocateCache: Sendable {
  private struct Key: Hashable {
    var generation: Int64
    var status: GridStatus
    var code: String
  }

  private static let limit = 100_000
  private let answers = Mutex<[Key: ByteBuffer]>([:])

  /// The bytes of the answer, made with `make` where they are not kept yet.
  func bytes(
    generation: Int64, status: GridStatus, code: String?, _ make: () throws -> ByteBuffer
  ) rethrows -> ByteBuffer {
    guard let code else { return try make() }
    let key = Key(generation: generation, status: status, code: code)
    if let kept = answers.withLock({ $0[key] }) { return kept }
    let made = try make()
    answers.withLock { answers in
      if answers.count >= Self.limit { answers.removeAll() }
      answers[key] = made
    }
    return made
  }
}
