import Geometry

/// Sorts any number of records in bounded memory.
///
/// Records are sorted by radix in a buffer; each full buffer goes to a file without a name as a run,
/// and the runs are merged while they are read. The order is stable and the same on every machine.
///
/// - Complexity: time O(n · digits that differ) + O(n · log runs); memory two buffers.
package final class RunSorter<Record: SortableRecord> {
  /// How many records there are.
  package private(set) var count = 0
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
  package init(beside path: String, capacity: Int = 1 << 19) {
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
  /// - Throws: `SpillFault` where a run cannot be written.
  @inline(__always)
  package func append(_ record: Record) throws {
    if filled == capacity { try writeRun() }
    buffer[filled] = record
    filled &+= 1
    count &+= 1
  }

  /// The records in order, once; nothing may be added afterwards.
  ///
  /// - Throws: `SpillFault` where a run cannot be written.
  package func sorted() throws -> RunMerge<Record> {
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

/// The records of a `RunSorter` in order, read from its runs as they are asked for.
package final class RunMerge<Record: SortableRecord> {
  /// One run: the part of it that is in memory, and where the rest lies.
  private struct Run {
    var next: Int
    var end: Int
    /// The bytes of the file that are not read yet.
    var rest: Range<Int>
  }

  /// Records of one run in memory at a time.
  private static var window: Int { 1_024 }

  private let records: UnsafeBufferPointer<Record>
  /// Keeps the memory and the file that the records lie in.
  private let owner: RunSorter<Record>
  private let spill: SpillFile?
  // Unchecked, as in `RowPlanner`.
  @exclusivity(unchecked) private var windows: UnsafeMutableBufferPointer<Record>
  @exclusivity(unchecked) private var runs: [Run]
  /// The runs that still have records, as a heap: the one with the least record first.
  @exclusivity(unchecked) private var heap: [Int] = []

  /// Gives out records that are in order already.
  package init(records: UnsafeBufferPointer<Record>, owner: RunSorter<Record>) {
    self.records = records
    self.owner = owner
    spill = nil
    windows = .allocate(capacity: 0)
    runs = [Run(next: 0, end: records.count, rest: 0..<0)]
    heap = records.isEmpty ? [] : [0]
  }

  /// Merges runs, given as ranges of bytes in `spill`.
  package init(runs ranges: [Range<Int>], spill: SpillFile?, owner: RunSorter<Record>) throws {
    self.owner = owner
    self.spill = spill
    windows = .allocate(capacity: ranges.count * Self.window)
    records = UnsafeBufferPointer(windows)
    runs = ranges.indices.map {
      Run(next: $0 * Self.window, end: $0 * Self.window, rest: ranges[$0])
    }
    for index in runs.indices where try fill(index) { heap.append(index) }
    for index in heap.indices.reversed() { sink(from: index) }
  }

  deinit { windows.deallocate() }

  /// The next record, or nil at the end.
  ///
  /// - Throws: `SpillFault` where a run cannot be read.
  @inline(__always)
  package func next() throws -> Record? {
    guard let first = heap.first else { return nil }
    let record = records[runs[first].next]
    runs[first].next &+= 1
    if runs[first].next == runs[first].end, try !fill(first) {
      let last = heap.removeLast()
      if heap.isEmpty { return record }
      heap[0] = last
    }
    if heap.count > 1 { sink(from: 0) }
    return record
  }

  /// Reads on in a run; false at its end.
  private func fill(_ index: Int) throws -> Bool {
    guard let spill, !runs[index].rest.isEmpty else { return false }
    let start = index * Self.window
    let size = MemoryLayout<Record>.stride
    let count = min(Self.window, runs[index].rest.count / size)
    let part = UnsafeMutableRawBufferPointer(
      UnsafeMutableBufferPointer(rebasing: windows[start..<(start + count)]))
    guard try spill.read(part, at: runs[index].rest.lowerBound) == part.count else {
      throw SpillFault.cutShort(beside: "")
    }
    runs[index] = Run(
      next: start, end: start + count,
      rest: (runs[index].rest.lowerBound + part.count)..<runs[index].rest.upperBound)
    return true
  }

  /// Whether one run comes before another: by its least record, earlier runs first.
  @inline(__always)
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (records[runs[left].next].sortKey, records[runs[right].next].sortKey)
    return a != b ? a < b : left < right
  }

  private func sink(from start: Int) {
    var parent = start
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && precedes(heap[child], heap[least]) {
        least = child
      }
      if least == parent { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
