/// An account with the water or power company.
package struct MeterAccount: Sendable {
  package enum Kind: UInt8, Sendable {
    /// One meter for one dwelling.
    case home
    /// 合表户: one meter for all dwellings of an entrance.
    case shared
    /// Premises of firms.
    case firm
  }

  package var kind: Kind
  /// The first dwelling, or the premises of a firm.
  package var place: Int32
}

/// What flows through a meter.
package enum MeterService: UInt8, Sendable {
  /// In cubic metres, read every second month.
  case water
  /// In kilowatt hours, read every month.
  case power

  /// Months between two readings.
  var months: Int { self == .water ? 2 : 1 }
}

/// A reading of a meter.
package struct MeterReading: Sendable {
  package enum Kind: UInt8, Sendable {
    case read
    /// 估抄: nobody was let in; what was used before is taken, and the next reading sets it right.
    case estimated
    /// The first one that is read after one that was estimated: it catches up.
    case caughtUp
    /// The meter was changed since the last one: the count began again.
    case changed
  }

  /// 0 for the round of July 2025.
  package var round: Int
  package var day: Int32
  /// Days since the reading before.
  package var days: Int
  package var kind: Kind
  /// What the dial shows, and what is billed since the reading before: m3 or kWh, whole ones.
  package var value: Int
  package var volume: Int
  package var meter: Int
}
