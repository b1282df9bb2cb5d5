import Time

extension Day {
  /// `YYYYMMDD`.
  var number: Int { year * 10_000 + month * 100 + day }

  /// A day by `YYYYMMDD`; one that runs over its month lies in the next.
  init(number: Int) {
    self.init(
      ordinal: Day.ordinal(
        year: number / 10_000, month: number / 100 % 100, day: number % 100))
  }
}
