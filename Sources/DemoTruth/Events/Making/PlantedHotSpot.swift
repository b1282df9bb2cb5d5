package import Geometry

/// A cluster that was planted: events of one class within a circle that come more often for a
/// while.
package struct PlantedHotSpot: Sendable {
  package var kind: Event.Kind
  /// The class: `Matter.code`.
  package var code: String
  /// Its middle, in metres from that of the district.
  package var centre: Coordinate
  /// In metres.
  package var radius: Double
  /// The first and the last day.
  package var from: Int32
  package var to: Int32
  /// How many times as many as elsewhere: 1.5 to 3.
  package var relativeRisk: Double
  /// How many would be expected within it without the cluster, and how many were added to those that were there.
  package var expected: Double
  package var excess: Int

  /// Its middle on the earth (CGCS2000).
  package var position: Coordinate { Terrain.degrees(centre) }

  /// What is asked for before a place is found: the class, the days, the risk, and how many events
  /// the place should have without it.
  package struct Wish: Sendable {
    package var kind: Event.Kind
    package var code: String
    /// The first and the last day as `YYYYMMDD`: whole months, as analysts ask for them.
    package var from: Int
    package var to: Int
    var relativeRisk: Double
    var expected: Double
  }

  /// Noise of summer and autumn, parking from November to June, and refuse, goods outside shops and litter of a year.
  ///
  /// An analyst asks for rates of all grids at once, so that a cluster must stand out among 700. What decides
  /// is how many events a grid has in the time by chance alone. With one, three times as many within two
  /// kilometres stand out in three districts of four; with two and more, within the 30 to 40 grids that have
  /// 75 then, in 98 to 100 of 100 that were simulated. So the months of a class are as many as give a grid two events and more.
  package static let wishes = [
    Wish(
      kind: .report, code: "0103", from: 2025_07_01, to: 2025_11_30, relativeRisk: 3.0, expected: 75
    ),
    Wish(
      kind: .report, code: "0203", from: 2025_11_01, to: 2026_06_30, relativeRisk: 2.8, expected: 75
    ),
    Wish(
      kind: .report, code: "0105", from: 2025_07_01, to: 2026_06_30, relativeRisk: 3.0, expected: 75
    ),
    Wish(
      kind: .cityCase, code: "0504", from: 2025_07_01, to: 2026_06_30, relativeRisk: 2.9,
      expected: 75),
    Wish(
      kind: .cityCase, code: "0102", from: 2025_07_01, to: 2026_06_30, relativeRisk: 2.8,
      expected: 75),
  ]
}
