import Dispatch
import Synchronization

/// Hands blocks from the thread that reads to the thread that writes, and back.
///
/// Unchecked, because a block has one owner at a time: the reader between `take` and `submit`, the
/// writer between `next` and `release`; the semaphores order their accesses. The reader's outcome
/// is written before the last `submit` and read after it.
package final class BlockRing: @unchecked Sendable {
  private let blocks: [RowBlock]
  private let free = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)
  private let cancelled = Atomic<Bool>(false)
  private let submitted = Atomic<Int>(0)
  private let ended = Atomic<Bool>(false)
  /// The bytes of the texts in the blocks that the writer has.
  private let heldBytes = Atomic<Int>(0)
  private var taken = 0
  private var consumed = 0
  private var failure: (any Error)?

  /// - Parameters:
  ///   - valueCount: how many values a row has.
  ///   - size: how many blocks there are. 48 of them are some 70 ms of the reader's work, which it does while
  ///     the writer waits for the disk.
  package init(valueCount: Int, size: Int = 48) {
    blocks = (0..<size).map { _ in RowBlock(valueCount: valueCount) }
    // Not the initial value: libdispatch traps where a semaphore ends below that.
    for _ in 0..<size { free.signal() }
  }

  // MARK: The reader's side

  /// So many bytes of texts may wait for the writer; usual blocks of rows have less all together.
  private static let mostBytes = 32 << 20

  /// An empty block, or nil where the writer has given up.
  ///
  /// Waits also where the writer has many bytes to write, until it has given so many blocks back.
  package func take() -> RowBlock? {
    free.wait()
    var held = 0
    while heldBytes.load(ordering: .acquiring) > Self.mostBytes,
      !cancelled.load(ordering: .acquiring)
    {
      free.wait()
      held += 1
    }
    for _ in 0..<held { free.signal() }
    guard !cancelled.load(ordering: .acquiring) else { return nil }
    let block = blocks[taken % blocks.count]
    taken += 1
    block.reset()
    return block
  }

  /// Hands the block taken last to the writer.
  package func submit() {
    heldBytes.add(blocks[(taken - 1) % blocks.count].heldBytes, ordering: .acquiringAndReleasing)
    submitted.add(1, ordering: .releasing)
    filled.signal()
  }

  /// Says that no block follows.
  package func finish(_ error: (any Error)? = nil) {
    failure = error
    ended.store(true, ordering: .releasing)
    filled.signal()
  }

  // MARK: The writer's side

  /// The next block in order, or nil at the end; throws what stopped the reader.
  package func next() throws -> RowBlock? {
    filled.wait()
    if consumed < submitted.load(ordering: .acquiring) {
      defer { consumed += 1 }
      return blocks[consumed % blocks.count]
    }
    if let failure { throw failure }
    return nil
  }

  /// Gives the block back to the reader.
  package func release() {
    let block = blocks[(consumed - 1) % blocks.count]
    heldBytes.subtract(block.heldBytes, ordering: .acquiringAndReleasing)
    block.reset()
    free.signal()
  }

  /// Makes the reader stop at its next `take`.
  package func cancel() {
    cancelled.store(true, ordering: .releasing)
    free.signal()
  }
}
