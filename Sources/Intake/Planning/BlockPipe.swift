import Dispatch
import Foundation

/// Runs a planner on a thread of its own and hands its blocks to the thread that writes; where personal values
/// are sealed, by way of a third one.
enum BlockPipe {
  /// Reads everything.
  ///
  /// - Returns: the planner's report, when the last block is written.
  /// - Throws: what stopped the planner or the sealing, or what `write` throws; their threads have ended
  ///   in any case.
  static func run(
    _ planner: RowPlanner, valueCount: Int, write: (RowBlock) throws -> Void
  ) throws -> ImportReport {
    let isSealed = planner.sealing != nil
    let ring = BlockRing(valueCount: valueCount, isSealed: isSealed)
    // The planner belongs to its thread until that has stopped; what seals and notes boxes, to the other one.
    nonisolated(unsafe) let planner = planner
    let reading = start {
      do {
        try planner.run(into: ring)
        ring.finish()
      } catch {
        ring.finish(error)
      }
    }
    let sealing = isSealed ? start { seal(planner, ring) } : nil
    defer {
      ring.cancel()
      reading.wait()
      sealing?.wait()
    }
    while let block = try ring.next() {
      try write(block)
      ring.release()
    }
    // The planner has made it before it said that no block follows.
    return planner.report
  }

  private static func seal(_ planner: RowPlanner, _ ring: BlockRing) {
    do {
      while let block = try ring.nextToSeal() {
        try planner.seal(block)
        ring.handOn(block)
      }
      ring.finishSealing()
    } catch {
      ring.cancel()
      ring.finishSealing(error)
    }
  }

  /// Starts a thread; the semaphore is signalled at its end.
  private static func start(_ work: @escaping @Sendable () -> Void) -> DispatchSemaphore {
    let stopped = DispatchSemaphore(value: 0)
    let thread = Thread {
      work()
      stopped.signal()
    }
    thread.stackSize = 4 << 20
    thread.start()
    return stopped
  }
}
