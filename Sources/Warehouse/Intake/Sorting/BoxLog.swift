/// The boxes of rows in the order of the rows, in memory while they are few and in a file after.
final class BoxLog {
  private struct Item: BitwiseCopyable {
    var id: Int64
    var box: RTreeBox
  }

  /// How many boxes there are.
  private(set) var count = 0
  private let path: String
  private let buffer: UnsafeMutableBufferPointer<Item>
  private var filled = 0
  private var spill: SpillFile?

  /// - Parameters:
  ///   - path: what does not fit goes to the folder of this file.
  ///   - capacity: how many boxes are kept in memory.
  init(beside path: String, capacity: Int = 1 << 16) {
    self.path = path
    buffer = .allocate(capacity: capacity)
  }

  deinit { buffer.deallocate() }

  /// Adds a row's box; throws `StoreError` where the file cannot be written.
  @inline(__always)
  func append(_ id: Int64, _ box: RTreeBox) throws {
    if filled == buffer.count { try flush() }
    buffer.initializeElement(at: filled, to: Item(id: id, box: box))
    filled &+= 1
    count &+= 1
  }

  /// Visits all boxes in the order in which they came, once.
  ///
  /// - Throws: `StoreError` where the file cannot be read.
  func drain(_ visit: (Int64, RTreeBox) throws -> Void) throws {
    if spill != nil { try flush() }
    var offset = 0
    while let spill, offset < spill.count {
      let bytes = try spill.read(UnsafeMutableRawBufferPointer(buffer), at: offset)
      filled = bytes / MemoryLayout<Item>.stride
      guard filled > 0 else {
        throw StoreError.failed(
          path: "spill", detail: "a temporary file was cut short; import again")
      }
      for index in 0..<filled { try visit(buffer[index].id, buffer[index].box) }
      offset += bytes
    }
    guard spill == nil else { return }
    for index in 0..<filled { try visit(buffer[index].id, buffer[index].box) }
  }

  private func flush() throws {
    let file = try spill ?? SpillFile(beside: path)
    spill = file
    try file.append(UnsafeRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[..<filled])))
    filled = 0
  }
}
