package import Datasets

/// Entries in the order of their keys, in a file without a name.
///
/// The first sort key of each page is kept in memory, 8 bytes for 64 entries, so that a look-up reads
/// one page.
package final class KeyRun {
  package typealias Entry = KeyTable.Entry

  private static let pageSize = 64

  private let file: SpillFile
  private var firsts: [UInt64] = []
  /// How many there are.
  package private(set) var count = 0
  private let page: UnsafeMutableBufferPointer<Entry>

  /// Writes a run.
  ///
  /// - Parameters:
  ///   - path: the file is made in the folder of this one.
  ///   - next: gives the entries in the order of their sort keys.
  package init(beside path: String, _ next: () throws -> Entry?) throws {
    file = try SpillFile(beside: path)
    page = .allocate(capacity: Self.pageSize)
    // A megabyte at a time: a call a page would take longer than the rest.
    let buffer = UnsafeMutableBufferPointer<Entry>.allocate(capacity: 256 * Self.pageSize)
    defer { buffer.deallocate() }
    var filled = 0
    while let entry = try next() {
      if count % Self.pageSize == 0 { firsts.append(entry.sortKey) }
      buffer.initializeElement(at: filled, to: entry)
      filled += 1
      count += 1
      if filled == buffer.count {
        try file.append(UnsafeRawBufferPointer(buffer))
        filled = 0
      }
    }
    try file.append(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: buffer[..<filled])))
  }

  deinit { page.deallocate() }

  /// The entry of a key with its place in the order, or nil.
  ///
  /// - Throws: `SpillFault` where the file cannot be read.
  package func find(_ key: ValueHash) throws -> (Entry, Int)? {
    let sortKey = Entry.sortKey(of: key)
    var (low, high) = (0, firsts.count)
    while low < high {
      let middle = (low + high) / 2
      if firsts[middle] < sortKey { low = middle + 1 } else { high = middle }
    }
    // The first page that can have the key, and those behind it that begin with the same.
    var number = max(0, low - 1)
    while number < firsts.count, firsts[number] <= sortKey {
      let size = try read(number)
      for index in 0..<size where page[index].key == key {
        return (page[index], number * Self.pageSize + index)
      }
      number += 1
    }
    return nil
  }

  /// Visits all entries in order.
  package func forEach(_ visit: (Entry) throws -> Void) throws {
    for number in firsts.indices {
      for index in 0..<(try read(number)) { try visit(page[index]) }
    }
  }

  /// Reads a page; returns how many entries it has.
  private func read(_ number: Int) throws -> Int {
    let size = min(Self.pageSize, count - number * Self.pageSize)
    let stride = MemoryLayout<Entry>.stride
    let bytes = UnsafeMutableRawBufferPointer(
      UnsafeMutableBufferPointer(rebasing: page[..<size]))
    guard try file.read(bytes, at: number * Self.pageSize * stride) == bytes.count else {
      throw SpillFault.cutShort(beside: "")
    }
    return size
  }
}
