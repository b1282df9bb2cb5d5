import Geometry
import Gewu

extension JSONCursor {
  /// Reads `[lon, lat]`, further ordinates left aside; `null` stands for no position.
  mutating func position() throws -> Coordinate {
    guard peek() == 0x5B else {
      guard peek() == 0x6E else { throw malformed }
      try skipValue()
      return .none
    }
    if let position = plainPosition() { return position }
    var ordinates = (Double.nan, Double.nan)
    var count = 0
    try elements { cursor in
      let value = try cursor.number(depth: 1) ?? .nan
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
    let stop = base + end
    var at = base + index + 1
    guard at < stop, at[0] == 0x2D || at[0] &- 0x30 < 10, let x = DecimalText.read(&at, stop),
      at < stop, at[0] == UInt8(ascii: ",")
    else { return nil }
    at += 1
    if at < stop, at[0] == 0x20 { at += 1 }
    guard at < stop, at[0] == 0x2D || at[0] &- 0x30 < 10, let y = DecimalText.read(&at, stop),
      at < stop, at[0] == UInt8(ascii: "]")
    else { return nil }
    move(to: at + 1 - base)
    return Coordinate(x: x, y: y)
  }

  /// Reads the position of an object's members; one that is missing is not a number.
  mutating func position(of fields: PositionFields) throws -> Coordinate {
    var position = Coordinate.none
    try members { cursor, name in
      let text = String(decoding: cursor.bytes[name], as: UTF8.self).lowercased()
      if fields.longitude.contains(text) {
        position.x = try cursor.number(depth: 1) ?? .nan
      } else if fields.latitude.contains(text) {
        position.y = try cursor.number(depth: 1) ?? .nan
      } else {
        try cursor.skipValue(depth: 1)
      }
    }
    return position
  }
}

extension Coordinate {
  /// No position: the look-up answers `invalid`.
  fileprivate static let none = Coordinate(x: .nan, y: .nan)
}
