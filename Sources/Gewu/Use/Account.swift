import UseAnomaly

/// An account of a company with what its lists said of it, one after the other.
struct Account {
  /// What one list said.
  struct Line {
    /// The number of the row, by which a later line of the same day is told from an earlier one.
    var row: Int64
    var day: Int32
    var previous: Int32?
    var volume: Double
    var meter: String
    var kind: Reading.Kind
    var isDomestic: Bool
  }

  var lines: [Line] = []
  var metering = Home.Metering.own
  /// What the home is known by that the current row is about; nil where it has no current row.
  var identities: [String]?
  /// Whether the current row is billed as a home.
  var isDomestic = true

  /// The readings by their days; of a day that stands in several lists the line that came last.
  ///
  /// A reading reaches from the one before it where the list does not say since when.
  var readings: [Reading] {
    let sorted = lines.sorted { ($0.day, $0.row) < ($1.day, $1.row) }
    var meters: [String: Int64] = [:]
    var readings: [Reading] = []
    for (place, line) in sorted.enumerated() {
      if place + 1 < sorted.count, sorted[place + 1].day == line.day { continue }
      if !line.meter.isEmpty, meters[line.meter] == nil {
        meters[line.meter] = Int64(meters.count)
      }
      readings.append(
        Reading(
          from: line.previous ?? readings.last?.to, to: line.day, volume: line.volume,
          kind: line.kind, meter: meters[line.meter], isDomestic: line.isDomestic))
    }
    return readings
  }
}
