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

  /// In no cell.
  @inlinable
  public static var outside: Location { Location(cell: -1, isBorder: false) }
}
