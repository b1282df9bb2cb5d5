/// What one way through the register gives, with all its faults.
struct MatchOutcome {
  /// The entry that is answered: never below what the text allows.
  let node: UInt32
  let faults: [MatchFault]
  let penalty: Int
  let cost: Int
  let unused: [Range<Int>]
  let isUnsure: Bool
  let isSuccessor: Bool
  /// All elements were found and the whole text was used.
  let isSupported: Bool

  /// Nil where nothing of the text was found.
  init?(
    _ state: MatchState, of reading: Reading, _ query: MatchQuery, _ register: AddressRegister,
    start: UInt32
  ) {
    guard state.node != 0, state.found != 0 else { return nil }
    var node = state.node
    // An unread number below the road: the door is not known, whatever was found.
    if query.hasUnusedNumber {
      while node > 0, register.levels[Int(node)] >= .door { node = register.parents[Int(node)] }
      guard node > 0 else { return nil }
    }
    let denied = query.denied(by: state, register)
    for denial in denied { node = min(node, denial.above) }
    guard node > 0 else { return nil }
    self.node = node
    let own = denied.isEmpty ? state.faults : Self.faults(state.faults, denied: denied.map(\.item))
    faults = query.faults + own
    let penaltyOf = { (faults: [MatchFault]) in faults.reduce(0) { $0 + $1.penalty } }
    penalty = state.penalty - penaltyOf(state.faults) + penaltyOf(faults)
    cost = reading.cost
    unused = reading.unused
    isSuccessor = state.isSuccessor
    // A number denied on the way to a name outweighs the name; a name by its variants alone is no
    // more than a suggestion.
    let isDenied = state.isDenied && !state.isBlocked
    // Each building has an entrance 1.
    let isAnyEntrance =
      register.levels[Int(node)] == .entrance && faults.contains(.omitted(.building))
    isUnsure =
      isDenied || isAnyEntrance || query.losesName(state, faults) || state.isVariant
      || faults.contains(where: \.leavesUnsure)
    isSupported = !faults.contains(where: \.isMissing)
  }

  /// The faults of a way on which numbers of the text turned out to be denied: they are named so, and what lay below
  /// them is not said to be left out.
  private static func faults(_ faults: [MatchFault], denied: [MatchQuery.Item]) -> [MatchFault] {
    let kinds = denied.map(\.kind)
    let others = faults.filter { fault in
      switch fault {
      case .omitted: false
      case .beyondRegister(let kind, _): !kinds.contains(kind)
      default: true
      }
    }
    return others
      + denied.map {
        $0.kind == .roadNumber ? .numberNotOnRoad($0.source) : .unitAbsent($0.kind, $0.source)
      }
  }
}
