import Time

/// The weather of the district, day by day from July 2025 to June 2027: made up by draws around the
/// normals of the coast it would lie on.
package struct Weather: Sendable {
  package struct DayWeather: Sendable {
    /// The highest and lowest temperature in tenths of a degree.
    package var highest: Int16
    package var lowest: Int16
    /// Rain in tenths of a millimetre.
    package var rain: Int16
  }

  /// Means of a month about as around Hangzhou 1991 to 2020, rounded: temperature in degrees, rain
  /// in millimetres, days with rain.
  private static let normals: [(mean: Double, rain: Double, days: Double)] = [
    (5, 85, 12), (7, 88, 12), (11, 132, 16), (17, 121, 14), (22, 124, 14), (25, 228, 16),
    (29, 164, 13), (29, 167, 13), (24, 108, 11), (19, 69, 9), (13, 71, 10), (7, 56, 9),
  ]

  package static let first = Int32(Day(number: 2025_07_01).ordinal)
  package let days: [DayWeather]

  package init(seed: UInt64) {
    let stream = Draw.stream(seed, "weather")
    var wasWet = false
    var drift = 0.0
    days = (Self.first...TruthCalendar.lastOrdinal).map { ordinal in
      var draw = Draw(stream, Int(ordinal))
      let normal = Self.normals[Day(ordinal: Int(ordinal)).month - 1]
      let share = normal.days / 30.4
      // Rain lasts: after a wet day it is wet again half as often again as on average.
      let isWet = draw.unit() < (wasWet ? min(share * 1.5, 0.85) : share * 0.72)
      let rain = isWet ? draw.duration(halfLife: normal.rain / normal.days * 0.693) : 0
      drift = drift * 0.7 + (draw.unit() + draw.unit() - 1) * 2.6
      let mean = normal.mean + drift - (isWet ? 1 : 0)
      let span = isWet ? 2.6 : 4.8
      wasWet = isWet
      return DayWeather(
        highest: Int16((mean + span) * 10), lowest: Int16((mean - span) * 10),
        rain: Int16(min(rain, 300) * 10))
    }
  }

  /// The weather of a day; of the nearest that is known for others.
  package subscript(day: Int32) -> DayWeather {
    days[min(max(0, Int(day - Self.first)), days.count - 1)]
  }
}
