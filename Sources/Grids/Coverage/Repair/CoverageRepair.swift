public import Geometry

/// Mends the usual faults of boundaries that were drawn or converted one by one: positions that should
/// be one, positions beside the edge that they should be on, and hairline gaps.
///
/// Every step is recorded, so that what is proposed can be looked at. What is sound is left bit for
/// bit as it is, so that a second run over the result has nothing to do.
///
/// ```swift
/// var repair = CoverageRepair(cells: cells, tolerance: 1e-6)
/// repair.joinBorders()
/// repair.fillGaps(maximumWidth: 1e-5)
/// let isMended = Coverage(cells: repair.cells).isValid
/// ```
public struct CoverageRepair: Sendable {
  /// One change.
  public struct Step: Sendable, Equatable {
    /// The sorts of change.
    public enum Kind: String, Sendable, Codable {
      /// A position was moved to one of another cell.
      case snap
      /// A position of another cell was put into an edge.
      case split
      /// A gap was given to the cell with the longest border to it.
      case fillGap = "fill_gap"
      /// What two cells held was left to the one with the longer border to it.
      case cutOverlap = "cut_overlap"
    }

    /// The sort of change.
    public var kind: Kind
    /// The cells concerned, the one that was changed first.
    public var cells: [Int32]
    /// Where: the position that was moved to or put in, or a position of the gap.
    public var at: Coordinate
    /// The area that changed hands, in squared units; 0 for a position that was moved.
    public var area: Double
    /// How far a position was moved or an edge bent, in units of `y`; 0 for areas.
    public var distance: Double

    /// Describes a change.
    public init(
      kind: Kind, cells: [Int32], at: Coordinate, area: Double = 0, distance: Double = 0
    ) {
      self.kind = kind
      self.cells = cells
      self.at = at
      self.area = area
      self.distance = distance
    }
  }

  /// The cells as they are now.
  public internal(set) var cells: [MultiPolygon]
  /// What was done, in its order.
  public internal(set) var steps: [Step] = []
  /// How far positions may be moved, in units of `y`.
  let tolerance: Double
  /// How long a unit of `x` is in units of `y`.
  let xScale: Double

  /// Begins with the cells as they are.
  ///
  /// - Parameters:
  ///   - tolerance: how far a position may be moved, in units of `y`.
  ///   - xScale: how long a unit of `x` is in units of `y`: for degrees, the cosine of the latitude.
  public init(cells: [MultiPolygon], tolerance: Double, xScale: Double = 1) {
    self.cells = cells
    self.tolerance = tolerance
    self.xScale = xScale
  }

  /// Snaps positions of different cells that are within the tolerance of each other, and puts
  /// positions into the edges of other cells that they are beside, until there is nothing to do.
  public mutating func joinBorders() {
    snap()
    var rounds = 0
    while rounds < Self.mostRounds, splitEdges() { rounds += 1 }
  }

  /// A bent edge may come to lie beside another position; more rounds than this are a shape that
  /// cannot be mended so.
  private static let mostRounds = 4

  /// Puts a boundary in the place of a cell's.
  public mutating func replace(_ cell: Int32, with boundary: MultiPolygon, step: Step) {
    cells[Int(cell)] = boundary
    steps.append(step)
  }

  /// The distance of two positions in units of `y`.
  func distance(_ a: Coordinate, _ b: Coordinate) -> Double {
    let (x, y) = ((b.x - a.x) * xScale, b.y - a.y)
    return (x * x + y * y).squareRoot()
  }

  /// Makes every position of a cell another one, or several.
  mutating func rewrite(_ cell: Int32, _ ring: (Ring) -> Ring) {
    cells[Int(cell)] = MultiPolygon(
      cells[Int(cell)].polygons.map { Polygon(rings: $0.rings.map(ring)) })
  }
}
