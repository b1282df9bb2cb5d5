public import Geometry

/// A current row of a data set, or a report: where it is, and the cell it is attached to.
public struct PlacedRow: Sendable {
  /// The key in its table.
  public let id: Int64
  /// Its cell's row in `grid`.
  public let gridID: Int64?
  /// How it was attached.
  public let method: String?
  /// The level of the cell, where that is kept.
  public let level: String?
  /// Its position in the store's reference system; of a line or an area, the one it is attached by.
  public let position: Coordinate?
}
