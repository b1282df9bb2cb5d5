import Time

/// The days of the truth as the ordinals that its facts have.
extension TruthCalendar {
  package static let firstOrdinal = Int32(first.ordinal)
  package static let lastOrdinal = Int32(last.ordinal)
  /// 2026-06-30, the day of the first delivery.
  package static let todayOrdinal = Int32(day(ofMonth: 1).ordinal)
}
