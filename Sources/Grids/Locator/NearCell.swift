public import Geometry

/// A cell and how near it comes to a position.
public struct NearCell: Hashable, Sendable {
  /// The cell's position in the array that the coverage was made of.
  public var cell: Int32
  /// The place of the cell that is nearest; for a position in the cell, the position itself.
  public var point: Coordinate
  /// How far away that place is, in the units of `y`; 0 for a position in the cell.
  public var distance: Double

  /// Makes a value.
  public init(cell: Int32, point: Coordinate, distance: Double) {
    self.cell = cell
    self.point = point
    self.distance = distance
  }
}
