public import Geometry

/// Something about a set of cells that keeps it from being a coverage, or that is
/// worth knowing.
public struct CoverageProblem: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
    /// A ring crosses itself or another ring of its cell, has too few positions,
    /// no surface, or ordinates that are no finite numbers.
    case invalidRing = "invalid_ring"
    /// A ring touches itself in a point or along a spike: accepted, a note.
    case selfTouch = "self_touch"
    /// A region that belongs to more than one cell.
    case overlap
    /// A region that belongs to no cell and is enclosed by cells.
    case gap
    /// A strip between two cells, or between two parts of one, narrower than asked for, that is open to
    /// the outside.
    case slit
    /// Two cells share a line that they have digitised with different positions.
    case mismatchedEdge = "mismatched_edge"
    /// A position of one cell lies inside an edge of another.
    case tJunction = "t_junction"
    /// The areas of the children do not add up to that of the parent.
    case areaBalance = "area_balance"
  }

  /// What is wrong.
  public var kind: Kind
  /// The cells concerned, ascending.
  public var cells: [Int32]
  /// A place where it can be seen.
  public var at: Coordinate
  /// The area concerned, in squared units of the coordinates; 0 where it has none.
  public var area: Double
  /// The length concerned, in units of the coordinates; 0 where it has none.
  public var length: Double
  /// The outer border of a gap; nil for anything else.
  public var outline: Ring?

  /// Whether the set is a valid coverage all the same.
  public var isNote: Bool { kind == .selfTouch }

  /// Makes a problem.
  public init(
    kind: Kind, cells: [Int32], at: Coordinate, area: Double = 0, length: Double = 0
  ) {
    self.kind = kind
    self.cells = cells
    self.at = at
    self.area = area
    self.length = length
  }
}
