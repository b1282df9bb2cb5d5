/// The records of a `RunSorter` in order, read from its runs as they are asked for.
final class RunMerge<Record: SortableRecord> {
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
  // Unchecked, as in `ImportPlanner`.
  @exclusivity(unchecked) private var windows: UnsafeMutableBufferPointer<Record>
  @exclusivity(unchecked) private var runs: [Run]
  /// The runs that still have records, as a heap: the one with the least record first.
  @exclusivity(unchecked) private var heap: [Int] = []

  /// Gives out records that are in order already.
  init(records: UnsafeBufferPointer<Record>, owner: RunSorter<Record>) {
    self.records = records
    self.owner = owner
    spill = nil
    windows = .allocate(capacity: 0)
    runs = [Run(next: 0, end: records.count, rest: 0..<0)]
    heap = records.isEmpty ? [] : [0]
  }

  /// Merges runs, given as ranges of bytes in `spill`.
  init(runs ranges: [Range<Int>], spill: SpillFile?, owner: RunSorter<Record>) throws {
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
  /// - Throws: `StoreError` where a run cannot be read.
  @inline(__always)
  func next() throws -> Record? {
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
      throw StoreError.failed(path: "spill", detail: "a temporary file was cut short; import again")
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
