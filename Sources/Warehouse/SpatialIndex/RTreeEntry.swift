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
