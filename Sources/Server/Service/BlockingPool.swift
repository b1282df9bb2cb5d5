import Foundation
import Synchronization

/// Threads for the work that waits for the disk or computes for long, so that
/// the event loops, which answer look-ups, never do.
final class BlockingPool: Sendable {
  /// Thrown where more work waits than a caller would be willing to wait for.
  struct Busy: ProblemError {
    var problem: Problem { .busy }
  }

  private let queue: OperationQueue
  private let backlog: Int

  /// Makes a pool of `width` threads that lets at most `backlog` pieces of work wait.
  init(name: String, width: Int, backlog: Int = 64) {
    queue = OperationQueue()
    queue.name = name
    queue.maxConcurrentOperationCount = width
    self.backlog = width + backlog
  }

  /// Runs `work` on a thread of the pool and answers with what it gives.
  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    guard queue.operationCount < backlog else { throw Busy() }
    return try await withCheckedThrowingContinuation { continuation in
      queue.addOperation { continuation.resume(with: Result(catching: work)) }
    }
  }

  /// Runs `work` as ``run(_:)`` does, as long as somebody waits for it: it can ask whether nobody does
  /// any more, because the caller has left or the service ends, and is not begun then.
  ///
  /// - Throws: `CancellationError` where it was not begun; what `work` throws.
  func run<Value: Sendable>(
    whileWanted work:
      @escaping @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) throws ->
      Value
  ) async throws -> Value {
    let caller = Connection.current
    let flag = Flag()
    return try await withTaskCancellationHandler {
      try await run {
        let isCancelled: @Sendable () -> Bool = {
          flag.isRaised.load(ordering: .relaxed) || caller?.hasLeft == true
        }
        guard !isCancelled() else { throw CancellationError() }
        return try work(isCancelled)
      }
    } onCancel: {
      flag.isRaised.store(true, ordering: .relaxed)
    }
  }

  private final class Flag: Sendable {
    let isRaised = Atomic<Bool>(false)
  }
}
