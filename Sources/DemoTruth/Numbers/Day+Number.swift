package import Time

extension Day {
  /// `YYYYMMDD`.
  package var number: Int { year * 10_000 + month * 100 + day }

  /// A day by `YYYYMMDD`; one that runs over its month lies in the next.
  package init(number: Int) {
    self.init(
      ordinal: Day.ordinal(
        year: number / 10_000, month: number / 100 % 100, day: number % 100))
  }
}
