/// Decides between the outcomes of all readings of a text.
struct MatchRanking {
  /// One for each entry, the best first.
  private let outcomes: [MatchOutcome]
  private let register: AddressRegister
  private let settings: MatchSettings

  init(_ all: [MatchOutcome], register: AddressRegister, settings: MatchSettings) {
    self.register = register
    self.settings = settings
    guard all.count > 1 else {
      outcomes = all
      return
    }
    var seen: Set<UInt32> = []
    outcomes = all.enumerated().sorted { one, other in
      let (first, second) = (one.element, other.element)
      if first.penalty != second.penalty { return first.penalty < second.penalty }
      if first.cost != second.cost { return first.cost < second.cost }
      if first.node != second.node { return first.node < second.node }
      return one.offset < other.offset
    }.map(\.element).filter { seen.insert($0.node).inserted }
  }

  func result(unused: [Range<Int>]) -> MatchResult {
    guard let best = outcomes.first else { return .nothing(unused: unused) }
    let rivals = rivals(of: best)
    let equals = rivals.filter { isEqual($0, best) }
    var node: UInt32 = best.node
    for other in equals { node = register.commonAncestor(node, other.node) }
    let level = node == 0 ? AddressLevel.none : register.levels[Int(node)]
    let certainty = certainty(of: best, isTie: !equals.isEmpty, level: level)
    let isOpen = certainty == .unsure || certainty == .none
    let isAnswer = certainty != .none && node > 0
    let index = EntryIndex(rawValue: node)
    return MatchResult(
      certainty: certainty, entry: isAnswer ? index : nil,
      successor: isAnswer ? successor(of: best, at: index) : nil,
      level: isAnswer ? level : .none,
      precision: isAnswer ? register.packedPosition(for: node)?.kind : nil,
      score: score(best),
      distinguishability: rivals.first.map { max(0, $0.penalty - best.penalty) } ?? 100,
      faults: best.faults, unused: best.unused, candidates: isOpen ? candidates() : [],
      candidateCount: isOpen ? outcomes.count : 0)
  }

  private func score(_ outcome: MatchOutcome) -> Int { max(0, 100 - outcome.penalty) }

  private func candidates() -> [MatchCandidate] {
    outcomes.sorted { ($0.penalty, $0.node) < ($1.penalty, $1.node) }
      .prefix(max(0, settings.candidates))
      .map { MatchCandidate(entry: EntryIndex(rawValue: $0.node), score: score($0)) }
  }

  /// The other outcomes that lie on no line with the best: what holds it or lies in it is no rival,
  /// nor is what took its place.
  private func rivals(of best: MatchOutcome) -> [MatchOutcome] {
    outcomes.dropFirst().filter { other in
      !register.isWithin(best.node, other.node)
        && !(register.isWithin(other.node, best.node) && !best.isSupported)
        && !(other.isSuccessor && !best.isSuccessor)
    }
  }

  /// Two that the register supports alike; of readings with an element missing the cheaper wins.
  private func isEqual(_ other: MatchOutcome, _ best: MatchOutcome) -> Bool {
    if best.isSupported { return other.isSupported && other.penalty <= best.penalty }
    return other.penalty == best.penalty && other.cost == best.cost
  }

  private func certainty(
    of best: MatchOutcome, isTie: Bool, level: AddressLevel
  ) -> MatchCertainty {
    let score = score(best)
    if score < settings.leastScore { return .none }
    if isTie { return .unsure }
    if level < settings.floor { return .none }
    if best.isUnsure || score < settings.sureScore { return .unsure }
    return best.faults.isEmpty ? .equal : .sure
  }

  private func successor(of best: MatchOutcome, at index: EntryIndex) -> EntryIndex? {
    if let successor = register.successor(of: index) { return successor }
    guard best.faults.contains(where: \.isHistoric), !best.isSuccessor else { return nil }
    return outcomes.first(where: \.isSuccessor).map { EntryIndex(rawValue: $0.node) }
  }
}
