extension Descent {
  /// A division, road, estate or place: looked for below what was reached, as another name of it,
  /// by variants of its characters, and at last outside.
  func name(_ state: MatchState, _ place: Int, into next: inout [MatchState]) {
    let item = query.items[place]
    let before = next.count
    if let atom = item.atom {
      if isAbove(state.node, item) {
        confirm(state, place, [], into: &next)
        return
      }
      for place_ in register.below(state.node, atom: atom) {
        unblock(state, at: register.byAtom[place_], place, [], into: &next)
      }
      byAlias(state, atom, place, into: &next)
    }
    if next.count > before { return }
    byVariant(state, place, into: &next)
    if next.count > before {
      skip(state, item, into: &next)
      return
    }
    if !item.isImplied || state.node == start { outside(state, place, into: &next) }
    skip(state, item, into: &next)
  }

  private func confirm(
    _ state: MatchState, _ place: Int, _ faults: [MatchFault], into next: inout [MatchState]
  ) {
    var state = state
    state.found |= bit(place)
    for fault in faults { state.add(fault) }
    next.append(state)
  }

  /// Arrives at a named entry, from which numbers count again.
  private func unblock(
    _ state: MatchState, at hit: UInt32, _ place: Int, _ faults: [MatchFault],
    into next: inout [MatchState]
  ) {
    var state = state
    state.isBlocked = false
    arrive(state, at: hit, place, faults: faults, into: &next)
  }

  /// Other names: of something below what was reached, or of that itself or something above it.
  private func byAlias(
    _ state: MatchState, _ atom: UInt32, _ place: Int, into next: inout [MatchState]
  ) {
    let source = query.items[place].source
    for edge in register.aliasEdges(of: atom) {
      let fault: MatchFault =
        edge.kind == .formerName ? .formerName(source) : .secondName(source)
      if register.isWithin(state.node, edge.target) {
        confirm(state, place, edge.kind == .formerName ? [fault] : [], into: &next)
      } else if register.isWithin(edge.target, state.node) {
        unblock(state, at: edge.target, place, [fault], into: &next)
      }
    }
  }

  /// The same name as another kind of element, or with characters that are written for its own.
  private func byVariant(_ state: MatchState, _ place: Int, into next: inout [MatchState]) {
    let item = query.items[place]
    for atom in names.atoms(like: item.key) where atom != item.atom {
      let isEqual = register.atoms.key(Int(atom)).elementsEqual(item.key)
      let fault: MatchFault = isEqual ? .nameKind(item.source) : .nameVariant(item.source)
      guard Self.canBe(item.kind, register.atoms.kind(Int(atom))) else { continue }
      for hit in register.below(state.node, atom: atom) {
        let before = next.count
        unblock(state, at: register.byAtom[hit], place, [fault], into: &next)
        guard !isEqual, !item.kind.isDivision else { continue }
        let isAlone = register.levels[Int(state.node)] < .road
        for added in before..<next.count {
          next[added].isVariant = true
          next[added].isAloneVariant = isAlone
        }
      }
    }
  }

  /// Whether a name of one kind may be in the register as another: names of estates, places and
  /// roads are not always told apart, nor villages and communities.
  private static func canBe(_ kind: ElementKind, _ other: UInt8) -> Bool {
    guard let other = ElementKind(rawValue: other) else { return false }
    let places: [ElementKind] = [.community, .villageGroup, .road, .estate, .place]
    return kind == other || places.contains(kind) && places.contains(other)
      || kind == .town && other == .community || kind == .community && other == .town
  }

  /// The name elsewhere: in the smallest entry around what was reached that holds it, with what the
  /// text said of the way there against it.
  private func outside(_ state: MatchState, _ place: Int, into next: inout [MatchState]) {
    let item = query.items[place]
    guard let atom = item.atom, item.kind.isName, item.kind != .villageGroup else { return }
    var scope = state.node
    while scope > 0 {
      scope = register.parents[Int(scope)]
      let hits = register.below(scope, atom: atom)
      let others = register.aliasEdges(of: atom).filter { register.isWithin($0.target, scope) }
      guard !hits.isEmpty || !others.isEmpty else { continue }
      let faults = against(state, leaving: scope)
      for hit in hits { unblock(state, at: register.byAtom[hit], place, faults, into: &next) }
      for edge in others {
        let other: MatchFault =
          edge.kind == .formerName ? .formerName(item.source) : .secondName(item.source)
        unblock(state, at: edge.target, place, faults + [other], into: &next)
      }
      return
    }
  }

  /// The elements that were found between an entry around and the one reached: they speak against
  /// what lies elsewhere.
  private func against(_ state: MatchState, leaving scope: UInt32) -> [MatchFault] {
    var faults: [MatchFault] = []
    var node = state.node
    while node > scope {
      for (place, item) in query.items.enumerated()
      where state.found & bit(place) != 0 && item.atom == register.atomOf[Int(node)] {
        if item.kind.isDivision {
          faults.append(.localityContradicts(item.kind, item.source))
        } else if item.kind.isName {
          faults.append(.notOnThisRoad(item.kind, item.source))
        }
      }
      node = register.parents[Int(node)]
    }
    return faults
  }

  /// Whether a name stands right before the number of a door that was found on a road: then the number
  /// may be the name's own.
  private func ownsNumber(_ item: MatchQuery.Item, _ state: MatchState) -> Bool {
    let after = query.items.enumerated().filter { place, other in
      state.found & bit(place) != 0 && other.source.lowerBound >= item.source.upperBound
    }
    let next = after.map(\.element).min { $0.source.lowerBound < $1.source.lowerBound }
    return !item.isImplied && next?.kind == .roadNumber
  }

  /// Whether the name of something below an entry is the beginning of a name that is not there: 秋苑新村甲 before 3幢 is
  /// building 甲3 of 秋苑新村, and 橡树华庭一期 another part of it.
  private func beginsAsOther(_ item: MatchQuery.Item, _ node: UInt32) -> Bool {
    // Whole characters of three bytes, two of them at least.
    for end in stride(from: 6, to: item.key.count, by: 3) {
      let beginning = Array(item.key[..<end])
      for kind in [ElementKind.estate, .place] {
        if let atom = register.atom(kind, beginning), !register.below(node, atom: atom).isEmpty {
          return true
        }
      }
    }
    return false
  }

  /// The name is nowhere: whether numbers after it can still be trusted depends on what was reached.
  private func skip(_ state: MatchState, _ item: MatchQuery.Item, into next: inout [MatchState]) {
    var state = state
    if item.isImplied {
      next.append(state)
      return
    }
    if item.kind.isDivision {
      state.add(.localityContradicts(item.kind, item.source))
    } else {
      state.add(.roadMissing(item.kind, item.source))
      let hasDoor = register.levels[Int(state.node)] >= .door && state.node > 0
      let hasOther = register.hasChild(of: state.node, kind: item.kind)
      if item.kind == .place ? !hasDoor : !hasDoor || hasOther { state.isBlocked = true }
      if beginsAsOther(item, state.node) { state.isBlocked = true }
      if hasDoor, ownsNumber(item, state) {
        while state.node > 0, register.levels[Int(state.node)] >= .door {
          state.node = register.parents[Int(state.node)]
        }
        state.isBlocked = true
      }
    }
    next.append(state)
  }
}
