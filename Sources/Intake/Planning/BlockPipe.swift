import Dispatch
import Foundation

/// Runs a planner on a thread of its own and hands its blocks to the thread that writes.
enum BlockPipe {
  /// Reads everything.
  ///
  /// - Returns: the planner's report, when the last block is written.
  /// - Throws: what stopped the planner, or what `write` throws; the planner's thread has ended
  ///   in either case.
  static func run(
    _ planner: RowPlanner, valueCount: Int, write: (RowBlock) throws -> Void
  ) throws -> ImportReport {
    let ring = BlockRing(valueCount: valueCount)
    let stopped = DispatchSemaphore(value: 0)
    // The planner belongs to that thread until `stopped` is signalled.
    nonisolated(unsafe) let planner = planner
    let thread = Thread {
      do {
        try planner.run(into: ring)
        ring.finish()
      } catch {
        ring.finish(error)
      }
      stopped.signal()
    }
    thread.stackSize = 4 << 20
    thread.start()
    defer {
      ring.cancel()
      stopped.wait()
    }
    while let block = try ring.next() {
      try write(block)
      ring.release()
    }
    // The planner has made it before it said that no block follows.
    return planner.report
  }
}
