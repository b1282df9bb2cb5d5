/// How many events of each matter are expected on each day.
struct EventRates: Sendable {
  /// Events a year in a district of 400,000 people: reports and cases as the demonstration states
  /// them, the others about as the lists of a district are long.
  static func yearly(_ kind: Event.Kind) -> Double {
    switch kind {
    case .report: 28_000
    case .cityCase: 19_000
    case .environment: 1_500
    case .hazard: 4_300
    case .fireHazard: 1_500
    case .dispute: 8_200
    case .petition: 2_200
    case .labour: 480
    // They are made by rules of their own.
    case .mediation, .major: 0
    }
  }

  /// Reports of an incident that was reported before: 3.2 to 4.5 % in Boston's two years of
  /// reports; and those who call again about what they called about, 6 % (assumption).
  static func duplicates(_ kind: Event.Kind) -> Double {
    kind == .report ? 0.045 : kind == .cityCase ? 0.02 : 0
  }
  static func repeats(_ kind: Event.Kind) -> Double {
    kind == .report || kind == .petition ? 0.06 : 0
  }

  static let days = Int(TruthCalendar.lastOrdinal - Weather.first) + 1
  /// By matter and day, those that follow others not included.
  private let daily: [[Float]]

  init(weather: Weather, scale: Double) {
    daily = Matter.all.map { matter in
      let week = EventRhythm.days(matter.kind)
      let factors = (0..<Self.days).map { place in
        let day = Weather.first + Int32(place)
        let rhythm =
          week[Int((day + 4) % 7)]
          * (WorkDays.isFestival(day) ? EventRhythm.festival(matter.kind) : 1)
        return rhythm
          * EventRhythm.factor(matter.weather, today: weather[day], yesterday: weather[day - 1])
      }
      let kind = matter.kind
      let weights = Matter.places[Int(kind.rawValue)].reduce(0) { $0 + Matter.all[$1].weight }
      let year =
        Self.yearly(kind) * scale * Double(matter.weight) / Double(weights)
        / (1 + Self.duplicates(kind) + Self.repeats(kind))
      // The first year has exactly what is stated, whatever its weather.
      let norm = year / factors[0..<365].reduce(0, +)
      return factors.map { Float($0 * norm) }
    }
  }

  /// What is expected of a matter on a day of the list, from 2025-07-01 on.
  func expected(_ matter: Int, _ place: Int) -> Double { Double(daily[matter][place]) }
}
