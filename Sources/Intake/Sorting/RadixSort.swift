/// A record of fixed size that is sorted by one number.
package protocol SortableRecord: BitwiseCopyable {
  /// What it is sorted by; records with the same keep the order they were given in.
  var sortKey: UInt64 { get }
}

/// Sorting by the bytes of a number, the last byte first.
package enum RadixSort {
  /// Sorts records in place; the order is stable.
  ///
  /// - Parameters:
  ///   - records: what is sorted.
  ///   - count: how many they are.
  ///   - scratch: room for as many.
  /// - Complexity: O(n) for each byte of the keys that is not the same in all.
  package static func sort<Record: SortableRecord>(
    _ records: UnsafeMutablePointer<Record>, count: Int, scratch: UnsafeMutablePointer<Record>
  ) {
    var differing: UInt64 = 0
    for index in 0..<count { differing |= records[index].sortKey ^ records[0].sortKey }
    var (source, target) = (records, scratch)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { starts in
      for shift in stride(from: UInt64(0), to: 64, by: 8) where differing &>> shift & 255 != 0 {
        starts.initialize(repeating: 0)
        for index in 0..<count {
          starts[Int(truncatingIfNeeded: source[index].sortKey &>> shift & 255)] &+= 1
        }
        var sum = 0
        for digit in 0..<256 { (starts[digit], sum) = (sum, sum &+ starts[digit]) }
        for index in 0..<count {
          let digit = Int(truncatingIfNeeded: source[index].sortKey &>> shift & 255)
          target[starts[digit]] = source[index]
          starts[digit] &+= 1
        }
        swap(&source, &target)
      }
    }
    if source != records { records.update(from: source, count: count) }
  }
}
