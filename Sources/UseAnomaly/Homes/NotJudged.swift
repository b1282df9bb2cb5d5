/// Why nothing can be said of a home's use.
package enum NotJudged: String, Sendable, CaseIterable {
  /// Not used as the home of a household.
  case notADwelling
  /// The account's address is not understood down to the room: it may be another home's.
  case notAtRoom
  /// Its meter counts for others too.
  case sharedMeter
  /// It has several meters.
  case severalMeters
  /// Nobody keeps a register of who lives there.
  case residentsUnknown
  /// Too few readings that say something.
  case tooFewPeriods
  /// Too few homes to compare it with.
  case tooFewPeers
}
