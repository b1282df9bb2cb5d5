@testable import UseAnomaly

extension UseSettings {
  /// Plain limits for tests of single rules; they are no place's.
  static let plain = UseSettings(
    water: PeriodRules(shortest: 20, longest: 100, offset: 0.001, leastUse: 0.010),
    power: PeriodRules(shortest: 20, longest: 50, offset: 0.1, leastUse: 0.5),
    peers: PeerRules(areas: [50, 70, 90, 110, 144], least: 8, floor: 0.1),
    standing: StandingRules(
      z: 3.5, excess: 3, person: 0.150, periods: 3, among: 4, score: 2, deviation: 1,
      mostDeviation: 3, excessPoints: 0.5, mostExcess: 4),
    step: StepRules(recent: 3, fewestBefore: 3, before: 12, ratio: 2), powerPeriods: 6,
    steadyPower: 1.25,
    evidence: [
      .leases: EvidenceRule(limit: 2, points: 1), .listedAsLet: EvidenceRule(limit: 1, points: 1),
      .lodgers: EvidenceRule(limit: 6, points: 1), .complaints: EvidenceRule(limit: 1, points: 2),
      .crowded: EvidenceRule(limit: 5, points: 1),
      .powerAgrees: EvidenceRule(limit: 2, points: 3),
      .powerDisagrees: EvidenceRule(limit: 1.3, points: 4),
      .leakPattern: EvidenceRule(limit: 2, points: 3),
      .largeFamily: EvidenceRule(limit: 6, points: 2), .business: EvidenceRule(limit: 1, points: 1),
      .garden: EvidenceRule(limit: 1, points: 1), .infants: EvidenceRule(limit: 1, points: 0.5),
      .care: EvidenceRule(limit: 1, points: 0.5),
    ])

  /// The same with other limits for the first list.
  func standing(_ change: (inout StandingRules) -> Void) -> UseSettings {
    var settings = self
    change(&settings.standing)
    return settings
  }
}
