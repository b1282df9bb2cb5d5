/// What is usual among the homes of a group in a month, for one service.
///
/// Homes with next to no use are nobody's peers: where nobody lives, nothing is usual.
struct PeerTable {
  private struct Key: Hashable {
    var group: PeerGroup
    var month: Int
  }

  private let spreads: [Key: Spread]
  private let rules: PeerRules

  /// - Parameters:
  ///   - periods: those of each home, in the order of `homes`; empty for one that is not compared.
  init(
    _ homes: [Home], periods: [[UsePeriod]], service: PeriodRules, _ rules: PeerRules
  ) {
    self.rules = rules
    var levels: [Key: [Double]] = [:]
    for (home, own) in zip(homes, periods) where !own.isEmpty {
      for group in PeerGroup.all(of: home, rules) {
        for period in own where period.perDay >= service.leastUse {
          levels[Key(group: group, month: period.month), default: []].append(period.level)
        }
      }
    }
    spreads = levels.compactMapValues { $0.count >= rules.least ? Spread($0) : nil }
  }

  /// The nearest group of a home that has enough peers in a month, and what is usual there.
  func usual(of groups: [PeerGroup], month: Int) -> (group: PeerGroup, spread: Spread)? {
    for group in groups {
      if let spread = spreads[Key(group: group, month: month)] { return (group, spread) }
    }
    return nil
  }

  /// Each period of a home that has peers, beside them.
  func standings(of groups: [PeerGroup], _ periods: [UsePeriod]) -> [Standing] {
    periods.compactMap { period in
      usual(of: groups, month: period.month).map { group, spread in
        Standing(
          period: period, group: group, peers: spread.count,
          above: period.level - spread.median,
          z: 0.6745 * (period.level - spread.median) / max(spread.deviation, rules.floor))
      }
    }
  }
}
