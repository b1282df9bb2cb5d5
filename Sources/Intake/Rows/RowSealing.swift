package import Datasets

/// What seals the personal values of the rows of an import, between the plan for a row and its way to the
/// store.
///
/// The hashes belong to the planner's thread, blocks to the one that seals.
package protocol RowSealing: AnyObject {
  /// How many values it adds behind the fields of a row.
  var addedCount: Int { get }
  /// The hash that a row is known by in the place of one that anybody can compute.
  func hash(ofRow hash: UInt64) -> UInt64
  /// The hash that a key is known by; the same where nothing of the key is personal.
  func key(_ hash: ValueHash) throws -> ValueHash
  /// Seals the values of the rows of a block, puts what may be shown in their place, and fills in the added
  /// ones.
  ///
  /// Where positions are sealed, a row gets that of its cell. What is shown and sealed is kept in the block's
  /// arena.
  func seal(_ block: RowBlock) throws
}
