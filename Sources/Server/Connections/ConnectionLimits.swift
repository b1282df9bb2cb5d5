import Glibc

/// How many connections the service keeps, and how long it waits for a caller on each.
package struct ConnectionLimits: Sendable, Equatable {
  /// The most connections at once; where another one comes, the one that has been idle for longest
  /// gives way.
  package var connections = 4_096
  /// How long the head of the first request may take.
  package var head = Duration.seconds(10)
  /// How long a connection may rest between two requests, the head of the second one included.
  package var idle = Duration.seconds(60)
  /// How long the body of a request may pause while it is waited for.
  package var body = Duration.seconds(30)
  /// How long a whole body may take; those of batches of positions, which are answered while they come
  /// in, may take any time.
  package var wholeBody = Duration.seconds(60)
  /// How long a caller may leave an answer lying.
  package var answer = Duration.seconds(60)
  /// How long the service goes on with what has begun when it is asked to end.
  package var drain = Duration.seconds(5)

  package init() {}

  /// No more connections than this process may have open files, less what the store and its files need.
  func fitted() -> ConnectionLimits {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return self }
    var fitted = self
    let files = Int(clamping: limit.rlim_cur)
    fitted.connections = max(8, min(connections, files - Self.reserve))
    return fitted
  }

  /// Descriptors for the store, its index files, the standard streams and those who are being
  /// turned away.
  private static let reserve = 160
}
