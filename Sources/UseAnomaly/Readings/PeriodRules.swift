/// What a period between two readings is for one service.
package struct PeriodRules: Sendable, Equatable {
  /// The fewest and the most days of one.
  package var shortest: Int
  package var longest: Int
  /// What is added to the use per day before the logarithm is taken, so that nothing is a number too.
  package var offset: Double
  /// From which use per day on somebody seems to be there.
  package var leastUse: Double

  package init(shortest: Int, longest: Int, offset: Double, leastUse: Double) {
    (self.shortest, self.longest) = (shortest, longest)
    (self.offset, self.leastUse) = (offset, leastUse)
  }
}
