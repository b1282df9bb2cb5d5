internal import Dispatch

extension ConditionalPermutation {
  /// The tails of some ranks of a sample, shared among threads.
  ///
  /// A worker asks before each cell whether it is cancelled. Worker w takes
  /// every place w, w + threads, …; which one takes a cell does not matter.
  static func tails(
    of ranks: [Int], in sample: Sample, permutations: Int, seed: UInt64, threads: Int,
    isCancelled: @Sendable () -> Bool
  ) throws(CancellationError) -> [Tail] {
    let workers = max(1, min(threads, ranks.count))
    let tails = [Tail](unsafeUninitializedCapacity: ranks.count) {
      buffer, initialized in
      buffer.initialize(repeating: Tail())
      // Every worker writes places of its own, so the buffer may be shared.
      nonisolated(unsafe) let results = buffer
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        var permutation = ConditionalPermutation(values: sample.values)
        for place in stride(from: worker, to: ranks.count, by: workers) {
          guard !isCancelled() else { return }
          let rank = ranks[place]
          results[place] = permutation.tail(
            position: rank, k: sample.neighbours(of: rank).count, observed: sample.lag(of: rank),
            permutations: permutations,
            base: CounterStream.base(seed: seed, key: sample.keys[rank]))
        }
      }
      initialized = ranks.count
    }
    if isCancelled() { throw CancellationError() }
    return tails
  }
}
