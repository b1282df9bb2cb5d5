/// Why a reading says nothing about how much was used in its time.
package enum ReadingFault: String, Sendable, CaseIterable {
  /// The day of the reading before is not known.
  case first
  case estimated
  case caughtUp
  /// The company says so, or the number of the meter is another than before.
  case meterChanged
  case negative
  /// Not the tariff of homes.
  case otherTariff
  /// Fewer days than a period has.
  case tooShort
  /// More days than a period has: several periods in one.
  case tooLong
}
