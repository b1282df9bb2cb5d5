import Geometry

/// How an edge stands to the 4 by 4 parts of a square that it meets; a bit for each part, row by
/// row.
struct PartsMeeting {
  /// The parts that the edge meets, their borders included.
  private(set) var met: UInt16 = 0
  /// The parts whose lower left corner is across the edge from that of the square; see
  /// `BorderWalk`.
  private(set) var crossed: UInt16 = 0

  init(_ edge: LocatorBuilder.LocalEdge, _ columns: LocatorSplits, _ rows: LocatorSplits) {
    let sides = Sides(edge, columns, rows)
    sides.forEachMet { met |= 1 << UInt16($0 * 4 + $1) }
    let corner = Coordinate(x: columns[0], y: rows[0])
    for row in 0..<4 {
      for column in 0..<4 {
        let crossing = BorderWalk.crosses(
          edge.lower, edge.upper, from: corner,
          to: Coordinate(x: columns[column], y: rows[row]), pointSide: sides[row, column],
          turnSide: sides[row, 0], cornerSide: sides[0, 0])
        if crossing.isCrossed { crossed |= 1 << UInt16(row * 4 + column) }
      }
    }
  }

  /// The side of the edge on which the corners of parts lie, worked out around the edge and told by
  /// its box elsewhere.
  private struct Sides {
    // A bit for each corner, row by row: in registers, where an array would be memory.
    private var left: UInt32 = 0
    private var right: UInt32 = 0
    /// The columns and rows of parts that the edge's box meets.
    private let columns: ClosedRange<Int>
    private let rows: ClosedRange<Int>
    private let leans: Bool

    init(_ edge: LocatorBuilder.LocalEdge, _ columns: LocatorSplits, _ rows: LocatorSplits) {
      let (a, b) = (edge.lower, edge.upper)
      self.columns = columns.parts(meeting: min(a.x, b.x)...max(a.x, b.x))
      self.rows = rows.parts(meeting: a.y...b.y)
      leans = b.x >= a.x
      func workOut(_ row: Int, _ column: Int) {
        let place = Coordinate(x: columns[column], y: rows[row])
        let side = Orientation.sign(from: a, to: b, of: place)
        if side > 0 { left |= 1 << UInt32(row * 5 + column) }
        if side < 0 { right |= 1 << UInt32(row * 5 + column) }
      }
      for row in self.rows.lowerBound...self.rows.upperBound + 1 {
        for column in self.columns.lowerBound...self.columns.upperBound + 1 { workOut(row, column) }
      }
      // The path along the left border meets the edge's line beyond the edge too.
      if min(a.x, b.x) <= columns[0] {
        for row in 0...4 where row < self.rows.lowerBound || row > self.rows.upperBound + 1 {
          workOut(row, 0)
        }
      }
    }

    /// The side of a corner within the height of the edge, or on the left border where the edge
    /// reaches it.
    subscript(row: Int, column: Int) -> Int {
      if column < columns.lowerBound { return 1 }
      if column > columns.upperBound + 1 { return -1 }
      return known(row, column)
    }

    private func known(_ row: Int, _ column: Int) -> Int {
      let corner = UInt32(row * 5 + column)
      return Int(left >> corner & 1) - Int(right >> corner & 1)
    }

    /// Calls `body` with the row and column of each part that the edge meets.
    func forEachMet(_ body: (Int, Int) -> Void) {
      for row in rows {
        for column in columns {
          // The two corners of the part that are furthest to either side of the edge.
          let above = known(row + 1, column + (leans ? 0 : 1))
          let below = known(row, column + (leans ? 1 : 0))
          if above * below <= 0 { body(row, column) }
        }
      }
    }
  }
}
