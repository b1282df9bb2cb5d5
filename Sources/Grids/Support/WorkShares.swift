internal import Dispatch
internal import Synchronization

/// Work in numbered shares that do not depend on each other.
enum WorkShares {
  /// Calls `body` once with each number below `count`, on as many threads as wanted.
  ///
  /// Whoever is ready takes the next share: a thread that the machine keeps waiting holds up nobody.
  static func forEach(below count: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
    precondition(threads > 0, "at least one thread has to do the work")
    if threads == 1 || count <= 1 {
      for share in 0..<count { body(share) }
      return
    }
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while true {
        let share = next.add(1, ordering: .relaxed).oldValue
        guard share < count else { return }
        body(share)
      }
    }
  }
}
