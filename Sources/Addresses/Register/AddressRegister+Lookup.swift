extension AddressRegister {
  /// The number of an element's atom; nil where no entry and no alias has it.
  func atom(_ kind: ElementKind, _ key: [UInt8]) -> UInt32? {
    atoms.find(kind: kind.rawValue, key: key)
  }

  /// The stretch of `byAtom` with the entries of an atom that lie below an entry.
  ///
  /// Below the root these are all of them. O(log n).
  func below(_ node: UInt32, atom: UInt32) -> Range<Int> {
    let start = Int(atomStarts[Int(atom)])
    let end = Int(atomStarts[Int(atom) + 1])
    if node == 0 { return start..<end }
    let low = lowerBound(node &+ 1, in: start..<end)
    return low..<lowerBound(ends[Int(node)], in: low..<end)
  }

  private func lowerBound(_ value: UInt32, in range: Range<Int>) -> Int {
    byAtom.withUnsafeBufferPointer { entries in
      var low = range.lowerBound
      var high = range.upperBound
      while low < high {
        let middle = (low &+ high) >> 1
        if entries[middle] < value { low = middle &+ 1 } else { high = middle }
      }
      return low
    }
  }

  /// The children of an entry in order, O(1) each.
  func children(of node: UInt32) -> some Sequence<UInt32> {
    sequence(state: node &+ 1) { [ends] next -> UInt32? in
      guard next < ends[Int(node)] else { return nil }
      defer { next = ends[Int(next)] }
      return next
    }
  }

  /// Whether an entry has a child of a kind.
  func hasChild(of node: UInt32, kind: ElementKind) -> Bool {
    childKinds[Int(node)] & kind.bit != 0
  }

  /// The stretch of `aliasEdges` of an atom.
  func aliasEdges(of atom: UInt32) -> ArraySlice<AliasEdge> {
    guard !aliasEdges.isEmpty else { return [] }
    func lowerBound(_ value: UInt32) -> Int {
      var low = 0
      var high = aliasEdges.count
      while low < high {
        let middle = (low + high) / 2
        if aliasEdges[middle].atom < value { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return aliasEdges[lowerBound(atom)..<lowerBound(atom &+ 1)]
  }

  /// The entries of a kind directly below an entry whose range of numbers holds a number.
  func ranges(below node: UInt32, kind: ElementKind, holding number: Int32) -> [UInt32] {
    guard !ranges.isEmpty else { return [] }
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].parent < node { low = middle + 1 } else { high = middle }
    }
    var result: [UInt32] = []
    while low < ranges.count, ranges[low].parent == node {
      let range = ranges[low]
      if range.kind == kind.rawValue, NumberAtom.contains(range.numbers, number) {
        result.append(range.entry)
      }
      low += 1
    }
    return result
  }

  /// Whether an entry is another or lies below it.
  func isWithin(_ node: UInt32, _ other: UInt32) -> Bool {
    other == 0 || (node >= other && node < ends[Int(other)])
  }

  /// The nearest entry that holds both.
  func commonAncestor(_ one: UInt32, _ other: UInt32) -> UInt32 {
    var node = one
    while !isWithin(other, node) { node = parents[Int(node)] }
    return node
  }
}

extension AddressRegister {
  /// Whether an entry holds others, as a compound its buildings; false for a place not in this register.
  public func hasEntriesBelow(_ index: EntryIndex) -> Bool {
    let node = Int(index.rawValue)
    return node < ends.count && Int(ends[node]) > node + 1
  }
}
