import Datasets
import Dispatch
import Foundation
import Intake
import Synchronization
import Testing

@Suite struct RowBlockTests {
  private func refusal(_ raw: String) -> RowRefusal {
    RowRefusal(number: 1, line: 1, sheet: nil, byteOffset: 0, raw: raw, reasons: [])
  }

  @Test func `rows that are refused fill a block too`() {
    let block = RowBlock(valueCount: 1)
    for _ in 1..<RowBlock.capacity { block.refuse(refusal("a")) }
    #expect(!block.isFull)

    block.refuse(refusal("a"))
    #expect(block.isFull)
    block.reset()
    #expect(!block.isFull && block.heldBytes == 0)

    block.refuse(refusal(String(repeating: "a", count: 5 << 20)))
    #expect(block.isFull)
  }

  @Test func `large texts fill a block, and their memory is given back`() {
    let block = RowBlock(valueCount: 1)
    _ = block.arena.reserve(40 << 20)
    #expect(block.isFull && block.heldBytes >= 40 << 20)

    block.reset()
    #expect(block.heldBytes == 0)
    _ = block.arena.reserve(10)
    #expect(!block.isFull)
  }

  @Test func `blocks wait for the writer where they hold many bytes`() throws {
    let ring = BlockRing(valueCount: 1, size: 8)
    let taken = Atomic<Int>(0)
    let isDone = DispatchSemaphore(value: 0)
    // A thread of its own: the queue's threads may all be busy with other tests.
    Thread.detachNewThread {
      for _ in 0..<6 {
        guard let block = ring.take() else { break }
        taken.add(1, ordering: .relaxed)
        _ = block.arena.reserve(20 << 20)
        ring.submit()
      }
      ring.finish()
      isDone.signal()
    }

    // Two blocks hold more than may wait: the third is taken when the first is written.
    let patience = ContinuousClock.now + .seconds(60)
    while taken.load(ordering: .relaxed) < 2, ContinuousClock.now < patience {
      Thread.sleep(forTimeInterval: 0.001)
    }
    #expect(isDone.wait(timeout: .now() + 0.5) == .timedOut)
    #expect(taken.load(ordering: .relaxed) == 2)
    var written = 0
    while try ring.next() != nil {
      written += 1
      ring.release()
    }
    #expect(isDone.wait(timeout: .now() + 60) == .success)
    #expect(written == 6)
  }
}
