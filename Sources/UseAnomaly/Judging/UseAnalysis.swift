/// Which homes use far more water than the people known there can.
///
/// A lead for a visit, never a finding about anybody: what may be unlawful is how many live there, not what
/// flows. Values in, values out; nothing here knows a name.
package struct UseAnalysis: Sendable {
  package var settings: UseSettings

  package init(_ settings: UseSettings) { self.settings = settings }

  /// Judges all homes, each beside the others.
  ///
  /// The order of the homes and of their readings does not matter. O(n log n).
  package func judge(_ given: [Home]) -> UseReport {
    let homes = given.sorted { $0.key < $1.key }
    let water = homes.map {
      Self.reason($0) == nil ? UsePeriod.all($0.water, settings.water) : ([], [])
    }
    let power = homes.map {
      $0.use == .dwelling ? UsePeriod.all($0.power, settings.power).periods : []
    }
    let waterPeers = PeerTable(
      homes, periods: water.map(\.0), service: settings.water, settings.peers)
    let powerPeers = PeerTable(homes, periods: power, service: settings.power, settings.peers)
    var findings: [HomeFinding] = []
    findings.reserveCapacity(homes.count)
    for (place, home) in homes.enumerated() {
      let groups = PeerGroup.all(of: home, settings.peers)
      var finding = HomeFinding(home)
      finding.faults = water[place].1
      finding.notJudged = Self.reason(home)
      if finding.notJudged == nil {
        let standings = waterPeers.standings(of: groups, water[place].0)
        judge(&finding, home, standings, periods: water[place].0.count) {
          powerPeers.standings(of: groups, power[place])
        }
      }
      findings.append(finding)
    }
    return report(findings)
  }

  /// Why nothing can be said before any reading is looked at.
  private static func reason(_ home: Home) -> NotJudged? {
    if home.use != .dwelling { return .notADwelling }
    if !home.isAtRoom { return .notAtRoom }
    switch home.metering {
    case .shared: return .sharedMeter
    case .several: return .severalMeters
    case .own: return home.residents == nil ? .residentsUnknown : nil
    }
  }

  private func judge(
    _ finding: inout HomeFinding, _ home: Home, _ standings: [Standing], periods: Int,
    power: () -> [Standing]
  ) {
    let rules = settings.standing
    let last = standings.suffix(rules.among)
    guard last.count >= rules.periods, let newest = last.last else {
      finding.notJudged = periods >= rules.periods ? .tooFewPeers : .tooFewPeriods
      return
    }
    let residents = home.residents ?? 0
    finding.periods = standings.count
    (finding.peers, finding.peerCount) = (newest.group, newest.peers)
    finding.residents = residents
    finding.z = Self.reached(last.map(\.z), by: rules.periods)
    finding.perDay = Self.reached(last.map(\.period.perDay), by: rules.periods)
    finding.impliedPersons = finding.perDay / rules.person
    finding.chance = NormalTail.above(finding.z)
    let need = Double(residents) + rules.excess
    finding.standing = last.count {
      $0.z >= rules.z && $0.period.perDay / rules.person >= need
    }
    let step = step(standings)
    finding.stepRatio = step.map(Powers.exponential)
    let hasStep = finding.stepRatio.map { $0 >= settings.step.ratio } ?? false
    let stands = finding.standing >= rules.periods
    guard stands || hasStep else { return }
    let finder = EvidenceFinder(settings: settings)
    finding.evidence = finder.evidence(
      home, implied: finding.impliedPersons, waterStep: step, power: power())
    if hasStep { finding.lists.append(.step) }
    guard stands else { return }
    finding.parts =
      [
        ScorePart(
          .deviation, min((finding.z - rules.z) * rules.deviation, rules.mostDeviation)),
        ScorePart(
          .excess,
          min((finding.impliedPersons - need) * rules.excessPoints, rules.mostExcess)),
      ] + finder.parts(finding.evidence)
    if finding.score >= rules.score { finding.lists.insert(.standing, at: 0) }
  }

  /// By how much the use went up; nil where somebody was not there before or is not there now.
  private func step(_ standings: [Standing]) -> Double? {
    let rules = settings.step
    guard let step = standings.step(rules),
      let before = Spread.median(
        standings.dropLast(rules.recent).suffix(rules.before).map(\.period.perDay)),
      before >= settings.water.leastUse
    else { return nil }
    return step
  }

  /// The number that so many of some numbers reach.
  private static func reached(_ numbers: [Double], by count: Int) -> Double {
    numbers.sorted(by: >)[count - 1]
  }

  private func report(_ given: [HomeFinding]) -> UseReport {
    var findings = given
    let judged = findings.indices.filter { findings[$0].notJudged == nil }
    let rates = FalseDiscoveries.rates(judged.map { findings[$0].chance })
    for (place, index) in judged.enumerated() { findings[index].falseShare = rates[place] }
    let listed = findings.filter { $0.lists.contains(.standing) }
    let share = listed.map(\.falseShare).max() ?? 0
    return UseReport(
      homes: findings, judged: judged.count,
      byChance: Double(judged.count) * NormalTail.above(settings.standing.z),
      expectedFalse: Double(listed.count) * share)
  }
}
