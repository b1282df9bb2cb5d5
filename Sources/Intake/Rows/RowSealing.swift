package import Datasets

/// What seals the personal values of the rows of an import, between the plan for a row and its way to the
/// store.
///
/// It belongs to the planner's thread.
package protocol RowSealing: AnyObject {
  /// How many values it adds behind the fields of a row.
  var addedCount: Int { get }
  /// The hash that a row is known by in the place of one that anybody can compute.
  func hash(ofRow hash: UInt64) -> UInt64
  /// The hash that a key is known by; the same where nothing of the key is personal.
  func key(_ hash: ValueHash) throws -> ValueHash
  /// Seals the values of a row, puts what may be shown in their place, and fills in the added ones.
  ///
  /// - Parameters:
  ///   - values: the fields, and room for the added ones behind them.
  ///   - row: what will be written, with its number and its geometry, which is sealed too where positions are;
  ///     then it gets that of its cell.
  ///   - point: the block's room for the point of the row.
  ///   - key: what ``key(_:)`` has made of its key.
  ///   - arena: where what is shown and sealed is kept.
  func seal(
    _ values: UnsafeMutablePointer<FieldValue>, of row: inout PlannedRow,
    point: UnsafeMutableRawBufferPointer, key: ValueHash?, _ arena: TextArena
  ) throws
}
