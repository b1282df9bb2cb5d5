import Geometry
import Gewu
import Tabular

/// The commonest question of all, `/v1/locate?lon=…&lat=…`, read by hand.
enum LocateQuestion {
  /// The position that a request's target asks for; nil for everything but two plain decimal
  /// numbers in either order, which the router then reads.
  static func position(in target: String) -> Coordinate? {
    // A string made of bytes is contiguous, so that this is a pointer and no copy.
    target.utf8.withContiguousStorageIfAvailable { read($0) } ?? nil
  }

  private static let path: StaticString = "/v1/locate?"

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Coordinate? {
    guard var at = bytes.baseAddress, bytes.count > path.utf8CodeUnitCount else { return nil }
    let end = at + bytes.count
    for offset in 0..<path.utf8CodeUnitCount {
      guard at[0] == path.utf8Start[offset] else { return nil }
      at += 1
    }
    guard let first = parameter(&at, end), at < end else { return nil }
    at += 1
    guard let second = parameter(&at, end), at == end else { return nil }
    switch (first.isLongitude, second.isLongitude) {
    case (true, false): return Coordinate(x: first.value, y: second.value)
    case (false, true): return Coordinate(x: second.value, y: first.value)
    default: return nil
    }
  }

  /// Reads `lon=…` or `lat=…` up to an ampersand or the end.
  private static func parameter(
    _ at: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> (isLongitude: Bool, value: Double)? {
    guard end - at > 4, at[0] == UInt8(ascii: "l"), at[3] == UInt8(ascii: "=") else { return nil }
    let isLongitude = at[1] == UInt8(ascii: "o") && at[2] == UInt8(ascii: "n")
    guard isLongitude || at[1] == UInt8(ascii: "a") && at[2] == UInt8(ascii: "t") else {
      return nil
    }
    at += 4
    // In a query a plus may mean a space.
    guard at[0] != UInt8(ascii: "+"), let value = DecimalReader.read(&at, end),
      at == end || at[0] == UInt8(ascii: "&")
    else { return nil }
    return (isLongitude, value)
  }
}
