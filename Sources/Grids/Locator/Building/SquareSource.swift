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
    let corner = Coordinate(x: directory.box.minX, y: directory.box.minY)
    let columnStart = directory.columnStart + [directory.box.maxX]
    let rowStart = directory.rowStart + [directory.box.maxY]
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
                        edges: edges, table: table, corner: corner, columns: directory.columns,
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
