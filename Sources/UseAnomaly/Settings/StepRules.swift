/// When a home's use has gone up, for the second list.
package struct StepRules: Sendable, Equatable {
  /// How many of the last periods are the new ones.
  package var recent: Int
  /// At least and at most how many before them are the old ones.
  package var fewestBefore: Int
  package var before: Int
  /// How many times the old use the new one must be, both beside their peers'.
  package var ratio: Double

  package init(recent: Int, fewestBefore: Int, before: Int, ratio: Double) {
    (self.recent, self.fewestBefore, self.before, self.ratio) = (
      recent, fewestBefore, before, ratio
    )
  }
}
