package import Geometry

/// The boxes of rows in the order of the rows, in memory while they are few and in a file after.
package final class BoxLog {
  private struct Item: BitwiseCopyable {
    var id: Int64
    var box: RTreeBox
  }

  /// How many boxes there are.
  package private(set) var count = 0
  private let path: String
  private let buffer: UnsafeMutableBufferPointer<Item>
  private var filled = 0
  private var spill: SpillFile?

  /// - Parameters:
  ///   - path: what does not fit goes to the folder of this file.
  ///   - capacity: how many boxes are kept in memory.
  package init(beside path: String, capacity: Int = 1 << 16) {
    self.path = path
    buffer = .allocate(capacity: capacity)
  }

  deinit { buffer.deallocate() }

  /// Adds a row's box; throws `SpillFault` where the file cannot be written.
  @inline(__always)
  package func append(_ id: Int64, _ box: RTreeBox) throws {
    if filled == buffer.count { try flush() }
    buffer.initializeElement(at: filled, to: Item(id: id, box: box))
    filled &+= 1
    count &+= 1
  }

  /// Visits all boxes in the order in which they came, once.
  ///
  /// - Throws: `SpillFault` where the file cannot be read.
  package func drain(_ visit: (Int64, RTreeBox) throws -> Void) throws {
    if spill != nil { try flush() }
    var offset = 0
    while let spill, offset < spill.count {
      let bytes = try spill.read(UnsafeMutableRawBufferPointer(buffer), at: offset)
      filled = bytes / MemoryLayout<Item>.stride
      guard filled > 0 else {
        throw SpillFault.cutShort(beside: "")
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

/// A box in single precision that holds the box it was made from.
package struct RTreeBox: BitwiseCopyable, Hashable {
  package var minX: Float
  package var maxX: Float
  package var minY: Float
  package var maxY: Float

  package init(_ box: Box) {
    minX = Self.down(box.minX)
    maxX = Self.up(box.maxX)
    minY = Self.down(box.minY)
    maxY = Self.up(box.maxY)
  }

  /// Grows the box just enough to hold `other`.
  package mutating func extend(by other: RTreeBox) {
    minX = min(minX, other.minX)
    maxX = max(maxX, other.maxX)
    minY = min(minY, other.minY)
    maxY = max(maxY, other.maxY)
  }

  /// The place of the centre on a Hilbert curve over the whole earth: the same for a box wherever
  /// and with whatever others it is indexed.
  ///
  /// A cell of the curve is 9 mm of latitude in degrees, and 16 mm in metres; positions outside
  /// ±180 degrees or ±33,554 km lie on the border.
  package func place(isGeographic: Bool) -> UInt64 {
    let half = isGeographic ? 180.0 : 33_554_432.0
    return HilbertCurve.index(
      x: Self.cell((Double(minX) + Double(maxX)) / 2, half),
      y: Self.cell((Double(minY) + Double(maxY)) / 2, half))
  }

  @inline(__always)
  private static func cell(_ ordinate: Double, _ half: Double) -> UInt32 {
    let scaled = (ordinate + half) / (2 * half) * 4_294_967_296
    return scaled >= 4_294_967_295 ? .max : scaled > 0 ? UInt32(scaled) : 0
  }

  /// The greatest single that is not above `value`, or the one below it.
  @inline(__always)
  package static func down(_ value: Double) -> Float {
    let single = Float(value)
    guard Double(single) > value else { return single }
    return Float(value * (value < 0 ? away : towards))
  }

  /// The least single that is not below `value`, or the one above it.
  @inline(__always)
  package static func up(_ value: Double) -> Float {
    let single = Float(value)
    guard Double(single) < value else { return single }
    return Float(value * (value < 0 ? towards : away))
  }

  /// SQLite's factors: a step of single precision towards zero and away from it.
  private static let towards = 1.0 - 1.0 / 8_388_608.0
  private static let away = 1.0 + 1.0 / 8_388_608.0
}
