import TestSupport

@testable import UseAnomaly

/// Homes that are made by hand.
enum SmallWorld {
  /// 2026-01-10.
  static let start: Int32 = 20_463

  /// Readings every 61 days (every 30 for power), each of a use per day.
  static func readings(_ perDay: [Double], every days: Int32 = 61) -> [Reading] {
    perDay.enumerated().map { index, use in
      let from = start + Int32(index) * days
      return Reading(from: from, to: from + days, volume: use * Double(days), kind: .read, meter: 1)
    }
  }

  /// A home of a building that uses the same in each of six periods.
  static func home(
    _ key: Int64, perDay: Double, residents: Int? = 3, area: Double = 80, building: Int64 = 1
  ) -> Home {
    Home(
      key: key, building: building, estate: 1, cell: 1, area: area, residents: residents,
      water: readings([Double](repeating: perDay, count: 6)),
      power: readings([Double](repeating: 8, count: 13), every: 30))
  }

  /// Nine homes with 0.26 to 0.54 m3 a day and one, of key 10, that is given.
  static func building(_ last: Home) -> [Home] {
    (1...9).map { home($0, perDay: 0.225 + Double($0) * 0.035) } + [last]
  }

  /// Key 10 with 2.4 m3 a day, of 16 people.
  static func crowded(residents: Int? = 3, area: Double = 80) -> Home {
    home(10, perDay: 2.4, residents: residents, area: area)
  }

  /// Homes of all kinds in some buildings, estates and cells.
  static func random(seed: UInt64, count: Int) -> [Home] {
    var dice = SeededGenerator(seed: seed)
    return (0..<count).map { key in
      let building = Int64.random(in: 0..<Int64(count / 30 + 1), using: &dice)
      let uses = (0..<Int.random(in: 1...9, using: &dice)).map { _ in
        Double.random(in: 0...1, using: &dice) < 0.1 ? 0 : Double.random(in: 0.05...3, using: &dice)
      }
      var water = readings(uses)
      for index in water.indices {
        water[index].kind = Reading.Kind.allCases.randomElement(using: &dice) ?? .read
        if Double.random(in: 0...1, using: &dice) < 0.8 { water[index].kind = .read }
      }
      var home = Home(
        key: Int64(key), building: building, estate: building % 3 == 0 ? nil : building / 4,
        cell: building / 8, area: [nil, 45, 50, 62, 64, 66, 68].randomElement(using: &dice) ?? nil,
        residents: Int.random(in: 0...9, using: &dice), water: water,
        power: readings(
          (0..<13).map { _ in Double.random(in: 2...40, using: &dice) }, every: 30))
      home.use = Int.random(in: 0..<15, using: &dice) == 0 ? .dormitory : .dwelling
      home.metering = Int.random(in: 0..<15, using: &dice) == 0 ? .shared : .own
      home.facts.leases = Int.random(in: 0...2, using: &dice)
      home.facts.isListedAsLet = Bool.random(using: &dice)
      home.facts.largestFamily = Int.random(in: 0...8, using: &dice)
      home.facts.infants = Int.random(in: 0...1, using: &dice)
      return home
    }
  }
}
