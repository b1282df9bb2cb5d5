/// Finds what speaks for and against a home.
struct EvidenceFinder {
  var settings: UseSettings

  /// - Parameters:
  ///   - waterStep: the logarithm by which its water went up, and its power; nil where unknown.
  ///   - power: its periods of power beside its peers', by month.
  func evidence(
    _ home: Home, implied: Double, waterStep: Double?, power: [Standing]
  ) -> [Evidence] {
    let facts = home.facts
    var found: [Evidence] = []
    func add(_ kind: Evidence.Kind, _ number: Double, atMost: Bool = false) {
      guard let rule = settings.evidence[kind] else { return }
      if atMost ? number <= rule.limit : number >= rule.limit {
        found.append(Evidence(kind, number))
      }
    }
    add(.leases, Double(facts.leases))
    add(.listedAsLet, facts.isListedAsLet ? 1 : 0)
    add(.lodgers, Double(facts.lodgers))
    add(.complaints, Double(facts.complaints))
    if let area = home.area, implied > 0 { add(.crowded, area / implied, atMost: true) }
    if let times = powerTimes(power) {
      add(.powerAgrees, times)
      add(.powerDisagrees, times, atMost: true)
    }
    if let ratio = leak(waterStep, power) { add(.leakPattern, ratio) }
    add(.largeFamily, Double(facts.largestFamily))
    add(.business, Double(facts.businesses))
    add(.garden, facts.hasGarden ? 1 : 0)
    add(.infants, Double(facts.infants))
    add(.care, Double(facts.caredFor))
    return found
  }

  func parts(_ evidence: [Evidence]) -> [ScorePart] {
    evidence.compactMap { one in
      settings.evidence[one.kind].map {
        ScorePart(.evidence(one.kind), one.kind.isFor ? $0.points : -$0.points)
      }
    }
  }

  /// How many times the power of its peers it used in the last periods.
  private func powerTimes(_ power: [Standing]) -> Double? {
    Spread.median(power.suffix(settings.powerPeriods).map(\.above)).map(Powers.exponential)
  }

  /// How many times water rose while power stayed as it was.
  private func leak(_ waterStep: Double?, _ power: [Standing]) -> Double? {
    guard let waterStep else { return nil }
    let months = settings.step
    // Power is read more often; the same time is several of its periods.
    guard let powerStep = power.step(months),
      powerStep < Powers.logarithm(settings.steadyPower)
    else { return nil }
    return Powers.exponential(waterStep)
  }
}
