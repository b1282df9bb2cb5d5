/// Rows of a register that take the place of others.
public struct RegisterChanges: Sendable, Hashable {
  /// New rows and new values of old ones, by their id.
  public let rows: [AddressRow]
  /// Ids to be left out; what lies below them by `parent` goes too.
  public let removed: [Int64]

  /// Rows that come and ids that go.
  public init(rows: [AddressRow], removed: [Int64] = []) {
    self.rows = rows
    self.removed = removed
  }
}

/// A register after changes.
public struct ChangedRegister: Sendable {
  /// Equal to one that is built from all rows anew.
  public let register: AddressRegister
  /// The names under which something changed, ascending: only a text that names one of them, or
  /// none at all, can have another answer than before.
  public let touched: [RegisterElement]
  /// What could not be taken from the rows, by id.
  public let faults: [RegisterFault]
}

extension AddressRegister {
  /// Applies changes.
  ///
  /// O(n log n): the arrays are made anew from the rows they hold.
  public func applying(_ changes: RegisterChanges) -> ChangedRegister {
    let changed = Set(changes.rows.map(\.id)).union(changes.removed)
    var builder = RegisterBuilder()
    for node in byID where !changed.contains(ids[Int(node)]) {
      if let row = row(Int(node)) { builder.add(row) }
    }
    for row in changes.rows { builder.add(row) }
    let (register, faults) = builder.build()
    var touched: Set<RegisterElement> = []
    for id in changed {
      if let index = index(of: id) { collectNames(at: index.rawValue, into: &touched) }
      if let index = register.index(of: id) {
        register.collectNames(at: index.rawValue, into: &touched)
      }
    }
    for register in [self, register] {
      for link in register.successors where changed.contains(link.id) {
        register.collectNames(at: link.from, into: &touched)
      }
    }
    return ChangedRegister(register: register, touched: touched.sorted(), faults: faults)
  }

  /// The row an entry was made of; nil for one that only rows below it name.
  public func row(of index: EntryIndex) -> AddressRow? { row(Int(index.rawValue)) }

  private func row(_ node: Int) -> AddressRow? {
    guard node > 0, node < parents.count, given[node] > 0 else { return nil }
    var elements: [RegisterElement] = []
    var above = node
    while elements.count < Int(given[node]), above > 0 {
      elements.append(element(above))
      above = Int(parents[above])
    }
    let own = UInt32(truncatingIfNeeded: node)
    return AddressRow(
      id: ids[node], parent: above > 0 ? ids[above] : nil, elements: elements.reversed(),
      name: nameOf[node] == .max ? [] : Array(names.key(Int(nameOf[node]))),
      status: statuses[node], validity: firstDays[node]...lastDays[node],
      successor: Self.id(of: own, in: successors), main: Self.id(of: own, in: mains),
      aliases: aliases(of: own), positions: positions[positionRange(node)].map(\.position))
  }

  private static func id(of node: UInt32, in links: [EntryLink]) -> Int64? {
    var low = 0
    var high = links.count
    while low < high {
      let middle = (low + high) / 2
      if links[middle].from < node { low = middle + 1 } else { high = middle }
    }
    return low < links.count && links[low].from == node ? links[low].id : nil
  }

  /// The other names of an entry.
  public func aliases(of index: EntryIndex) -> [AddressAlias] { aliases(of: index.rawValue) }

  private func aliases(of node: UInt32) -> [AddressAlias] {
    var low = 0
    var high = aliases.count
    while low < high {
      let middle = (low + high) / 2
      if aliases[middle].entry < node { low = middle + 1 } else { high = middle }
    }
    var result: [AddressAlias] = []
    while low < aliases.count, aliases[low].entry == node {
      result.append(aliases[low].alias)
      low += 1
    }
    return result
  }

  /// The names by which a text comes to an entry: its own or the nearest above it, the names below
  /// it, and the aliases of all of these.
  private func collectNames(at node: UInt32, into names: inout Set<RegisterElement>) {
    var above = node
    while above > 0, !kind(Int(above)).isName {
      collectAliases(of: above, into: &names)
      above = parents[Int(above)]
    }
    if above > 0 { collect(above, into: &names) }
    for below in node..<ends[Int(node)] where kind(Int(below)).isName || hasAlias(below) {
      collect(below, into: &names)
    }
  }

  private func hasAlias(_ node: UInt32) -> Bool { !aliases(of: node).isEmpty }

  private func collect(_ node: UInt32, into names: inout Set<RegisterElement>) {
    names.insert(element(Int(node)))
    collectAliases(of: node, into: &names)
  }

  private func collectAliases(of node: UInt32, into names: inout Set<RegisterElement>) {
    for alias in aliases(of: node) { names.formUnion(alias.elements.filter(\.kind.isName)) }
  }
}
