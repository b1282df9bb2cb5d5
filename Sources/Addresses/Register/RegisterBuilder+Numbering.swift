extension RegisterBuilder {
  /// The register of a tree: entries, atoms and names in their final order.
  mutating func numbered(
    _ tree: RegisterTree, edges: [AliasEdge], order: RowOrder
  ) -> AddressRegister {
    let (table, rank) = usedAtoms(tree, edges: edges)
    let (nameTable, nameRank) = usedNames(tree)
    let preorder = tree.preorder(rank: rank)
    var newNumber = [UInt32](repeating: 0, count: tree.count)
    for (number, node) in preorder.enumerated() {
      newNumber[Int(node)] = UInt32(truncatingIfNeeded: number)
    }
    var parts = AddressRegister.Parts(atoms: table, names: nameTable, count: tree.count)
    var nodeOfRow = [UInt32](repeating: .max, count: ids.count)
    for (number, node) in preorder.enumerated() {
      let row = tree.rows[Int(node)]
      let parent = newNumber[Int(tree.parents[Int(node)])]
      let atom = node == 0 ? UInt32.max : rank[Int(tree.atoms[Int(node)])]
      parts.append(parent: parent, atom: atom)
      guard row != .max else {
        parts.appendWithoutRow()
        continue
      }
      nodeOfRow[Int(row)] = UInt32(truncatingIfNeeded: number)
      append(row: Int(row), nameRank: nameRank, to: &parts)
    }
    addLinks(to: &parts, nodeOfRow: nodeOfRow, order: order)
    parts.aliasEdges = edges.map { edge in
      AliasEdge(
        atom: rank[Int(edge.atom)], parent: newNumber[Int(edge.parent)],
        target: newNumber[Int(edge.target)], kind: edge.kind)
    }.sorted()
    return AddressRegister(parts)
  }

  private func usedAtoms(
    _ tree: RegisterTree, edges: [AliasEdge]
  ) -> (table: AtomTable, rank: [UInt32]) {
    var used = [Bool](repeating: false, count: atoms.count)
    for atom in tree.atoms.dropFirst() { used[Int(atom)] = true }
    for edge in edges { used[Int(edge.atom)] = true }
    return atoms.sorted(used: used)
  }

  private func usedNames(_ tree: RegisterTree) -> (table: AtomTable, rank: [UInt32]) {
    var used = [Bool](repeating: false, count: names.count)
    for row in tree.rows where row != .max { used[Int(nameOf[Int(row)])] = true }
    return names.sorted(used: used)
  }

  private func append(row: Int, nameRank: [UInt32], to parts: inout AddressRegister.Parts) {
    parts.append(
      id: ids[row], name: nameRank[Int(nameOf[row])], status: statuses[row],
      firstDay: firstDays[row], lastDay: lastDays[row],
      given: UInt8(clamping: elements(of: row).count))
    let node = UInt32(truncatingIfNeeded: parts.parents.count - 1)
    for alias in aliases(of: row) { parts.aliases.append((node, alias)) }
    parts.positions.append(contentsOf: positions(of: row))
    parts.closePositions()
  }

  private mutating func addLinks(
    to parts: inout AddressRegister.Parts, nodeOfRow: [UInt32], order: RowOrder
  ) {
    func node(_ id: Int64) -> UInt32? {
      order.row(id).flatMap { nodeOfRow[$0] == .max ? nil : nodeOfRow[$0] }
    }
    // A link keeps the id too, so that a row can be given back that names a row not there.
    for link in successors where nodeOfRow[Int(link.row)] != .max {
      if node(link.id) == nil {
        faults.append(.successorMissing(id: ids[Int(link.row)], successor: link.id))
      }
      parts.successors.append(
        .init(from: nodeOfRow[Int(link.row)], to: node(link.id) ?? .max, id: link.id))
    }
    for link in mains where nodeOfRow[Int(link.row)] != .max {
      if node(link.id) == nil {
        faults.append(.mainMissing(id: ids[Int(link.row)], main: link.id))
      }
      parts.mains.append(
        .init(from: nodeOfRow[Int(link.row)], to: node(link.id) ?? .max, id: link.id))
    }
    parts.successors.sort()
    parts.mains.sort()
  }
}
