import Time

/// What was used per day in the period that ended in a month.
struct UsePeriod: Equatable {
  /// The month of its last day: twelve times the year and the month, less one.
  var month: Int
  /// Cubic metres or kilowatt hours.
  var perDay: Double
  /// The logarithm of that and the offset.
  var level: Double
}

extension UsePeriod {
  /// The periods of some readings of one meter after the other, by month; and what was left out, why.
  ///
  /// Neither the order of the readings nor that one stands twice matters. Two that end in one month are one.
  static func all(_ readings: [Reading], _ rules: PeriodRules)
    -> (periods: [UsePeriod], faults: [ReadingFault])
  {
    let sorted = Set(readings).sorted { isBefore($0, $1) }
    var faults: [ReadingFault] = []
    var sums: [(month: Int, volume: Double, days: Int)] = []
    var meter: Int64?
    for reading in sorted {
      let isOther = meter != nil && reading.meter != nil && meter != reading.meter
      meter = reading.meter ?? meter
      guard let from = reading.from else {
        faults.append(.first)
        continue
      }
      let days = Int(reading.to) - Int(from)
      if let fault = fault(reading, days: days, isOtherMeter: isOther, rules) {
        faults.append(fault)
        continue
      }
      let day = Day(ordinal: Int(reading.to))
      let month = day.year * 12 + day.month - 1
      if let last = sums.last, last.month == month {
        sums[sums.count - 1].volume += reading.volume
        sums[sums.count - 1].days += days
      } else {
        sums.append((month, reading.volume, days))
      }
    }
    let periods = sums.map { sum in
      let perDay = sum.volume / Double(sum.days)
      return UsePeriod(
        month: sum.month, perDay: perDay, level: Powers.logarithm(perDay + rules.offset))
    }
    return (periods, faults)
  }

  private static func fault(
    _ reading: Reading, days: Int, isOtherMeter: Bool, _ rules: PeriodRules
  ) -> ReadingFault? {
    if !reading.isDomestic { return .otherTariff }
    switch reading.kind {
    case .estimated: return .estimated
    case .caughtUp: return .caughtUp
    case .meterChanged: return .meterChanged
    case .unknown, .read: break
    }
    if isOtherMeter { return .meterChanged }
    if !(reading.volume >= 0) { return .negative }
    if days < max(rules.shortest, 1) { return .tooShort }
    return days > rules.longest ? .tooLong : nil
  }

  private static func isBefore(_ one: Reading, _ other: Reading) -> Bool {
    if one.to != other.to { return one.to < other.to }
    if one.from != other.from { return (one.from ?? .min) < (other.from ?? .min) }
    if one.volume != other.volume { return one.volume < other.volume }
    if one.kind != other.kind { return one.kind.rawValue < other.kind.rawValue }
    if one.meter != other.meter { return (one.meter ?? .min) < (other.meter ?? .min) }
    return !one.isDomestic && other.isDomestic
  }
}
