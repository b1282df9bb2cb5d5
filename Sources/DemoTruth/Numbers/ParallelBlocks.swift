internal import Dispatch
internal import Synchronization

/// Work in numbered blocks whose results are kept in their order, whatever thread made them.
package enum ParallelBlocks {
  /// The result of each block below `count`.
  package static func map<Result: Sendable>(
    count: Int, threads: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    guard threads > 1, count > 1 else { return (0..<count).map(body) }
    let results = Mutex([Result?](repeating: nil, count: count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while true {
        let block = next.add(1, ordering: .relaxed).oldValue
        guard block < count else { return }
        let result = body(block)
        results.withLock { $0[block] = result }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  /// Two things of which neither needs the other.
  static func both<One: Sendable, Other: Sendable>(
    threads: Int, _ one: @Sendable () -> One, _ other: @Sendable () -> Other
  ) -> (One, Other) {
    let made = Mutex<(one: One?, other: Other?)>((nil, nil))
    _ = map(count: 2, threads: threads) { part in
      if part == 0 {
        let value = one()
        made.withLock { $0.one = value }
      } else {
        let value = other()
        made.withLock { $0.other = value }
      }
    }
    return made.withLock { ($0.one ?? one(), $0.other ?? other()) }
  }

  /// Hands on the result of each block below `count` in order; no more than 32 are kept at a time.
  static func forEach<Result: Sendable>(
    count: Int, threads: Int, _ body: @Sendable (Int) -> Result, take: (Result) -> Void
  ) {
    var first = 0
    while first < count {
      let start = first
      let wave = min(32, count - start)
      for result in map(count: wave, threads: threads, { body(start + $0) }) { take(result) }
      first += wave
    }
  }

  /// The bounds of a block of `size` things of `count`.
  static func bounds(_ block: Int, size: Int, of count: Int) -> Range<Int> {
    block * size..<min((block + 1) * size, count)
  }

  /// How many blocks of `size` things `count` things make.
  static func count(_ count: Int, size: Int) -> Int { (count + size - 1) / size }
}
