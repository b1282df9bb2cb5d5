import Intake
import GRDB

/// A packed tree on its way into the store: sorted and packed on a thread of its own, while SQLite
/// does something else, and then written.
final class RTreeDraft: Sendable {
  /// Unchecked, because it belongs to the thread that packs until it is done, and then to the one that writes.
  private struct Packed: @unchecked Sendable {
    let boxes: PackedBoxes
  }

  private let nodeBytes: Int
  private let packing: BackgroundResult<Packed, any Error>

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
      Packed(
        boxes: try PackedBoxes(
          boxes, isGeographic: isGeographic, nodeBytes: nodeBytes, beside: path))
    }
  }

  /// Writes the tree into the tables of the index, which are empty.
  ///
  /// - Throws: `StoreError`, `DatabaseError`.
  func write(_ db: Database, index: String) throws {
    let packed = try packing.wait().boxes
    try write(
      packed.nodes, RawStatement(db, "INSERT INTO \(SQLName.quoted("\(index)_node")) VALUES (?, ?)")
    )
    let above = try RawStatement(
      db, "INSERT INTO \(SQLName.quoted("\(index)_parent")) VALUES (?, ?)")
    for (child, parent) in packed.parents.enumerated() {
      above.bind(Int64(child) + PackedRTree.root + 1, 1)
      above.bind(parent, 2)
      try above.run()
    }
    try writeLeaves(packed, db, index)
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
  private func writeLeaves(_ packed: PackedBoxes, _ db: Database, _ index: String) throws {
    let pairs = try PairSource(db)
    let table = SQLName.quoted("\(index)_rowid")
    let numbered = try RawStatement(db, "INSERT INTO \(table) SELECT * FROM \(PairSource.name)")
    // Where the numbers follow each other SQLite need not look whether one is there already.
    let following = try RawStatement(
      db, "INSERT INTO \(table) (nodeno) SELECT c1 FROM \(PairSource.name)")
    try packed.eachLeaf { row, node in
      pairs.append(row, node)
      if pairs.isFull { try pairs.write { try ($0 ? following : numbered).run() } }
    }
    try pairs.write { try ($0 ? following : numbered).run() }
  }
}
