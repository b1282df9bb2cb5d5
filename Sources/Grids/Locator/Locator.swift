public import Geometry

/// Answers which cell of a coverage a position is in: exactly one, or none.
///
/// One index over the whole set: squares that lie inside one cell answer at once;
/// the others hold the edges that meet them and the cell at a reference corner. Each
/// edge is stored once and evaluated in one direction by an exact predicate, so
/// neighbours cannot disagree.
///
/// **Border rule.** A position is taken an infinitesimal step to the right (east) and
/// a still smaller one up (north). So a position on an edge belongs to the cell to its
/// right, on a horizontal edge to the cell above, and in a vertex to the cell that
/// lies just north of due east. The outer border is inside: where that rule leads out
/// of all cells, the position belongs to the first cell met counter-clockwise around
/// it, beginning in the east. The rule is geometric: on a valid coverage the answer does
/// not depend on the order of the cells.
///
/// Where cells overlap, the position belongs to the one that comes first in the array;
/// the even-odd rule decides for each cell by itself.
///
/// ```swift
/// let locator = Locator(coverage: Coverage(cells: [west, east]))
/// let location = locator.locate(Coordinate(longitude: -1.55, latitude: 53.8))
/// if let cell = location.cellIndex { print("grid \(cell), on a border: \(location.isBorder)") }
/// ```
///
/// The directory with true hits follows A. Kipf et al., "Adaptive Geospatial Joins for Modern
/// Hardware" (2018), arXiv:1802.09488; the reference place of a square, S2ShapeIndex.
/// Squares in which edges crowd are divided again and again.
///
/// The locator is an immutable value; it may be used from any number of threads.
public struct Locator: Sendable {
  @usableFromInline let index: LocatorIndex
  /// The memory that the index reads.
  @usableFromInline let storage: LocatorImage

  /// Builds the index; linear in the edges.
  ///
  /// - Parameters:
  ///   - codes: the codes of the cells in their order, for ``code(of:)``; they may be left out.
  ///   - threads: how many threads to share the work among; the index does not depend on it.
  public init(coverage: Coverage, codes: [String] = [], threads: Int = 1) {
    Self.check(codes, coverage.cellCount)
    if let directory = coverage.directory {
      self.init(
        LocatorImage(
          LocatorBuilder(
            edges: coverage.edges, directory: directory, ambiguous: coverage.ambiguous,
            threads: threads),
          cellCount: coverage.cellCount, codes: codes, threads: threads))
    } else {
      self.init(LocatorImage(withoutEdges: coverage.cellCount, codes: codes))
    }
  }

  static func check(_ codes: [String], _ cellCount: Int) {
    precondition(
      codes.isEmpty || codes.count == cellCount,
      "\(cellCount) cells need as many codes, not \(codes.count)")
  }

  init(_ image: LocatorImage) {
    storage = image
    index = LocatorIndex(image.gathered())
  }

  /// The cell that a position is in, and whether it lies exactly on a border.
  ///
  /// A position with an ordinate that is no finite number is outside.
  @inlinable
  @inline(__always)
  public func locate(_ point: Coordinate) -> Location {
    withExtendedLifetime(storage) { index.locate(point) }
  }

  /// The cell nearest to a position that is in none, and the place on its border that
  /// is nearest; for a position in a cell, that cell and the position itself.
  ///
  /// Distances are those of the plane. For longitudes and latitudes, give the cosine of
  /// the latitude as `xScale`, so that a degree of longitude counts for what it is.
  ///
  /// - Returns: nil when there are no cells or the position is no pair of finite
  ///   numbers.
  public func nearest(to point: Coordinate, xScale: Double = 1) -> NearestCell? {
    let location = locate(point)
    if location.cell >= 0 { return NearestCell(cell: location.cell, point: point, distance: 0) }
    return withExtendedLifetime(storage) { index.nearest(to: point, xScale: xScale) }
  }

  /// The number of bytes that the index takes, all of it.
  public var byteCount: Int { storage.byteCount }

  /// Whether the index is a file that is mapped, its memory shared with all who map it.
  public var isMapped: Bool { storage.isMapped }

  /// The number of distinct edges.
  public var edgeCount: Int { Int(storage.header.edgeCount) }

  /// The number of cells.
  public var cellCount: Int { Int(storage.header.cellCount) }

  /// The least box around all edges.
  public var box: Box { storage.header.box }

  /// The code of a cell; nil for one that there is not, or if the locator was built without codes.
  public func code(of cell: Int32) -> String? {
    withExtendedLifetime(storage) {
      storage.code(of: Int(cell)).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
