extension Descent {
  /// A number or letter: an atom that an entry has or has not.
  func number(_ state: MatchState, _ place: Int, into next: inout [MatchState]) {
    guard !state.isBlocked else {
      next.append(state)
      return
    }
    let item = query.items[place]
    var arrived = false
    for (hit, faults) in numberHits(state.node, item) {
      arrive(state, at: hit, place, faults: faults, into: &next)
      arrived = true
    }
    if arrived { return }
    if isAbove(state.node, item) {
      next.append(state)
    } else if !several(state, place, into: &next) {
      missing(state, item, into: &next)
    }
  }

  /// The entries below one that have a number: those directly below, else those with the fewest
  /// levels between.
  private func numberHits(
    _ node: UInt32, _ item: MatchQuery.Item
  ) -> [(hit: UInt32, faults: [MatchFault])] {
    if let atom = item.atom {
      let hits = hits(below: node, atom: atom)
      if !hits.isEmpty { return hits }
      let aliases = aliasHits(below: node, atom: atom)
      if !aliases.isEmpty { return aliases.map { ($0, [.secondName(item.source)]) } }
    }
    if let number = NumberAtom.number(item.key) {
      let ranges = register.ranges(below: node, kind: item.kind, holding: number)
      if !ranges.isEmpty { return ranges.map { ($0, [.memberOfRange(item.source)]) } }
    }
    if let other = otherKind(of: item.kind, below: node),
      let atom = register.atom(other, item.key)
    {
      return hits(below: node, atom: atom).map { ($0.hit, $0.faults + [.nameKind(item.source)]) }
    }
    return []
  }

  private func hits(
    below node: UInt32, atom: UInt32
  ) -> [(hit: UInt32, faults: [MatchFault])] {
    var direct: [(hit: UInt32, faults: [MatchFault])] = []
    var deeper: [(hit: UInt32, faults: [MatchFault])] = []
    var least = Int.max
    // A number says nothing in a whole division: there it must stand directly below.
    let isDivision = node == 0 || register.levels[Int(node)] <= .community
    for place in register.below(node, atom: atom) {
      let hit = register.byAtom[place]
      if register.parents[Int(hit)] == node {
        direct.append((hit, []))
      } else if direct.isEmpty, !isDivision {
        let faults = omitted(from: node, to: hit)
        let penalty = faults.reduce(0) { $0 + $1.penalty }
        if penalty < least { deeper.removeAll(keepingCapacity: true) }
        least = min(least, penalty)
        if penalty == least { deeper.append((hit, faults)) }
      }
    }
    return direct.isEmpty ? deeper : direct
  }

  /// The entries that have a number as a second one, looked for directly below an entry.
  private func aliasHits(below node: UInt32, atom: UInt32) -> [UInt32] {
    register.aliasEdges(of: atom).filter { $0.parent == node }.map(\.target)
  }

  /// In a lane or an estate the number of a building may be called one of a door, and the other way
  /// round (29弄13号 is building 13).
  private func otherKind(of kind: ElementKind, below node: UInt32) -> ElementKind? {
    guard node > 0 else { return nil }
    switch register.kind(Int(node)) {
    case .lane, .estate, .estatePart, .row, .villageGroup, .community: break
    default: return nil
    }
    return kind == .roadNumber ? .building : kind == .building ? .roadNumber : nil
  }

  /// Whether an element is that of the entry reached or of one above it.
  func isAbove(_ node: UInt32, _ item: MatchQuery.Item) -> Bool {
    guard let atom = item.atom else { return false }
    var above = node
    while above > 0 {
      if register.atomOf[Int(above)] == atom { return true }
      above = register.parents[Int(above)]
    }
    return false
  }

  /// A range or list of which the register has the members as entries.
  private func several(
    _ state: MatchState, _ place: Int, into next: inout [MatchState]
  ) -> Bool {
    let item = query.items[place]
    var found = false
    for key in Self.members(of: item.key) {
      guard let atom = register.atom(item.kind, key) else { continue }
      for (hit, faults) in hits(below: state.node, atom: atom) {
        arrive(
          state, at: hit, place, faults: faults + [.severalEntries(item.source)], into: &next)
        found = true
      }
    }
    return found
  }

  /// The numbers of a range ("12-14") or list ("13,14,15"); none for any other key and for more
  /// than a hundred.
  static func members(of key: [UInt8]) -> [[UInt8]] {
    if let range = NumberAtom.range(key) {
      guard range.upperBound - range.lowerBound <= 200 else { return [] }
      return range.filter { NumberAtom.contains(range, $0) }.prefix(100)
        .map { Array(String($0).utf8) }
    }
    let comma = UInt8(ascii: ",")
    guard key.contains(comma) else { return [] }
    return key.split(separator: comma).prefix(100).map { NumberAtom.canonical(Array($0)) }
  }

  /// The register does not have a number: what is below it cannot be known, unless the register
  /// does not tell entrances or floors at all.
  private func missing(
    _ state: MatchState, _ item: MatchQuery.Item, into next: inout [MatchState]
  ) {
    var state = state
    let denied = register.hasChild(of: state.node, kind: item.kind)
    if !denied {
      state.add(.beyondRegister(item.kind, item.source))
    } else if item.kind == .roadNumber {
      state.add(.numberNotOnRoad(item.source))
    } else {
      state.add(.unitAbsent(item.kind, item.source))
    }
    let goesOn = !denied && (item.kind == .entrance || item.kind == .floor)
    state.isBlocked = !goesOn
    if denied { state.isDenied = true }
    next.append(state)
  }
}
