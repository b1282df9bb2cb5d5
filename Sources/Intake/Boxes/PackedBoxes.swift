/// Boxes that are sorted along a curve and packed into the nodes of an R*Tree, in files and memory of their own.
///
/// It belongs to one thread at a time.
package struct PackedBoxes {
  /// The nodes as they come: from 2 on, the root last.
  package let nodes: SpillFile
  /// The node above each node from 2 on.
  package private(set) var parents: [Int64] = []
  private let leaves: RunSorter<RTreeRow>

  /// Sorts and packs.
  ///
  /// - Parameters:
  ///   - boxes: those of all rows.
  ///   - isGeographic: whether they are in degrees.
  ///   - nodeBytes: the size of a node.
  ///   - path: runs that do not fit into memory go to the folder of this file.
  /// - Throws: `SpillFault`.
  package init(_ boxes: BoxLog, isGeographic: Bool, nodeBytes: Int, beside path: String) throws {
    nodes = try SpillFile(beside: path)
    leaves = RunSorter(beside: path)
    let entries = RunSorter<RTreeEntry>(beside: path)
    try boxes.drain {
      try entries.append(RTreeEntry(id: $0, box: $1, isGeographic: isGeographic))
    }
    let sorted = try entries.sorted()
    let tree = PackedRTree(count: entries.count, nodeBytes: nodeBytes)
    var parents: [Int64] = []
    parents.reserveCapacity(tree.nodeCount)
    try tree.write(
      sorted.next,
      node: { [nodes] _, bytes in try nodes.append(bytes) },
      row: { [leaves] in try leaves.append(RTreeRow(id: $0, node: $1)) },
      parent: { _, above in parents.append(above) })
    self.parents = parents
  }

  /// Visits each row with the leaf that it is in, in the order of the rows, once.
  ///
  /// - Throws: `SpillFault`, and what `visit` throws.
  package func eachLeaf(_ visit: (Int64, Int64) throws -> Void) throws {
    let rows = try leaves.sorted()
    while let row = try rows.next() { try visit(row.id, row.node) }
  }
}

/// A row's box as SQLite's R*Tree keeps it, with its place on the Hilbert curve.
///
/// The ordinates are single precision: the least rounded down, the greatest rounded up, by the same
/// rule as in SQLite (`rtreeValueDown`, `rtreeValueUp`), so that a packed index and one filled row by
/// row hold the same numbers.
struct RTreeEntry: SortableRecord {
  let sortKey: UInt64
  let id: Int64
  let box: RTreeBox

  /// - Parameters:
  ///   - id: the row.
  ///   - box: its box in the store's reference system.
  ///   - isGeographic: whether the ordinates are degrees; else they are taken for metres.
  init(id: Int64, box: RTreeBox, isGeographic: Bool) {
    self.id = id
    self.box = box
    sortKey = box.place(isGeographic: isGeographic)
  }
}

/// Which node a row is in.
struct RTreeRow: SortableRecord {
  let id: Int64
  let node: Int64

  var sortKey: UInt64 { UInt64(bitPattern: id) }
}
