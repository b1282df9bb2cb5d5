/// A position in the bytes of a geometry, read forward with every step checked.
struct ByteCursor {
  let bytes: UnsafeRawBufferPointer
  var offset = 0
  var isLittleEndian = true

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  var remaining: Int { bytes.count - offset }

  func require(_ count: Int) throws(GeometryError) {
    guard remaining >= count else {
      throw .truncated(offset: bytes.count, needed: count - remaining)
    }
  }

  mutating func byte() throws(GeometryError) -> UInt8 {
    try require(1)
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func uint32() throws(GeometryError) -> UInt32 {
    try require(4)
    defer { offset += 4 }
    let raw = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    return isLittleEndian ? UInt32(littleEndian: raw) : UInt32(bigEndian: raw)
  }

  mutating func float() throws(GeometryError) -> Double {
    let value = Double(Float(bitPattern: try uint32()))
    guard value.isFinite else { throw .notFinite(offset: offset - 4) }
    return value
  }

  mutating func double() throws(GeometryError) -> Double {
    let value = try anyDouble()
    guard value.isFinite else { throw .notFinite(offset: offset - 8) }
    return value
  }

  /// A double that may be no number: header boxes and empty points.
  mutating func anyDouble() throws(GeometryError) -> Double {
    try require(8)
    defer { offset += 8 }
    let raw = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return Double(bitPattern: isLittleEndian ? UInt64(littleEndian: raw) : UInt64(bigEndian: raw))
  }

  mutating func skip(_ count: Int) throws(GeometryError) {
    try require(count)
    offset += count
  }

  /// A number of items that must still fit when each takes `size` bytes or more:
  /// a damaged count is refused before anything is reserved for it.
  mutating func count(ofSize size: Int) throws(GeometryError) -> Int {
    let count = Int(try uint32())
    let (total, overflow) = count.multipliedReportingOverflow(by: size)
    guard !overflow, total <= remaining else {
      throw .truncated(offset: bytes.count, needed: overflow ? count : total - remaining)
    }
    return count
  }

  /// A ring of positions of `dimensions` ordinates, those after the second dropped.
  mutating func ring(dimensions: Int) throws(GeometryError) -> Ring {
    let start = offset
    let count = try count(ofSize: 8 * dimensions)
    var coordinates: [Coordinate] = []
    coordinates.reserveCapacity(count)
    for _ in 0..<count {
      let x = try double()
      let y = try double()
      coordinates.append(Coordinate(x: x, y: y))
      offset += 8 * (dimensions - 2)
    }
    guard coordinates.first == coordinates.last else {
      throw .malformed(offset: start, .openRing)
    }
    return Ring(coordinates)
  }
}
