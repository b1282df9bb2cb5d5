import Grids

/// Sorts any number of records in bounded memory.
///
/// Records are sorted by radix in a buffer; each full buffer goes to a file without a name as a run,
/// and the runs are merged while they are read. The order is stable and the same on every machine.
///
/// - Complexity: time O(n · digits that differ) + O(n · log runs); memory two buffers.
final class RunSorter<Record: SortableRecord> {
  /// How many records there are.
  private(set) var count = 0
  private let path: String
  private let capacity: Int
  private let buffer: UnsafeMutablePointer<Record>
  private let scratch: UnsafeMutablePointer<Record>
  private var filled = 0
  private var spill: SpillFile?
  private var runs: [Range<Int>] = []

  /// - Parameters:
  ///   - path: runs that do not fit go to the folder of this file.
  ///   - capacity: how many records a run has.
  init(beside path: String, capacity: Int = 1 << 19) {
    self.path = path
    self.capacity = capacity
    buffer = HugePages.allocate(capacity: capacity)
    scratch = HugePages.allocate(capacity: capacity)
  }

  deinit {
    buffer.deallocate()
    scratch.deallocate()
  }

  /// Adds a record.
  ///
  /// - Throws: `StoreError` where a run cannot be written.
  @inline(__always)
  func append(_ record: Record) throws {
    if filled == capacity { try writeRun() }
    buffer[filled] = record
    filled &+= 1
    count &+= 1
  }

  /// The records in order, once; nothing may be added afterwards.
  ///
  /// - Throws: `StoreError` where a run cannot be written.
  func sorted() throws -> RunMerge<Record> {
    guard spill != nil else {
      sortBuffer()
      return RunMerge(records: UnsafeBufferPointer(start: buffer, count: filled), owner: self)
    }
    if filled > 0 { try writeRun() }
    return try RunMerge(runs: runs, spill: spill, owner: self)
  }

  private func writeRun() throws {
    sortBuffer()
    let file = try spill ?? SpillFile(beside: path)
    spill = file
    let start = file.count
    try file.append(UnsafeRawBufferPointer(UnsafeBufferPointer(start: buffer, count: filled)))
    runs.append(start..<file.count)
    filled = 0
  }

  private func sortBuffer() { RadixSort.sort(buffer, count: filled, scratch: scratch) }
}
