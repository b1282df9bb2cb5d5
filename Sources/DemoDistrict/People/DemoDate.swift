/// A day of the Gregorian calendar.
struct DemoDate: Hashable {
  var year: Int
  var month: Int
  var day: Int

  /// `YYYYMMDD`.
  var number: Int { year * 10_000 + month * 100 + day }

  init(year: Int, month: Int, day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// A day by `YYYYMMDD`.
  init(number: Int) {
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// A day by its number since 0000-03-01 (Hinnant, "chrono-compatible low-level date algorithms").
  init(ordinal: Int) {
    let era = ordinal / 146_097
    let dayOfEra = ordinal % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The number of the day since 0000-03-01.
  var ordinal: Int {
    let y = month <= 2 ? year - 1 : year
    let yearOfEra = y % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return y / 400 * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  func adding(days: Int) -> DemoDate { DemoDate(ordinal: ordinal + days) }

  /// `YYYY-MM-DD`.
  var iso: String {
    "\(Ground.digits(year, 4))-\(Ground.digits(month, 2))-\(Ground.digits(day, 2))"
  }
}
