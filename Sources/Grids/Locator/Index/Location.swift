public import Geometry

/// Where a position lies in a coverage.
@frozen
public struct Location: Hashable, Sendable {
  /// The cell's position in the array that the coverage was made of; −1 outside.
  public var cell: Int32
  /// Whether the position lies exactly on an edge or a vertex of a cell.
  public var isBorder: Bool

  /// Makes a location.
  @inlinable
  public init(cell: Int32, isBorder: Bool) {
    self.cell = cell
    self.isBorder = isBorder
  }

  /// The cell's position in the array that the coverage was made of; nil outside.
  @inlinable
  public var cellIndex: Int? { cell < 0 ? nil : Int(cell) }

  /// In no cell.
  @inlinable
  public static var outside: Location { Location(cell: -1, isBorder: false) }
}

/// A cell and how near it comes to a position.
public struct NearestCell: Hashable, Sendable {
  /// The cell's position in the array that the coverage was made of.
  public var cell: Int32
  /// The place of the cell that is nearest; for a position in the cell, the position itself.
  public var point: Coordinate
  /// How far away that place is, in units of `y`; 0 for a position in the cell.
  public var distance: Double

  /// Makes a value.
  public init(cell: Int32, point: Coordinate, distance: Double) {
    self.cell = cell
    self.point = point
    self.distance = distance
  }
}
