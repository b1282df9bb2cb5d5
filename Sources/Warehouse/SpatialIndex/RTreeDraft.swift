import Intake
import GRDB

/// A packed tree on its way into the store: sorted and packed on a thread of its own, while SQLite
/// does something else, and then written.
final class RTreeDraft: Sendable {
  /// The parts of a tree, in files and memory of their own; unchecked, because they belong to the
  /// thread that packs until it is done, and then to the one that writes.
  private struct Parts: @unchecked Sendable {
    /// The nodes as they come: from 2 on, the root last.
    let nodes: SpillFile
    /// The node above each node from 2 on.
    var parents: [Int64] = []
    let leaves: RunSorter<RTreeRow>
  }

  private let nodeBytes: Int
  private let packing: BackgroundResult<Parts, any Error>

  /// Begins to pack.
  ///
  /// - Parameters:
  ///   - boxes: they belong to the draft from now on.
  ///   - isGeographic: whether they are in degrees.
  ///   - nodeBytes: the size of a node.
  ///   - path: runs that do not fit into memory go to the folder of this file.
  init(_ boxes: BoxLog, isGeographic: Bool, nodeBytes: Int, path: String) {
    self.nodeBytes = nodeBytes
    nonisolated(unsafe) let boxes = boxes
    packing = BackgroundResult {
      try Self.pack(boxes, isGeographic: isGeographic, nodeBytes: nodeBytes, path: path)
    }
  }

  private static func pack(
    _ boxes: BoxLog, isGeographic: Bool, nodeBytes: Int, path: String
  ) throws -> Parts {
    var parts = Parts(nodes: try SpillFile(beside: path), leaves: RunSorter(beside: path))
    let entries = RunSorter<RTreeEntry>(beside: path)
    try boxes.drain {
      try entries.append(RTreeEntry(id: $0, box: $1, isGeographic: isGeographic))
    }
    let sorted = try entries.sorted()
    let tree = PackedRTree(count: entries.count, nodeBytes: nodeBytes)
    parts.parents.reserveCapacity(tree.nodeCount)
    try tree.write(
      sorted.next,
      node: { _, bytes in try parts.nodes.append(bytes) },
      row: { try parts.leaves.append(RTreeRow(id: $0, node: $1)) },
      parent: { _, above in parts.parents.append(above) })
    return parts
  }

  /// Writes the tree into the tables of the index, which are empty.
  ///
  /// - Throws: `StoreError`, `DatabaseError`.
  func write(_ db: Database, index: String) throws {
    let parts = try packing.wait()
    try write(
      parts.nodes, RawStatement(db, "INSERT INTO \(SQLName.quoted("\(index)_node")) VALUES (?, ?)"))
    let above = try RawStatement(
      db, "INSERT INTO \(SQLName.quoted("\(index)_parent")) VALUES (?, ?)")
    for (child, parent) in parts.parents.enumerated() {
      above.bind(Int64(child) + PackedRTree.root + 1, 1)
      above.bind(parent, 2)
      try above.run()
    }
    try write(parts.leaves, db, index)
  }

  private func write(_ nodes: SpillFile, _ statement: RawStatement) throws {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: nodeBytes, alignment: 8)
    defer { bytes.deallocate() }
    let count = nodes.count / nodeBytes
    for node in 0..<count {
      guard try nodes.read(bytes, at: node * nodeBytes) == nodeBytes else {
        throw SpillFault(folder: "", step: .cutShort, cause: 0)
      }
      let isRoot = node == count - 1
      statement.bind(isRoot ? PackedRTree.root : PackedRTree.root + 1 + Int64(node), 1)
      statement.bind(UnsafeRawBufferPointer(bytes), 2)
      try statement.run()
    }
  }

  /// Writes which leaf each row is in, in the order of the rows.
  private func write(_ leaves: RunSorter<RTreeRow>, _ db: Database, _ index: String) throws {
    let pairs = try PairSource(db)
    let table = SQLName.quoted("\(index)_rowid")
    let numbered = try RawStatement(db, "INSERT INTO \(table) SELECT * FROM \(PairSource.name)")
    // Where the numbers follow each other SQLite need not look whether one is there already.
    let following = try RawStatement(
      db, "INSERT INTO \(table) (nodeno) SELECT c1 FROM \(PairSource.name)")
    let rows = try leaves.sorted()
    while let row = try rows.next() {
      pairs.append(row.id, row.node)
      if pairs.isFull { try pairs.write { try ($0 ? following : numbered).run() } }
    }
    try pairs.write { try ($0 ? following : numbered).run() }
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
