import Dispatch
import Synchronization

/// Hands blocks from the thread that reads to the one that writes, and back; on the way through the hands of one
/// that seals them, where there is one.
///
/// Unchecked, because a block has one owner at a time: the reader between `take` and `submit`, the
/// sealer between `nextToSeal` and `handOn`, the writer between `next` and `release`; the semaphores order
/// their accesses.
package final class BlockRing: @unchecked Sendable {
  private let blocks: [RowBlock]
  private let free = DispatchSemaphore(value: 0)
  private let cancelled = Atomic<Bool>(false)
  /// The bytes of the texts in the blocks that the reader has handed over.
  private let heldBytes = Atomic<Int>(0)
  private var taken = 0
  /// The blocks that are read, and those that may be written: the same where nothing is sealed.
  private let read: BlockQueue
  private let ready: BlockQueue

  /// - Parameters:
  ///   - valueCount: how many values a row has.
  ///   - size: how many blocks there are. 48 of them are some 70 ms of the reader's work, which it does while
  ///     the writer waits for the disk.
  ///   - isSealed: whether a thread of its own has each block before it is written.
  package init(valueCount: Int, size: Int = 48, isSealed: Bool = false) {
    blocks = (0..<size).map { _ in RowBlock(valueCount: valueCount) }
    read = BlockQueue()
    ready = isSealed ? BlockQueue() : read
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

  /// Hands the block taken last on.
  package func submit() {
    hold(blocks[(taken - 1) % blocks.count])
    read.add()
  }

  /// Says that no block follows.
  package func finish(_ error: (any Error)? = nil) { read.end(error) }

  // MARK: The sealer's side

  /// The next block that is read, or nil at the end; throws what stopped the reader.
  package func nextToSeal() throws -> RowBlock? {
    try read.next().map { blocks[$0 % blocks.count] }
  }

  /// Hands the block to the writer.
  package func handOn(_ block: RowBlock) {
    hold(block)
    ready.add()
  }

  /// Says that no block follows the last one that was handed on.
  package func finishSealing(_ error: (any Error)? = nil) { ready.end(error) }

  // MARK: The writer's side

  /// The next block in order, or nil at the end; throws what stopped the reader or the sealer.
  package func next() throws -> RowBlock? { try ready.next().map { blocks[$0 % blocks.count] } }

  /// Gives the block back to the reader.
  package func release() {
    let block = blocks[(ready.passed - 1) % blocks.count]
    heldBytes.subtract(block.countedBytes, ordering: .acquiringAndReleasing)
    block.reset()
    free.signal()
  }

  /// Makes the reader stop at its next `take`.
  package func cancel() {
    cancelled.store(true, ordering: .releasing)
    free.signal()
  }

  /// Counts the bytes that a block has by now.
  private func hold(_ block: RowBlock) {
    heldBytes.add(block.heldBytes - block.countedBytes, ordering: .acquiringAndReleasing)
    block.countedBytes = block.heldBytes
  }
}

/// Blocks in their order, by number, from one thread to another.
///
/// Unchecked: what the one says at the end is written before the last signal and read after it.
private final class BlockQueue: @unchecked Sendable {
  private let filled = DispatchSemaphore(value: 0)
  private let added = Atomic<Int>(0)
  private var failure: (any Error)?
  /// How many the receiving thread has had.
  private(set) var passed = 0

  func add() {
    added.add(1, ordering: .releasing)
    filled.signal()
  }

  func end(_ error: (any Error)?) {
    failure = error
    filled.signal()
  }

  /// The number of the next block, or nil at the end; throws what ended them.
  func next() throws -> Int? {
    filled.wait()
    if passed < added.load(ordering: .acquiring) {
      defer { passed += 1 }
      return passed
    }
    if let failure { throw failure }
    return nil
  }
}
