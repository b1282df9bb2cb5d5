internal import Synchronization

/// Says to threads that are not tasks that their task was cancelled.
final class CancellationFlag: Sendable {
  private let value = Atomic(false)

  /// Whether it was set.
  var isSet: Bool { value.load(ordering: .relaxed) }

  /// Sets it, for good.
  func set() { value.store(true, ordering: .relaxed) }
}
