/// A point in time, to the millisecond, whose day in UTC lies in the years 1 to 9999.
package struct Moment: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  package let milliseconds: Int64

  /// The moment so many milliseconds after 1970-01-01T00:00:00Z; the nearest one that has a year of
  /// four digits where that has none.
  package init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, Self.first), Self.last)
  }

  /// The first moment of a day in UTC.
  package init(startOf day: Day) {
    self.init(milliseconds: Int64(day.ordinal) * Self.dayLength)
  }

  /// The last moment of a day in UTC.
  package init(endOf day: Day) {
    self.init(milliseconds: Int64(day.ordinal + 1) * Self.dayLength - 1)
  }

  /// Reads a date and time with its offset (RFC 3339, section 5.6): `2026-01-31T08:30:00+08:00`.
  ///
  /// Second 60 is the leap second at the end of a day in UTC, and read as the first one of the next day.
  /// `T` and `Z` may be written small, and an offset without its colon is read as well; of a fraction the
  /// nearest millisecond is kept.
  ///
  /// - Returns: nil for another text, and where there is no such day or time of day.
  package init?(rfc3339 text: some StringProtocol) {
    var reader = DigitReader(text)
    guard let day = reader.day(), reader.character("Tt") != nil,
      let hour = reader.number(2), hour < 24, reader.character(":") != nil,
      let minute = reader.number(2), minute < 60, reader.character(":") != nil,
      let second = reader.number(2), second <= 60, let fraction = reader.milliseconds(),
      let zone = Zone(&reader), reader.isAtEnd
    else { return nil }
    let ofDay = hour * 60 + minute - zone.minutes
    guard second < 60 || (ofDay + 1) % 1_440 == 0 else { return nil }
    let seconds = ofDay * 60 + second
    let sum = Int64(day.ordinal) * Self.dayLength + Int64(seconds * 1_000 + fraction)
    guard (Self.first...Self.last).contains(sum) else { return nil }
    milliseconds = sum
  }

  /// RFC 3339 in UTC with milliseconds: `2026-01-31T00:30:00.000Z`.
  ///
  /// Texts of this form are in the order of their moments.
  package var text: String {
    let day = day
    let time = Int(milliseconds - Int64(day.ordinal) * Self.dayLength)
    // Every report has several of these: one piece of memory, and not a dozen.
    return String(unsafeUninitializedCapacity: 24) { bytes in
      var place = 0
      for (number, count, end) in [
        (day.year, 4, UInt8(ascii: "-")), (day.month, 2, UInt8(ascii: "-")),
        (day.day, 2, UInt8(ascii: "T")), (time / 3_600_000, 2, UInt8(ascii: ":")),
        (time / 60_000 % 60, 2, UInt8(ascii: ":")), (time / 1_000 % 60, 2, UInt8(ascii: ".")),
        (time % 1_000, 3, UInt8(ascii: "Z")),
      ] {
        var rest = number
        for digit in (place..<place + count).reversed() {
          bytes[digit] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
        bytes[place + count] = end
        place += count + 1
      }
      return place
    }
  }

  /// Its day in UTC.
  package var day: Day {
    let days = milliseconds / Self.dayLength - (milliseconds % Self.dayLength < 0 ? 1 : 0)
    return Day(ordinal: Int(days))
  }

  /// The time from another moment to this one.
  package func since(_ other: Moment) -> Duration {
    .milliseconds(milliseconds - other.milliseconds)
  }

  package func adding(_ duration: Duration) -> Moment {
    let (seconds, attoseconds) = duration.components
    return Moment(
      milliseconds: milliseconds + seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
  }

  private static let dayLength: Int64 = 86_400_000
  /// 0001-01-01T00:00:00.000Z.
  private static let first: Int64 = -62_135_596_800_000
  /// 9999-12-31T23:59:59.999Z.
  private static let last: Int64 = 253_402_300_799_999
}

extension Moment: Comparable {
  package static func < (one: Moment, other: Moment) -> Bool {
    one.milliseconds < other.milliseconds
  }
}

extension Moment: CustomStringConvertible {
  package var description: String { text }
}

/// In JSON and in the store it is its ``text``.
extension Moment: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let moment = Moment(rfc3339: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a moment of RFC 3339")
    }
    self = moment
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
