/// How far one way through the register has come with a reading.
struct MatchState {
  /// The entry reached.
  var node: UInt32
  var penalty = 0
  var faults: [MatchFault] = []
  /// The elements that were found, a bit each by their place in the query.
  var found: UInt64 = 0
  /// A number was denied or its road not found: the numbers after it say nothing.
  var isBlocked = false
  /// A number was denied before a name was found below or elsewhere.
  var isDenied = false
  /// A name was found by a variant, and no number has confirmed it.
  var isVariant = false
  /// Nothing but divisions lay above that name: the number of a building or a room is no confirmation, for every
  /// estate has a building 1.
  var isAloneVariant = false
  /// Reached by what took the place of a historic entry.
  var isSuccessor = false

  init(node: UInt32) { self.node = node }

  mutating func add(_ fault: MatchFault) {
    faults.append(fault)
    penalty += fault.penalty
  }
}
