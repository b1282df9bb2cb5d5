import Geometry

/// Reads well-known binary (OGC 06-103r4, section 8.2) as the store gives it out.
///
/// That is little-endian, with two coordinates per position. Reading stops where the bytes end.
struct BinaryCursor {
  let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The code of a geometry's kind, behind its byte order; 0 at the end.
  mutating func kind() -> UInt32 {
    guard offset < bytes.count else { return 0 }
    offset += 1
    return UInt32(count())
  }

  /// A number of parts, rings or positions; 0 at the end.
  mutating func count() -> Int {
    guard offset + 4 <= bytes.count else {
      offset = bytes.count
      return 0
    }
    defer { offset += 4 }
    let value = bytes.withUnsafeBytes {
      UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    return min(Int(value), bytes.count)
  }

  mutating func position() -> Coordinate? {
    guard offset + 16 <= bytes.count else { return nil }
    defer { offset += 16 }
    return Coordinate(x: double(at: offset), y: double(at: offset + 8))
  }

  private func double(at offset: Int) -> Double {
    bytes.withUnsafeBytes {
      Double(
        bitPattern: UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    }
  }
}

/// A geometry's bytes with its positions, which others can take the place of.
struct BinaryPositions {
  private(set) var bytes: [UInt8]
  private(set) var positions: [Coordinate] = []
  private var offsets: [Int] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var cursor = BinaryCursor(bytes)
    walk(&cursor)
  }

  /// Puts other positions in the place of these.
  mutating func put(_ positions: [Coordinate]) {
    for (offset, position) in zip(offsets, positions) {
      for (value, place) in [(position.x, offset), (position.y, offset + 8)] {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { source in
          for index in 0..<8 { bytes[place + index] = source[index] }
        }
      }
    }
    self.positions = positions
  }

  private mutating func walk(_ cursor: inout BinaryCursor) {
    switch cursor.kind() {
    case 0: return
    case 1: take(1, &cursor)
    case 2: take(cursor.count(), &cursor)
    case 3: for _ in 0..<cursor.count() { take(cursor.count(), &cursor) }
    default: for _ in 0..<cursor.count() { walk(&cursor) }
    }
  }

  private mutating func take(_ count: Int, _ cursor: inout BinaryCursor) {
    for _ in 0..<count {
      let offset = cursor.offset
      guard let position = cursor.position() else { return }
      offsets.append(offset)
      positions.append(position)
    }
  }
}

/// Geometries as text (OGC 06-103r4, section 7), each number with the digits that it needs.
enum WellKnownText {
  static func text(of binary: [UInt8]) -> String {
    var cursor = BinaryCursor(binary)
    return geometry(&cursor, isNamed: true)
  }

  private static let names = [
    "", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON",
    "GEOMETRYCOLLECTION",
  ]

  private static func geometry(_ cursor: inout BinaryCursor, isNamed: Bool) -> String {
    let kind = Int(cursor.kind())
    guard kind > 0, kind < names.count else { return "" }
    let content =
      switch kind {
      case 1: "(" + position(&cursor) + ")"
      case 2: list(&cursor, position)
      case 3: list(&cursor) { list(&$0, position) }
      default: list(&cursor) { geometry(&$0, isNamed: kind == 7) }
      }
    return isNamed ? "\(names[kind]) \(content)" : content
  }

  private static func position(_ cursor: inout BinaryCursor) -> String {
    guard let position = cursor.position() else { return "" }
    return "\(position.x) \(position.y)"
  }

  private static func list(
    _ cursor: inout BinaryCursor, _ item: (inout BinaryCursor) -> String
  ) -> String {
    let count = cursor.count()
    guard count > 0 else { return "EMPTY" }
    return "(" + (0..<count).map { _ in item(&cursor) }.joined(separator: ", ") + ")"
  }
}
