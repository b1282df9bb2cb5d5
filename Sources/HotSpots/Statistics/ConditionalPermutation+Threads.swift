internal import Dispatch
internal import Synchronization

extension ConditionalPermutation {
  /// The tails of some ranks of a sample, shared among threads.
  ///
  /// A worker asks before each cell whether it is cancelled, and takes the next cell that nobody
  /// has: cells differ in how long they take. Which worker takes a cell does not matter.
  static func tails(
    of ranks: [Int], in sample: Sample, rule: DrawRule, seed: UInt64, threads: Int,
    isCancelled: @Sendable () -> Bool
  ) throws(CancellationError) -> [Tail] {
    let workers = max(1, min(threads, ranks.count))
    let next = Atomic(0)
    let tails = [Tail](unsafeUninitializedCapacity: ranks.count) {
      buffer, initialized in
      buffer.initialize(repeating: Tail())
      // Every place is written by the worker that took it alone, so the buffer may be shared.
      nonisolated(unsafe) let results = buffer
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        var permutation = ConditionalPermutation(values: sample.values)
        while !isCancelled() {
          let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard place < ranks.count else { return }
          let rank = ranks[place]
          results[place] = permutation.tail(
            position: rank, k: sample.neighbours(of: rank).count, observed: sample.lag(of: rank),
            rule: rule, base: CounterStream.base(seed: seed, key: sample.keys[rank]))
        }
      }
      initialized = ranks.count
    }
    if isCancelled() { throw CancellationError() }
    return tails
  }
}
