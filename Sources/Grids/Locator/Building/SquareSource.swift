import Geometry

/// What the answers of squares are worked out from, as plain pointers; see `EdgePointers`.
struct SquareSource: @unchecked Sendable {
  let edges: EdgePointers
  /// Cells beyond the first on a side of an edge.
  let table: EdgeTable
  /// The lower left corner of the first square.
  let corner: Coordinate
  /// The number of columns of squares.
  let columns: Int
  /// Where columns and rows of parts begin, and where the last ones end.
  let columnStart: UnsafeBufferPointer<Double>
  let rowStart: UnsafeBufferPointer<Double>
  /// Where the list of each square begins in `items`; see `EdgeDirectory`.
  let offsets: UnsafeBufferPointer<Int32>
  let items: UnsafeBufferPointer<Int32>
  /// Whether a place beside each edge can belong to several cells; empty where none can.
  let ambiguous: UnsafeBufferPointer<Bool>
  /// The place of each edge and whether it runs upwards there; see `EdgePaths`.
  let places: UnsafeBufferPointer<Int32>
  let isUpward: UnsafeBufferPointer<Bool>

  /// Calls `body` with pointers that are valid while it runs.
  static func with<Result>(
    _ table: EdgeTable, _ directory: EdgeDirectory, _ ambiguous: ContiguousArray<Bool>,
    _ paths: EdgePaths, _ body: (SquareSource) -> Result
  ) -> Result {
    let lattice = directory.lattice
    let corner = Coordinate(x: lattice.box.minX, y: lattice.box.minY)
    let columnStart = lattice.columnStart + [lattice.box.maxX]
    let rowStart = lattice.rowStart + [lattice.box.maxY]
    return table.withPointers { edges in
      columnStart.withUnsafeBufferPointer { columnStart in
        rowStart.withUnsafeBufferPointer { rowStart in
          directory.offsets.withUnsafeBufferPointer { offsets in
            directory.items.withUnsafeBufferPointer { items in
              ambiguous.withUnsafeBufferPointer { ambiguous in
                paths.places.withUnsafeBufferPointer { places in
                  paths.isUpward.withUnsafeBufferPointer { isUpward in
                    body(
                      SquareSource(
                        edges: edges, table: table, corner: corner, columns: lattice.columns,
                        columnStart: columnStart, rowStart: rowStart, offsets: offsets,
                        items: items, ambiguous: ambiguous, places: places, isUpward: isUpward))
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// The edges of a square.
  @inline(__always)
  func list(_ square: Int) -> UnsafeBufferPointer<Int32> {
    UnsafeBufferPointer(rebasing: items[Int(offsets[square])..<Int(offsets[square + 1])])
  }

  /// An edge with all that is asked of it.
  @inline(__always)
  func edge(_ number: Int32) -> LocalEdge {
    LocalEdge(
      lower: edges.lowerEnd(number), upper: edges.upperEnd(number),
      left: edges.left[Int(number)], right: edges.right[Int(number)], number: number,
      isAmbiguous: !ambiguous.isEmpty && ambiguous[Int(number)])
  }

  /// Crosses an edge: toggles the cells on both its sides.
  @inline(__always)
  func cross(_ edge: LocalEdge, _ cells: inout CellSet) {
    cells.toggle(edge.left)
    cells.toggle(edge.right)
    if !table.extra.isEmpty {
      for use in table.extraUses(of: edge.number) { cells.toggle(use.cell) }
    }
  }

  /// The codes of the cells left and right of an edge as its path runs.
  func sidesAlongPath(_ edge: LocalEdge) -> (left: UInt32, right: UInt32) {
    let (left, right) = (UInt32(edge.left + 1), UInt32(edge.right + 1))
    return isUpward[Int(edge.number)] ? (left, right) : (right, left)
  }
}

/// An edge with all that is asked of it while a square is worked on.
struct LocalEdge {
  var lower: Coordinate
  var upper: Coordinate
  /// The cell to its left, looking up along it; −1 where there is none.
  var left: Int32
  /// The cell to its right; −1 where there is none.
  var right: Int32
  /// Its number in the edge table.
  var number: Int32
  /// Whether a place beside it can belong to several cells.
  var isAmbiguous: Bool

  /// Whether the edge spans a height: its lower end in, its upper end out.
  func spans(_ y: Double) -> Bool { lower.y <= y && y < upper.y }

  /// The side of the edge on which a position lies: 1 left, −1 right, 0 on its line.
  func side(of point: Coordinate) -> Int { Orientation.sign(from: lower, to: upper, of: point) }

  /// Whether the edge meets a square, its borders included; exact.
  func meets(_ square: Box) -> Bool {
    if max(lower.x, upper.x) < square.minX || min(lower.x, upper.x) > square.maxX { return false }
    if upper.y < square.minY || lower.y > square.maxY { return false }
    // The two corners furthest to either side of the edge.
    let leans = upper.x >= lower.x
    let above = Coordinate(x: leans ? square.minX : square.maxX, y: square.maxY)
    let below = Coordinate(x: leans ? square.maxX : square.minX, y: square.minY)
    return side(of: above) * side(of: below) <= 0
  }
}
