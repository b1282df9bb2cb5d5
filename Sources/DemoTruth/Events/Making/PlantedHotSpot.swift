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
  /// How many would be expected within it without the cluster, and how many were added.
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

  /// Noise of a summer, parking of half a year, refuse of another, goods outside shops of a
  /// spring, litter of a quarter.
  ///
  /// As strong as an analyst needs who asks for rates of all grids at once: a grid has one to two of
  /// such events in the time, so a cluster needs 160 to 250 within it to stand out among 700 grids.
  package static let wishes = [
    Wish(
      kind: .report, code: "0103", from: 2025_07_01, to: 2025_09_30, relativeRisk: 2.6, expected: 62
    ),
    Wish(
      kind: .report, code: "0203", from: 2026_01_01, to: 2026_06_30, relativeRisk: 2.8, expected: 64
    ),
    Wish(
      kind: .report, code: "0105", from: 2025_07_01, to: 2025_12_31, relativeRisk: 2.8, expected: 70
    ),
    Wish(
      kind: .cityCase, code: "0504", from: 2026_03_01, to: 2026_06_30, relativeRisk: 2.9,
      expected: 76),
    Wish(
      kind: .cityCase, code: "0102", from: 2026_04_01, to: 2026_06_30, relativeRisk: 3.0,
      expected: 84),
  ]
}
