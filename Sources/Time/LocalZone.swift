internal import Foundation

/// What the clocks of a place show: a zone of the tz database, with its summer times, or a fixed offset.
package struct LocalZone: Hashable, Sendable {
  /// How it is written: `Asia/Shanghai`, `UTC`, `+08:00`.
  package let name: String
  private let rules: Rules

  private enum Rules: Hashable, Sendable {
    case fixed(Zone)
    case named(TimeZone)
  }

  package static let utc = LocalZone(name: "UTC", rules: .fixed(.utc))

  private init(name: String, rules: Rules) {
    (self.name, self.rules) = (name, rules)
  }

  /// Reads the name of a zone, `UTC`, `Z` or an offset such as `+08:00`; nil for another text, and for
  /// a zone that this machine does not know.
  package init?(_ name: String) {
    var reader = DigitReader(name)
    if let fixed = Zone(&reader), reader.isAtEnd {
      self.init(name: fixed == .utc ? "UTC" : name, rules: .fixed(fixed))
    } else if ["UTC", "GMT"].contains(name) {
      self = .utc
    } else {
      // What is no name of the database, as `EST+5`, is left to it alone.
      guard TimeZone.knownTimeZoneIdentifiers.contains(name) || name.contains("/"),
        let zone = TimeZone(identifier: name)
      else { return nil }
      self.init(name: name, rules: .named(zone))
    }
  }

  /// That of this machine; UTC where it has none.
  package static var ofMachine: LocalZone { LocalZone(TimeZone.current.identifier) ?? .utc }

  /// How many milliseconds its clocks are ahead of UTC at a moment.
  private func offset(at milliseconds: Int64) -> Int64 {
    switch rules {
    case .fixed(let zone): Int64(zone.minutes) * 60_000
    case .named(let zone):
      Int64(
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds) / 1_000))) * 1_000
    }
  }

  /// The day that its calendars show at a moment.
  package func day(of moment: Moment) -> Day {
    Moment(milliseconds: moment.milliseconds + offset(at: moment.milliseconds)).day
  }

  /// The first moment of a day; where clocks are put forward at midnight, the moment of that.
  package func start(of day: Day) -> Moment {
    // No clock is a day and more away from UTC, and the days of moments ascend.
    let middle = Moment(startOf: day).milliseconds
    var (before, from) = (middle - 2 * 86_400_000, middle + 2 * 86_400_000)
    while from - before > 1 {
      let half = before + (from - before) / 2
      if self.day(of: Moment(milliseconds: half)) < day { before = half } else { from = half }
    }
    return Moment(milliseconds: from)
  }

  /// The last moment of a day, to the millisecond.
  package func end(of day: Day) -> Moment {
    guard day.ordinal < Self.lastDay.ordinal else { return Moment(endOf: day) }
    return Moment(milliseconds: start(of: day.adding(days: 1)).milliseconds - 1)
  }

  private static let lastDay = Moment(milliseconds: .max).day
}
