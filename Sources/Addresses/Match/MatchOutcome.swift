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
    self.node = node
    faults = query.faults + state.faults
    penalty = state.penalty + query.faults.reduce(0) { $0 + $1.penalty }
    cost = reading.cost
    unused = reading.unused
    isSuccessor = state.isSuccessor
    // A number denied on the way to a name outweighs the name; a name by its variants alone is no
    // more than a suggestion.
    let isDenied = state.isDenied && !state.isBlocked
    isUnsure = isDenied || state.isVariant || faults.contains(where: \.leavesUnsure)
    isSupported = !faults.contains(where: \.isMissing)
  }
}
