/// When a home's use stands out, for the first list.
package struct StandingRules: Sendable, Equatable {
  /// The robust z from which on a period counts.
  package var z: Double
  /// How many people more than are known the use must imply.
  package var excess: Double
  /// Cubic metres that a person uses a day.
  package var person: Double
  /// In how many of the last periods.
  package var periods: Int
  package var among: Int
  /// The score from which on the home is on the list.
  package var score: Double
  /// Points for each unit of z above the limit, and the most of them.
  package var deviation: Double
  package var mostDeviation: Double
  /// Points for each person above the limit, and the most of them.
  package var excessPoints: Double
  package var mostExcess: Double

  package init(
    z: Double, excess: Double, person: Double, periods: Int, among: Int, score: Double,
    deviation: Double, mostDeviation: Double, excessPoints: Double, mostExcess: Double
  ) {
    (self.z, self.excess, self.person) = (z, excess, person)
    (self.periods, self.among, self.score) = (periods, among, score)
    (self.deviation, self.mostDeviation) = (deviation, mostDeviation)
    (self.excessPoints, self.mostExcess) = (excessPoints, mostExcess)
  }
}
