internal import Time

/// The highest education that a person reaches, and by which age.
enum Education {
  /// Codes of GB/T 4658 with the ages at which they are finished.
  private static let ages: [UInt8: Int] = [
    90: 0, 81: 12, 71: 15, 61: 18, 41: 18, 44: 18, 31: 21, 21: 22, 14: 25, 11: 29,
  ]

  /// Of a hundred people by decade of birth: none, primary, junior, senior, college, bachelor,
  /// postgraduate (2020 census, table 4-1 of long forms, by age groups, urban, rounded).
  private static let shares: [[Int]] = [
    [34, 43, 16, 5, 1, 1, 0], [13, 40, 33, 11, 2, 1, 0], [5, 27, 45, 18, 4, 1, 0],
    [2, 14, 50, 21, 8, 5, 0], [1, 8, 45, 20, 14, 11, 1], [0, 3, 33, 20, 21, 20, 3],
    [0, 1, 16, 20, 27, 31, 5], [0, 1, 7, 22, 30, 35, 5], [0, 0, 4, 20, 30, 40, 6],
  ]

  /// The code of the highest level that someone reaches.
  static func highest(of person: Person, _ draw: inout Draw) -> UInt8 {
    let year = Day(ordinal: Int(person.birth)).year
    var level = draw.weighted(shares[min(max((year - 1930) / 10, 0), 8)])
    // Floating people reach less (2020 census: 15 % of those who left a village have a college).
    if person.traits.contains(.floating), level > 2, draw.happens(350_000) { level -= 1 }
    switch level {
    case 0: return 90
    case 1: return 81
    case 2: return 71
    case 3: return draw.happens(550_000) ? 61 : draw.happens(500_000) ? 41 : 44
    case 4: return 31
    case 5: return 21
    default: return draw.happens(880_000) ? 14 : 11
    }
  }

  /// The age at which a level is finished.
  static func age(of code: UInt8) -> Int { ages[code] ?? 0 }

  /// The level reached at an age by someone who reaches `highest` in the end.
  static func reached(_ highest: UInt8, atAge age: Int) -> UInt8 {
    guard age < Self.age(of: highest) else { return highest }
    for code: UInt8 in [21, 61, 71, 81] where age >= Self.age(of: code) {
      if Self.age(of: code) < Self.age(of: highest) { return code }
    }
    return 90
  }
}
