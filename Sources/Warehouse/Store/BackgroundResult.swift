import Foundation
import Synchronization

/// What work on a thread of its own comes to: begun at once, and waited for by whoever needs it.
final class BackgroundResult<Value: Sendable, Failure: Error>: Sendable {
  private let outcome = Mutex<Result<Value, Failure>?>(nil)
  private let done = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () throws(Failure) -> Value) {
    Thread.detachNewThread { [self] in
      let result = Result(catching: work)
      outcome.withLock { $0 = result }
      done.signal()
    }
  }

  /// What the work came to, where it is done already.
  var known: Result<Value, Failure>? { outcome.withLock { $0 } }

  /// Waits until the work is done; any thread may, any number of times.
  func wait() throws(Failure) -> Value {
    while true {
      if let known { return try known.get() }
      done.wait()
      // The next one who waits passes as well.
      done.signal()
    }
  }
}
