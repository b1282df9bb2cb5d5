package import UseAnomaly

extension UseSettings {
  /// The settings of `UseRules/water.yaml`, with which a test of `Datasets` compares them.
  package static let shipped = UseSettings(
    water: PeriodRules(shortest: 20, longest: 100, offset: 0.001, leastUse: 0.010),
    power: PeriodRules(shortest: 20, longest: 50, offset: 0.1, leastUse: 0.5),
    peers: PeerRules(areas: [50, 70, 90, 110, 144], least: 8, floor: 0.2),
    standing: StandingRules(
      z: 2, excess: 3, person: 0.150, periods: 3, among: 4, score: 6.5, deviation: 1,
      mostDeviation: 2, excessPoints: 0.5, mostExcess: 4),
    step: StepRules(recent: 3, fewestBefore: 3, before: 12, ratio: 2), powerPeriods: 6,
    steadyPower: 1.25,
    evidence: [
      .leases: EvidenceRule(limit: 1, points: 0.5),
      .listedAsLet: EvidenceRule(limit: 1, points: 0.5),
      .lodgers: EvidenceRule(limit: 8, points: 1), .complaints: EvidenceRule(limit: 1, points: 1),
      .crowded: EvidenceRule(limit: 5, points: 0.5),
      .powerAgrees: EvidenceRule(limit: 2.5, points: 3),
      .powerDisagrees: EvidenceRule(limit: 1.6, points: 4),
      .leakPattern: EvidenceRule(limit: 2, points: 3),
      .largeFamily: EvidenceRule(limit: 6, points: 2),
      .business: EvidenceRule(limit: 1, points: 0.5), .garden: EvidenceRule(limit: 1, points: 0.5),
      .infants: EvidenceRule(limit: 1, points: 0.5), .care: EvidenceRule(limit: 1, points: 0.5),
    ])
}
