/// Completes addresses for people who type.
///
/// Takes the beginning of a name or a stretch from within it, then numbers: the last one may be
/// unfinished. Answers come in a total order: names that begin with what was typed before others,
/// shorter before longer, then in the order of the register.
public struct AddressSuggester: Sendable {
  /// The register that is looked in.
  public let register: AddressRegister
  /// Every end of every name from a character on, in the order of their bytes.
  private let ends: [NameEnd]

  private struct NameEnd: Sendable {
    let atom: UInt32
    /// Where the end begins in the bytes of the atom's key.
    let offset: UInt16
  }

  /// Sorts the names of a register; O(n log n) in their characters.
  public init(_ register: AddressRegister) {
    self.register = register
    var ends: [NameEnd] = []
    for atom in 0..<register.atoms.count {
      guard let kind = ElementKind(rawValue: register.atoms.kind(atom)), kind.isName else {
        continue
      }
      let key = register.atoms.key(atom)
      for (offset, byte) in key.enumerated() where byte & 0xc0 != 0x80 {
        ends.append(
          NameEnd(atom: UInt32(truncatingIfNeeded: atom), offset: UInt16(clamping: offset)))
      }
    }
    self.ends = ends.sorted { one, other in
      let first = register.atoms.key(Int(one.atom)).dropFirst(Int(one.offset))
      let second = register.atoms.key(Int(other.atom)).dropFirst(Int(other.offset))
      if first.lexicographicallyPrecedes(second) { return true }
      if second.lexicographicallyPrecedes(first) { return false }
      return (one.atom, one.offset) < (other.atom, other.offset)
    }
  }

  /// The entries that what was typed may become.
  ///
  /// - Parameters:
  ///   - typed: folded as keys are, in UTF-8; characters that only follow numbers (号, 幢) may stand
  ///     or not.
  ///   - context: the entry all answers lie in.
  ///   - limit: the greatest number of answers.
  public func suggestions(
    for typed: String, within context: EntryIndex? = nil, limit: Int = 10
  ) -> [EntryIndex] {
    let query = TypedQuery(typed)
    guard limit > 0 else { return [] }
    let scope = context.map(\.rawValue) ?? 0
    guard Int(scope) < register.parents.count else { return [] }
    if query.name.isEmpty {
      return scope == 0 ? [] : children(of: scope, query.numbers[...], limit: limit)
    }
    // What is typed after the longest name that fits is numbers; without any, the name is unfinished.
    var found = BestEntries(limit: limit)
    if query.numbers.isEmpty {
      collect(query.name, scope, into: &found)
      return found.sorted
    }
    for node in named(query.name, within: scope) {
      let isFull = found.isFull
      if isFull { break }
      for entry in children(of: node, query.numbers[...], limit: limit) { found.append(entry) }
    }
    return found.sorted
  }

  /// The names that begin with or hold what was typed.
  private func collect(_ typed: [UInt8], _ scope: UInt32, into found: inout BestEntries) {
    var place = lowerBound(typed)
    while place < ends.count {
      let end = ends[place]
      let key = register.atoms.key(Int(end.atom))
      guard key.dropFirst(Int(end.offset)).starts(with: typed) else { return }
      place += 1
      let rank = UInt32(end.offset == 0 ? 0 : 1) << 16 | UInt32(min(key.count, 0xffff))
      guard found.takes(rank) else { continue }
      for hit in register.below(scope, atom: end.atom) {
        found.insert(register.byAtom[hit], rank: rank)
      }
      for edge in register.aliasEdges(of: end.atom) where register.isWithin(edge.target, scope) {
        found.insert(edge.target, rank: rank)
      }
    }
  }

  /// The entries whose name is what was typed, else those whose name ends or begins with it, in the
  /// order of the register.
  private func named(_ typed: [UInt8], within scope: UInt32) -> [UInt32] {
    var whole: [UInt32] = []
    var part: [UInt32] = []
    var place = lowerBound(typed)
    while place < ends.count, part.count < 200 {
      let end = ends[place]
      let key = register.atoms.key(Int(end.atom))
      guard key.dropFirst(Int(end.offset)).starts(with: typed) else { break }
      place += 1
      var hits = register.below(scope, atom: end.atom).map { register.byAtom[$0] }
      for edge in register.aliasEdges(of: end.atom) where register.isWithin(edge.target, scope) {
        hits.append(edge.target)
      }
      if key.count == typed.count { whole += hits } else { part += hits }
    }
    return (whole.isEmpty ? part : whole).sorted()
  }

  private func lowerBound(_ typed: [UInt8]) -> Int {
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      let end = ends[middle]
      let key = register.atoms.key(Int(end.atom)).dropFirst(Int(end.offset))
      if key.lexicographicallyPrecedes(typed) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The entries below one that the numbers lead to: all but the last are whole, the last one may be
  /// unfinished and is taken whole first, then by the size of the number.
  private func children(
    of node: UInt32, _ numbers: ArraySlice<[UInt8]>, limit: Int
  ) -> [EntryIndex] {
    guard let first = numbers.first else { return [EntryIndex(rawValue: node)] }
    if numbers.count > 1 {
      var result: [EntryIndex] = []
      for child in register.children(of: node) where key(child).elementsEqual(first) {
        result += children(of: child, numbers.dropFirst(), limit: limit - result.count)
        if result.count >= limit { break }
      }
      return result
    }
    var found = BestEntries(limit: limit)
    for child in register.children(of: node) {
      let key = key(child)
      guard key.starts(with: first) else { continue }
      // Shorter numbers are smaller ones; of one length the bytes decide.
      let value = NumberAtom.number(key).map { UInt32(bitPattern: $0) } ?? 0x7fff_ffff
      found.insert(child, rank: key.count == first.count ? 0 : value)
    }
    return found.sorted
  }

  private func key(_ node: UInt32) -> ArraySlice<UInt8> {
    register.atoms.key(Int(register.atomOf[Int(node)]))
  }
}
