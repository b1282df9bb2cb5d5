extension RegisterBuilder {
  /// Makes the register; what could not be taken is in `faults`, ordered by id.
  ///
  /// O(n log n) in the number of rows.
  public consuming func build() -> (register: AddressRegister, faults: [RegisterFault]) {
    let order = rowOrder()
    let byDepth = depthOrder(order)
    var tree = RegisterTree(capacity: ids.count)
    var nodeOfRow = [UInt32](repeating: .max, count: ids.count)
    for packed in byDepth {
      let row = Int(order.rows[Int(packed & 0xffff_ffff)])
      var node = parents[row].flatMap { order.row($0) }.map { nodeOfRow[$0] } ?? 0
      let path = elements(of: row)
      for atom in path.dropLast() { node = tree.slot(parent: node, atom: atom) }
      if let own = path.last { nodeOfRow[row] = tree.add(row: row, parent: node, atom: own) }
    }
    let edges = aliasEdges(order, nodeOfRow: nodeOfRow, tree: &tree)
    let register = numbered(tree, edges: edges, order: order)
    return (register, faults.sorted { $0.order < $1.order })
  }

  /// The rows that count, by id; of several with one id, the first in the order of their values.
  private mutating func rowOrder() -> RowOrder {
    let ids = self.ids
    let sorted = (0..<ids.count).map { UInt32(truncatingIfNeeded: $0) }
      .sorted { (ids[Int($0)], $0) < (ids[Int($1)], $1) }
    var kept: [UInt32] = []
    kept.reserveCapacity(sorted.count)
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, ids[Int(sorted[end])] == ids[Int(sorted[start])] { end += 1 }
      var best = sorted[start]
      for other in sorted[start..<end].dropFirst() {
        faults.append(.duplicateID(ids[Int(other)]))
        if signature(Int(other)).lexicographicallyPrecedes(signature(Int(best))) { best = other }
      }
      kept.append(best)
      start = end
    }
    return RowOrder(rows: kept, ids: kept.map { ids[Int($0)] })
  }

  /// All values of a row as bytes, to order rows of one id.
  private func signature(_ row: Int) -> [UInt8] {
    var text = "\(parents[row].map(String.init) ?? "")|\(statuses[row].rawValue)"
    text += "|\(firstDays[row])|\(lastDays[row])"
    for link in successors where link.row == UInt32(row) { text += "|s\(link.id)" }
    for link in mains where link.row == UInt32(row) { text += "|m\(link.id)" }
    for atom in elements(of: row) {
      text += "|\(atoms.kind(Int(atom)))\(Array(atoms.key(Int(atom))))"
    }
    text += "|\(Array(names.key(Int(nameOf[row]))))"
    for alias in aliases(of: row) {
      text += "|\(alias.kind.rawValue),\(alias.under.map(String.init) ?? "")"
      for element in alias.elements { text += ",\(element.kind.rawValue)\(element.key)" }
    }
    for point in positions(of: row) {
      text += "|\(point.kind.rawValue),\(point.longitude),\(point.latitude)"
    }
    return Array(text.utf8)
  }

  /// The places in `order` of the rows that can be reached, packed behind depth and status so that
  /// whatever lies above comes first and, of several rows of one element, the one in force.
  private mutating func depthOrder(_ order: RowOrder) -> [UInt64] {
    var depths = [Int32](repeating: 0, count: ids.count)  // 0 unknown, -1 on the way, -2 left out
    var result: [UInt64] = []
    result.reserveCapacity(order.rows.count)
    for start in order.rows {
      var chain: [Int] = []
      var next: Int? = Int(start)
      while let row = next, depths[row] == 0 {
        depths[row] = -1
        chain.append(row)
        next = parents[row].flatMap { order.row($0) }
      }
      if let row = next, depths[row] == -1 { markCycle(from: row, order, &depths) }
      for row in chain.reversed() where depths[row] == -1 {
        depths[row] = depth(of: row, order, depths)
        if depths[row] == -2, let parent = parents[row] {
          faults.append(.parentMissing(id: ids[row], parent: parent))
        }
      }
    }
    for (place, row) in order.rows.enumerated() where depths[Int(row)] > 0 {
      let depth = UInt64(UInt16(clamping: depths[Int(row)]))
      let status = UInt64(statuses[Int(row)].rawValue)
      result.append(depth << 48 | status << 40 | UInt64(place))
    }
    return result.sorted()
  }

  private func depth(of row: Int, _ order: RowOrder, _ depths: [Int32]) -> Int32 {
    let own = Int32(clamping: elements(of: row).count)
    guard let parent = parents[row] else { return own }
    guard let above = order.row(parent), depths[above] > 0, depths[above] < 1000 else { return -2 }
    return depths[above] &+ own
  }

  private mutating func markCycle(from row: Int, _ order: RowOrder, _ depths: inout [Int32]) {
    var next = row
    repeat {
      depths[next] = -2
      faults.append(.cycle(id: ids[next]))
      next = parents[next].flatMap { order.row($0) } ?? row
    } while next != row
  }

  private mutating func aliasEdges(
    _ order: RowOrder, nodeOfRow: [UInt32], tree: inout RegisterTree
  ) -> [AliasEdge] {
    guard !aliases.isEmpty else { return [] }
    var edges: [AliasEdge] = []
    for row in order.rows.lazy.map({ Int($0) }) where nodeOfRow[row] != .max {
      for alias in aliases(of: row) {
        var node = tree.parents[Int(nodeOfRow[row])]
        if let under = alias.under {
          guard let above = order.row(under), nodeOfRow[above] != .max else {
            faults.append(.aliasParentMissing(id: ids[row], parent: under))
            continue
          }
          node = nodeOfRow[above]
        }
        let path = alias.elements.map { intern($0) }
        for atom in path.dropLast() { node = tree.slot(parent: node, atom: atom) }
        guard let last = path.last else { continue }
        edges.append(
          AliasEdge(atom: last, parent: node, target: nodeOfRow[row], kind: alias.kind))
      }
    }
    return edges
  }
}

/// The rows that count in the order of their ids.
struct RowOrder {
  let rows: [UInt32]
  let ids: [Int64]

  /// The row with an id.
  func row(_ id: Int64) -> Int? {
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id ? Int(rows[low]) : nil
  }
}

/// Leads from an element below an entry to another entry.
struct AliasEdge: Sendable, Hashable, Comparable {
  var atom: UInt32
  var parent: UInt32
  var target: UInt32
  let kind: AddressAlias.Kind

  static func < (one: Self, other: Self) -> Bool {
    (one.atom, one.parent, one.target, one.kind.rawValue)
      < (other.atom, other.parent, other.target, other.kind.rawValue)
  }
}

extension RegisterFault {
  /// By id, then by kind of fault.
  fileprivate var order: (Int64, Int, Int64) {
    switch self {
    case .noElement(let id): (id, 0, 0)
    case .duplicateID(let id): (id, 1, 0)
    case .parentMissing(let id, let parent): (id, 2, parent)
    case .cycle(let id): (id, 3, 0)
    case .successorMissing(let id, let successor): (id, 4, successor)
    case .mainMissing(let id, let main): (id, 5, main)
    case .aliasParentMissing(let id, let parent): (id, 6, parent)
    case .positionOutside(let id): (id, 7, 0)
    }
  }
}
