/// Walks a register with the elements of one reading, from the whole to the part.
///
/// All ways are kept that the register supports; nothing is decided here.
struct Descent {
  let register: AddressRegister
  let names: NameIndex
  let settings: MatchSettings
  let query: MatchQuery
  let start: UInt32

  /// The states after the last element, the best first, one for each entry.
  func run() -> [MatchState] {
    var states = [MatchState(node: start)]
    for place in query.items.indices {
      if states.count == 1, let direct = direct(states[0], place) {
        states[0] = direct
        continue
      }
      var next: [MatchState] = []
      for state in states { step(state, place, into: &next) }
      states = Self.pruned(next)
    }
    return states
  }

  /// The plain case: one entry in force directly below, and no other.
  private func direct(_ state: MatchState, _ place: Int) -> MatchState? {
    let item = query.items[place]
    guard let atom = item.atom, !state.isBlocked, !state.isVariant else { return nil }
    let below = register.below(state.node, atom: atom)
    guard below.count == 1 else { return nil }
    let hit = register.byAtom[below.lowerBound]
    guard isInForce(hit) else { return nil }
    if item.kind.isNumber || item.kind == .estatePart || item.kind == .villageGroup {
      guard register.parents[Int(hit)] == state.node else { return nil }
    } else {
      guard register.aliasEdges(of: atom).isEmpty, !isAbove(state.node, item) else { return nil }
    }
    var next = state
    next.node = hit
    next.found |= bit(place)
    return next
  }

  private func step(_ state: MatchState, _ place: Int, into next: inout [MatchState]) {
    let item = query.items[place]
    let isGroup = item.kind == .villageGroup && item.key.first.map(NumberAtom.isDigit) == true
    if item.kind.isNumber || item.kind == .estatePart || isGroup {
      number(state, place, into: &next)
    } else {
      name(state, place, into: &next)
    }
  }

  /// The best state of each entry; those far behind the best are dropped.
  private static func pruned(_ states: [MatchState]) -> [MatchState] {
    guard states.count > 1 else { return states }
    let sorted = states.enumerated().sorted { one, other in
      let first = (one.element.penalty, one.element.node, one.offset)
      return first < (other.element.penalty, other.element.node, other.offset)
    }
    let limit = sorted[0].element.penalty + 60
    var seen: Set<UInt32> = []
    return sorted.lazy.map(\.element).prefix { $0.penalty <= limit }
      .filter { seen.insert($0.node).inserted }
  }

  func bit(_ place: Int) -> UInt64 { place < 64 ? 1 << UInt64(place) : 0 }

  func isInForce(_ node: UInt32) -> Bool {
    let status = register.statuses[Int(node)]
    guard status != .historic, status != .wrong else { return false }
    return isValid(node)
  }

  private func isValid(_ node: UInt32) -> Bool {
    guard let day = settings.day else { return true }
    return register.firstDays[Int(node)] <= day && day <= register.lastDays[Int(node)]
  }

  /// Adds the state at an entry, and the one at what took its place.
  func arrive(
    _ state: MatchState, at hit: UInt32, _ place: Int, faults: [MatchFault] = [],
    into next: inout [MatchState]
  ) {
    let item = query.items[place]
    var arrived = state
    arrived.node = hit
    arrived.found |= bit(place)
    for fault in faults { arrived.add(fault) }
    if item.kind.isNumber, !arrived.isAloneVariant || item.kind <= .subNumber {
      arrived.isVariant = false
    }
    let status = register.statuses[Int(hit)]
    if status == .wrong {
      arrived.add(.wrongEntry(item.source))
    } else if !isInForce(hit), !state.faults.contains(where: \.isHistoric) {
      arrived.add(.historicName(item.source))
    }
    next.append(arrived)
    guard !isInForce(hit),
      let successor = register.successor(of: EntryIndex(rawValue: hit))?.rawValue
    else { return }
    arrived.node = successor
    arrived.isSuccessor = true
    arrived.penalty += 1
    next.append(arrived)
  }

  /// The levels between an entry and one below it that a text may not leave out unsaid.
  func omitted(from node: UInt32, to hit: UInt32) -> [MatchFault] {
    var result: [MatchFault] = []
    var above = register.parents[Int(hit)]
    while above > node {
      let kind = register.kind(Int(above))
      if kind.isNumber && kind != .floor || kind == .estatePart { result.append(.omitted(kind)) }
      above = register.parents[Int(above)]
    }
    return result
  }
}
