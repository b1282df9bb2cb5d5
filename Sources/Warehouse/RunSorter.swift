/// A record of fixed size that is sorted by one number.
protocol SortableRecord: BitwiseCopyable {
  /// What it is sorted by; records with the same keep the order they were given in.
  var sortKey: UInt64 { get }
}

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
    buffer = .allocate(capacity: capacity)
    scratch = .allocate(capacity: capacity)
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

  /// Sorts by the bytes of the key, lowest first, without those that are the same in all.
  private func sortBuffer() {
    var differing: UInt64 = 0
    for index in 0..<filled { differing |= buffer[index].sortKey ^ buffer[0].sortKey }
    var (source, target) = (buffer, scratch)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { starts in
      for shift in stride(from: UInt64(0), to: 64, by: 8) where differing &>> shift & 255 != 0 {
        starts.initialize(repeating: 0)
        for index in 0..<filled {
          starts[Int(truncatingIfNeeded: source[index].sortKey &>> shift & 255)] &+= 1
        }
        var sum = 0
        for digit in 0..<256 { (starts[digit], sum) = (sum, sum &+ starts[digit]) }
        for index in 0..<filled {
          let digit = Int(truncatingIfNeeded: source[index].sortKey &>> shift & 255)
          target[starts[digit]] = source[index]
          starts[digit] &+= 1
        }
        swap(&source, &target)
      }
    }
    if source != buffer { buffer.update(from: source, count: filled) }
  }
}
