import Geometry
import Tabular

extension JSONScanner {
  /// The most bytes that one element of a batch may have.
  static let longestElement = 1 << 20

  /// Reads `[lon, lat]`, further ordinates left aside; `null` stands for no position.
  mutating func position() throws -> Coordinate {
    guard peek() == 0x5B else {
      try literal("null")
      return .none
    }
    if let position = plainPosition() { return position }
    var ordinates = (Double.nan, Double.nan)
    var count = 0
    try array { scanner in
      let value = try scanner.ordinate() ?? .nan
      if count == 0 { ordinates.0 = value }
      if count == 1 { ordinates.1 = value }
      count += 1
    }
    return Coordinate(x: ordinates.0, y: ordinates.1)
  }

  /// Reads `[lon,lat]` where both are numbers without white space; nil, and nothing is read, where
  /// it is anything else.
  @inline(__always)
  private mutating func plainPosition() -> Coordinate? {
    guard let base = bytes.baseAddress else { return nil }
    let stop = base + bytes.count
    var at = base + offset + 1
    guard at < stop, at[0] == 0x2D || at[0] &- 0x30 < 10, let x = DecimalReader.read(&at, stop),
      at < stop, at[0] == UInt8(ascii: ",")
    else { return nil }
    at += 1
    if at < stop, at[0] == 0x20 { at += 1 }
    guard at < stop, at[0] == 0x2D || at[0] &- 0x30 < 10, let y = DecimalReader.read(&at, stop),
      at < stop, at[0] == UInt8(ascii: "]")
    else { return nil }
    offset = at + 1 - base
    return Coordinate(x: x, y: y)
  }

  /// Reads the position of an object's members; one that is missing is not a number, and two that could
  /// be the same ordinate are a fault.
  mutating func position(of fields: PositionFields) throws -> Coordinate {
    var position = Coordinate.none
    var (hasX, hasY) = (false, false)
    try object { scanner, key in
      let key = key.lowercased()
      if fields.longitude.contains(key) {
        guard !hasX else { throw scanner.unexpected(.end) }
        hasX = true
        position.x = try scanner.ordinate() ?? .nan
      } else if fields.latitude.contains(key) {
        guard !hasY else { throw scanner.unexpected(.end) }
        hasY = true
        position.y = try scanner.ordinate() ?? .nan
      } else {
        try scanner.skipValue()
      }
    }
    return position
  }

  /// Reads a number, or a text that holds one; nil for any other value.
  private mutating func ordinate() throws -> Double? {
    switch peek() {
    case 0x22:
      let range = try skipText()
      return DecimalReader.value(UnsafeBufferPointer(rebasing: bytes[range]))
    case .some(0x2D), .some(0x30...0x39): return try plainNumber()
    default:
      try skipValue()
      return nil
    }
  }

  /// Reads a number that begins here; one beyond all doubles is infinite.
  @inline(__always)
  private mutating func plainNumber() throws -> Double {
    guard let base = bytes.baseAddress else { throw truncated() }
    let stop = base + bytes.count
    var at = base + offset
    guard let value = DecimalReader.read(&at, stop) else {
      throw at < stop ? unexpected(.number) : truncated()
    }
    offset = at - base
    return value
  }
}

extension Coordinate {
  /// No position: the look-up answers `invalid`.
  fileprivate static let none = Coordinate(x: .nan, y: .nan)
}
