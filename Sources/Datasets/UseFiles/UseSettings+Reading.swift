import UseAnomaly

/// The limits as YAML; every key is needed, since the program has no limit of its own:
///
/// ```yaml
/// water: {days: [20, 100], offset: 0.001, least: 0.010}    # m3 a day
/// power: {days: [20, 50], offset: 0.1, least: 0.5}         # kWh a day
/// peers: {areas: [50, 70, 90, 110, 144], least: 8, floor: 0.2}
/// standing:
///   z: 1.5
///   excess: 3                     # persons more than are known
///   person: 0.150                 # m3 a day
///   periods: {count: 3, among: 4}
///   score: 5
///   points: {deviation: {each: 1, most: 3}, excess: {each: 0.5, most: 4}}
/// step: {recent: 3, before: [3, 12], ratio: 2}
/// power_evidence: {periods: 6, steady: 1.25}
/// evidence:
///   leases: {limit: 1, points: 1}
/// ```
extension UseSettings {
  static let keys = ["water", "power", "peers", "standing", "step", "power_evidence", "evidence"]

  /// Reads them among the members of a file, where all must be.
  init(_ members: [String: ManifestNode], of root: ManifestNode) throws {
    let parts = try NeededMembers(members, keys: Self.keys, of: root)
    let power = try parts["power_evidence"].needed(["periods", "steady"])
    self.init(
      water: try PeriodRules(parts["water"]), power: try PeriodRules(parts["power"]),
      peers: try PeerRules(parts["peers"]), standing: try StandingRules(parts["standing"]),
      step: try StepRules(parts["step"]),
      powerPeriods: try power["periods"].integer(atLeast: 1),
      steadyPower: try power["steady"].number(above: 0),
      evidence: try Self.evidence(parts["evidence"]))
  }

  private static func evidence(_ node: ManifestNode) throws -> [Evidence.Kind: EvidenceRule] {
    let kinds = Evidence.Kind.allCases.map(\.rawValue)
    var rules: [Evidence.Kind: EvidenceRule] = [:]
    for (name, member) in try node.members(known: kinds) {
      let parts = try member.needed(["limit", "points"])
      guard let kind = Evidence.Kind(rawValue: name) else { continue }
      rules[kind] = EvidenceRule(
        limit: try parts["limit"].number(atLeast: 0),
        points: try parts["points"].number(atLeast: 0))
    }
    return rules
  }
}

extension PeriodRules {
  fileprivate init(_ node: ManifestNode) throws {
    let parts = try node.needed(["days", "offset", "least"])
    let days = try parts["days"].range(atLeast: 1)
    self.init(
      shortest: days.lowerBound, longest: days.upperBound,
      offset: try parts["offset"].number(above: 0), leastUse: try parts["least"].number(atLeast: 0))
  }
}

extension PeerRules {
  fileprivate init(_ node: ManifestNode) throws {
    let parts = try node.needed(["areas", "least", "floor"])
    var areas: [Double] = []
    for item in try parts["areas"].itemsOrOne() {
      areas.append(try item.number(above: areas.last ?? 0))
    }
    self.init(
      areas: areas, least: try parts["least"].integer(atLeast: 2),
      floor: try parts["floor"].number(above: 0))
  }
}

extension StandingRules {
  fileprivate init(_ node: ManifestNode) throws {
    let parts = try node.needed(["z", "excess", "person", "periods", "score", "points"])
    let periods = try parts["periods"].needed(["count", "among"])
    let count = try periods["count"].integer(atLeast: 1)
    let points = try parts["points"].needed(["deviation", "excess"])
    let deviation = try points["deviation"].needed(["each", "most"])
    let excess = try points["excess"].needed(["each", "most"])
    self.init(
      z: try parts["z"].number(atLeast: 0), excess: try parts["excess"].number(atLeast: 0),
      person: try parts["person"].number(above: 0), periods: count,
      among: try periods["among"].integer(atLeast: count),
      score: try parts["score"].number(atLeast: 0),
      deviation: try deviation["each"].number(atLeast: 0),
      mostDeviation: try deviation["most"].number(atLeast: 0),
      excessPoints: try excess["each"].number(atLeast: 0),
      mostExcess: try excess["most"].number(atLeast: 0))
  }
}

extension StepRules {
  fileprivate init(_ node: ManifestNode) throws {
    let parts = try node.needed(["recent", "before", "ratio"])
    let before = try parts["before"].range(atLeast: 1)
    self.init(
      recent: try parts["recent"].integer(atLeast: 1), fewestBefore: before.lowerBound,
      before: before.upperBound, ratio: try parts["ratio"].number(above: 1))
  }
}
