import Geometry

/// The edges among some that may lie within a reach of each other.
///
/// Edges are entered into squares of about their mean length, each in those that it or what is within
/// the reach of it meets; only edges that have a square in common are compared.
struct NearEdges {
  let edges: EdgeTable
  let reach: Reach
  /// The number of a square and below it that of an edge, ascending.
  private var entries: [UInt64] = []
  /// As far as the reach is along each axis, where it is farthest.
  private var margin = Coordinate(x: 0, y: 0)

  init(_ list: [Int32], _ edges: EdgeTable, reach: Reach) {
    self.edges = edges
    self.reach = reach
    guard list.count > 1, reach.metres > 0 else { return }
    var box = Box.empty
    var length = 0.0
    var margins = ContiguousArray<Coordinate>()
    margins.reserveCapacity(list.count)
    var widest = Coordinate(x: 0, y: 0)
    for edge in list {
      let (a, b) = (edges.lowerEnd(edge), edges.upperEnd(edge))
      box.extend(by: a)
      box.extend(by: b)
      length += max((b.x - a.x).magnitude, b.y - a.y)
      let scale = reach.scale(a)
      let margin = Coordinate(x: reach.metres / scale.x, y: reach.metres / scale.y)
      widest = Coordinate(x: max(widest.x, margin.x), y: max(widest.y, margin.y))
      margins.append(margin)
    }
    margin = widest
    let mean = length / Double(list.count)
    // As many columns and rows as a quarter of an entry can count.
    let least = max(box.width, box.height) / 0x1p15
    let squares = Squares(
      origin: Coordinate(x: box.minX - widest.x, y: box.minY - widest.y),
      size: Coordinate(x: max(mean, 2 * widest.x, least), y: max(mean, 2 * widest.y, least)))
    guard squares.size.x > 0, squares.size.y > 0, squares.size.x.isFinite, squares.size.y.isFinite
    else { return }
    for (place, edge) in list.enumerated() {
      squares.forEach(from: edges.lowerEnd(edge), to: edges.upperEnd(edge), margins[place]) {
        entries.append(UInt64($0) << 32 | UInt64(UInt32(edge)))
      }
    }
    entries.sort()
  }

  /// Calls `body` with pairs of edges, the lesser number first; with some more than once.
  func forEachPair(_ body: (Int32, Int32) -> Void) {
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end] >> 32 == entries[start] >> 32 { end += 1 }
      if end - start < EdgeCrowd.least {
        compareAll(start..<end, body)
      } else {
        EdgeCrowd(edges, margin: margin).forEachPair(of: entries[start..<end].map(Self.edge), body)
      }
      start = end
    }
  }

  private static func edge(_ entry: UInt64) -> Int32 { Int32(truncatingIfNeeded: entry) }

  private func compareAll(_ places: Range<Int>, _ body: (Int32, Int32) -> Void) {
    let (edges, entries, margin) = (edges, entries, margin)
    for first in places {
      let edge = Self.edge(entries[first])
      let box = EdgeBox(edges, edge).grown(by: margin)
      for second in (first + 1)..<places.upperBound {
        let other = Self.edge(entries[second])
        if edge != other, box.meets(EdgeBox(edges, other)) { body(edge, other) }
      }
    }
  }
}

/// Squares of one size, each with a key.
private struct Squares {
  var origin: Coordinate
  var size: Coordinate

  /// Calls `body` with the key of each square that a line, or what is within a margin of it, meets.
  func forEach(from a: Coordinate, to b: Coordinate, _ margin: Coordinate, _ body: (UInt32) -> Void)
  {
    let low = row(min(a.y, b.y) - margin.y)
    let high = row(max(a.y, b.y) + margin.y)
    let slope = b.y == a.y ? 0 : (b.x - a.x) / (b.y - a.y)
    for row in low...high {
      var (west, east) = (min(a.x, b.x), max(a.x, b.x))
      if high > low, slope.isFinite, b.y != a.y {
        // Where the line enters and leaves what is within the margin of the row.
        let bottom = origin.y + Double(row) * size.y - margin.y
        let top = bottom + size.y + 2 * margin.y
        let (one, other) = (a.x + (bottom - a.y) * slope, a.x + (top - a.y) * slope)
        west = max(west, min(one, other))
        east = min(east, max(one, other))
      }
      let first = column(west - margin.x)
      for column in first...max(first, column(east + margin.x)) {
        body(column << 16 | row)
      }
    }
  }

  private func column(_ x: Double) -> UInt32 { Self.part((x - origin.x) / size.x) }
  private func row(_ y: Double) -> UInt32 { Self.part((y - origin.y) / size.y) }

  private static func part(_ value: Double) -> UInt32 { UInt32(min(max(value, 0), 0xFFFF)) }
}

/// A stretch of a straight line, in metres.
struct Segment {
  var start: Coordinate
  var end: Coordinate

  init(start: Coordinate, end: Coordinate) {
    self.start = start
    self.end = end
  }

  /// An edge in metres from a position, as a plane that is true beside it.
  init(
    _ edge: Int32, of edges: EdgeTable, from origin: Coordinate, _ scale: (x: Double, y: Double)
  ) {
    let (a, b) = (edges.lowerEnd(edge), edges.upperEnd(edge))
    start = Coordinate(x: (a.x - origin.x) * scale.x, y: (a.y - origin.y) * scale.y)
    end = Coordinate(x: (b.x - origin.x) * scale.x, y: (b.y - origin.y) * scale.y)
  }

  var length: Double { Self.distance(start, end) }
  var middle: Coordinate { Coordinate(x: (start.x + end.x) / 2, y: (start.y + end.y) / 2) }

  static func distance(_ a: Coordinate, _ b: Coordinate) -> Double {
    ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
  }

  /// The part of the segment that is beside another one, as that one runs; nil where none is.
  func part(beside other: Segment) -> Segment? {
    let (first, second) = (share(other.start), share(other.end))
    if (first <= 0 && second <= 0) || (first >= 1 && second >= 1) { return nil }
    guard first.isFinite, second.isFinite else { return nil }
    return Segment(start: at(first), end: at(second))
  }

  /// The distance of a position from the segment.
  func distance(to position: Coordinate) -> Double {
    let share = share(position)
    return Self.distance(position, share.isFinite ? at(share) : start)
  }

  /// Twice the signed area of the triangle with a position: positive to the left.
  func turn(to position: Coordinate) -> Double {
    (end.x - start.x) * (position.y - start.y) - (end.y - start.y) * (position.x - start.x)
  }

  private func share(_ position: Coordinate) -> Double {
    let (x, y) = (end.x - start.x, end.y - start.y)
    return ((position.x - start.x) * x + (position.y - start.y) * y) / (x * x + y * y)
  }

  private func at(_ share: Double) -> Coordinate {
    if share <= 0 { return start }
    if share >= 1 { return end }
    return Coordinate(
      x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
  }
}
