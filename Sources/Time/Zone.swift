/// How far a local time is ahead of UTC.
package struct Zone: Hashable, Sendable {
  /// Minutes east of UTC, less than a day in either direction.
  package let minutes: Int

  package static let utc = Zone(minutes: 0)

  package init(minutes: Int) {
    self.minutes = minutes
  }

  /// Reads `Z`, `+08:00` or `+0800` at the place where `reader` is.
  init?(_ reader: inout DigitReader) {
    if reader.character("Zz") != nil {
      self = .utc
      return
    }
    guard let sign = reader.character("+-"), let hours = reader.number(2), hours < 24 else {
      return nil
    }
    _ = reader.character(":")
    guard let minutes = reader.number(2), minutes < 60 else { return nil }
    self.minutes = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }
}
