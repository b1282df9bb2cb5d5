import Geometry

/// How an edge stands to the 4 by 4 parts of a square that it meets; a bit for each part, row by
/// row.
///
/// Worked out for all parts at once: the corners of parts are bits of a word, eight for each row of
/// which five are used, and the corner up or right of another is so many bits further.
struct PartsMeeting {
  /// The parts that the edge meets, their borders included.
  let met: UInt16
  /// The parts whose lower left corner is across the edge from that of the square; see
  /// `BorderWalk`.
  let crossed: UInt16
  /// The parts that hold an end of the edge, their borders included.
  let ends: UInt16

  init(_ edge: LocalEdge, _ columns: PartStarts, _ rows: PartStarts) {
    let (a, b) = (edge.lower, edge.upper)
    let range = (least: min(a.x, b.x), greatest: max(a.x, b.x))
    let columnsMet = columns.parts(meeting: range.least...range.greatest)
    let rowsMet = rows.parts(meeting: a.y...b.y)
    let reachesLeftBorder = range.least <= columns[0]
    var sides = Sides()
    for row in 0...4 {
      if row >= rowsMet.lowerBound && row <= rowsMet.upperBound + 1 {
        for column in columnsMet.lowerBound...columnsMet.upperBound + 1 {
          sides.add(edge, row, column, Coordinate(x: columns[column], y: rows[row]))
        }
      } else if reachesLeftBorder {
        // The path along the left border meets the edge's line beyond the edge too.
        sides.add(edge, row, 0, Coordinate(x: columns[0], y: rows[row]))
      }
    }
    let box = Self.bits(columnsMet) * Self.rowStarts(rowsMet)
    met = Self.packed(sides.met(leans: b.x >= a.x) & box)

    var spanned: UInt64 = 0
    for row in 0..<4 where edge.spans(rows[row]) { spanned |= 1 << UInt64(8 * row) }
    // Within the height of the edge, what lies left of its box lies left of the edge.
    let leftOfBox: UInt64 = (1 << UInt64(columnsMet.lowerBound)) - 1
    var crossed = spanned * 15 & ~(sides.left | spanned * leftOfBox)
    if reachesLeftBorder {
      // See `BorderWalk.crosses`: the path turns at the left border, first in the corner itself.
      let turnsRight = (a.y < b.y ? ~sides.left : sides.right) & Self.rowStarts(0...3)
      crossed &= ~(turnsRight * 15)
      if range.greatest > columns[0] {
        let start = (turnsRight & 1) * Self.rowStarts(0...3)
        crossed ^= (turnsRight ^ start) * 15
      }
    }
    self.crossed = Self.packed(crossed)
    ends = Self.parts(holding: a, columns, rows) | Self.parts(holding: b, columns, rows)
  }

  /// The side of the edge on which corners of parts lie; no bit in either for those on its line.
  private struct Sides {
    var left: UInt64 = 0
    var right: UInt64 = 0

    @inline(__always)
    mutating func add(_ edge: LocalEdge, _ row: Int, _ column: Int, _ place: Coordinate) {
      let side = edge.side(of: place)
      let corner = UInt64(row &* 8 &+ column)
      left |= (side > 0 ? 1 : 0) << corner
      right |= (side < 0 ? 1 : 0) << corner
    }

    /// The parts whose two corners furthest to either side of the edge's line are not both on the
    /// same side of it.
    func met(leans: Bool) -> UInt64 {
      let (above, below): (UInt64, UInt64) = leans ? (8, 1) : (9, 0)
      return ~((left >> above & left >> below) | (right >> above & right >> below))
    }
  }

  /// A bit for each number of a range.
  private static func bits(_ range: ClosedRange<Int>) -> UInt64 {
    (2 << UInt64(range.upperBound)) - (1 << UInt64(range.lowerBound))
  }

  /// The first corners of rows.
  private static func rowStarts(_ rows: ClosedRange<Int>) -> UInt64 {
    let all: UInt64 = 0x01_01_01_01
    let (first, end) = (UInt64(8 * rows.lowerBound), UInt64(8 * (rows.upperBound + 1)))
    return all & ((1 << end) - (1 << first))
  }

  /// Four bits of each row, close together.
  private static func packed(_ corners: UInt64) -> UInt16 {
    UInt16(
      truncatingIfNeeded: corners & 0xF | corners >> 4 & 0xF0 | corners >> 8 & 0xF00
        | corners >> 12 & 0xF000)
  }

  private static func parts(
    holding place: Coordinate, _ columns: PartStarts, _ rows: PartStarts
  ) -> UInt16 {
    guard columns.range.contains(place.x), rows.range.contains(place.y) else { return 0 }
    var inRow: UInt16 = 0
    for column in 0..<4 where columns.part(column).contains(place.x) {
      inRow |= 1 << UInt16(column)
    }
    var parts: UInt16 = 0
    for row in 0..<4 where rows.part(row).contains(place.y) { parts |= inRow << UInt16(4 * row) }
    return parts
  }
}
