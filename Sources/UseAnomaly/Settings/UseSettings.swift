/// All limits of the method: data of a place, none of them in the program.
package struct UseSettings: Sendable, Equatable {
  package var water: PeriodRules
  package var power: PeriodRules
  package var peers: PeerRules
  package var standing: StandingRules
  package var step: StepRules
  /// Of how many of the last periods of power the median is taken.
  package var powerPeriods: Int
  /// Below how many times its former level power counts as not risen.
  package var steadyPower: Double
  /// What each kind of evidence counts; one without a rule counts nothing.
  package var evidence: [Evidence.Kind: EvidenceRule]

  package init(
    water: PeriodRules, power: PeriodRules, peers: PeerRules, standing: StandingRules,
    step: StepRules, powerPeriods: Int, steadyPower: Double,
    evidence: [Evidence.Kind: EvidenceRule]
  ) {
    (self.water, self.power, self.peers) = (water, power, peers)
    (self.standing, self.step) = (standing, step)
    (self.powerPeriods, self.steadyPower, self.evidence) = (powerPeriods, steadyPower, evidence)
  }
}
