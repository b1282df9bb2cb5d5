/// When things are reported: the hours of a day, the days of a week, and what weather does.
package enum EventRhythm {
  /// Reports in each hour, in thousandths: most from 9 to 11 and from 14 to 16, as municipal
  /// hotlines describe their days (the shape; the numbers are an assumption).
  package static let calls = [
    10, 7, 5, 4, 4, 7, 15, 35, 80, 108, 102, 72, 42, 50, 82, 86, 75, 58, 40, 36, 34, 26, 17, 5,
  ]
  /// What disturbs at night.
  package static let nights = [
    60, 45, 30, 20, 15, 15, 15, 20, 30, 35, 35, 30, 30, 30, 30, 30, 30, 35, 50, 80, 110, 110, 80,
    35,
  ]
  /// What collectors find on their rounds.
  package static let rounds = [
    0, 0, 0, 0, 0, 2, 20, 70, 125, 130, 110, 70, 45, 55, 100, 105, 85, 50, 20, 8, 3, 2, 0, 0,
  ]
  /// In offices.
  package static let office = [
    0, 0, 0, 0, 0, 0, 0, 0, 120, 190, 170, 70, 0, 20, 140, 150, 110, 30, 0, 0, 0, 0, 0, 0,
  ]
  /// Reports by day of the week from Sunday on, 1 on average: a fifth fewer at weekends.
  package static let callDays = [0.80, 1.12, 1.10, 1.07, 1.06, 1.03, 0.82]
  package static let roundDays = [0.80, 1.06, 1.06, 1.06, 1.06, 1.06, 0.90]
  package static let officeDays = [0.12, 1.40, 1.36, 1.33, 1.30, 1.25, 0.24]
  /// How much of a day's reports come on a day off of a festival, when offices are shut.
  static func festival(_ kind: Event.Kind) -> Double {
    switch kind {
    case .report, .cityCase, .environment: 0.75
    default: 0.1
    }
  }

  /// The hours of a matter.
  package static func hours(of matter: Matter) -> [Int] {
    if matter.hours == "n" { return nights }
    switch matter.kind {
    case .report, .environment: return calls
    case .cityCase: return rounds
    default: return office
    }
  }

  package static func days(_ kind: Event.Kind) -> [Double] {
    switch kind {
    case .report, .environment: callDays
    case .cityCase: roundDays
    default: officeDays
    }
  }

  /// How many times as often a matter comes up in this weather: rain of today and yesterday floods
  /// and blocks, hot evenings are loud, heat needs power, cold bursts pipes, dry days are dusty.
  static func factor(_ effect: Character, today: Weather.DayWeather, yesterday: Weather.DayWeather)
    -> Double
  {
    let rain = Double(today.rain) / 10 + Double(yesterday.rain) / 25
    let heat = Double(today.highest) / 10
    switch effect {
    case "r": return 0.35 + rain / 6
    case "s": return 0.8 + rain / 30
    case "h": return max(0.45, min((heat - 12) / 11, 2.4)) * (today.rain > 100 ? 0.6 : 1)
    case "p": return heat > 34 ? 2.2 : heat < 4 ? 1.6 : 0.9
    case "c": return Double(today.lowest) / 10 < -1 ? 5 : heat < 8 ? 1.7 : 0.8
    case "d": return today.rain > 10 ? 0.4 : 1.2
    default: return 1
    }
  }
}
