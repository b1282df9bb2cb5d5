/// How many die in a year, by age and sex.
enum LifeTable {
  /// Deaths a year of 100,000 people of an age group, men and women together.
  ///
  /// After the life tables of the 2020 census (life expectancy 77.9 years, 75.4 of men and 80.9 of
  /// women; National Bureau of Statistics 2021), rounded.
  private static let steps: [(below: Int, deaths: Double)] = [
    (1, 350), (15, 25), (30, 45), (40, 90), (50, 200), (55, 380), (60, 600), (65, 900), (70, 1_420),
    (75, 2_350), (80, 4_000), (85, 6_900), (90, 11_500), (200, 19_500),
  ]

  /// The probability of dying within a year.
  static func yearly(age: Int, sex: Person.Sex) -> Double {
    let deaths = steps.first { age < $0.below }?.deaths ?? 19_500
    let bySex = age >= 85 ? (sex == .male ? 1.1 : 0.94) : (sex == .male ? 1.28 : 0.7)
    return deaths * bySex / 100_000
  }
}
