/// A period of a home beside its peers.
struct Standing {
  var period: UsePeriod
  var group: PeerGroup
  /// How many were compared, the home itself too.
  var peers: Int
  /// How far the logarithm of its use lies above the median.
  var above: Double
  /// The same in robust standard deviations (Iglewicz and Hoaglin 1993).
  var z: Double
}

extension [Standing] {
  /// The logarithm by which the middle of the last ones lies above the middle of those before; nil where
  /// there are too few.
  func step(_ rules: StepRules) -> Double? {
    guard count >= rules.recent + rules.fewestBefore else { return nil }
    let before = dropLast(rules.recent).suffix(rules.before)
    guard let now = Spread.median(suffix(rules.recent).map(\.above)),
      let then = Spread.median(before.map(\.above))
    else { return nil }
    return now - then
  }
}
