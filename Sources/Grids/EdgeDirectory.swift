import Geometry

/// A uniform directory over the box of all edges: for every square, the edges that
/// can meet it.
///
/// The square of a position is computed in floating point, so the squares are
/// defined by that computation, not by a formula for their corners: `columnStart`
/// and `rowStart` hold the least ordinates that fall into each column and row,
/// found by trying neighbouring doubles. A square is
/// [columnStart[i], columnStart[i+1]) × [rowStart[j], rowStart[j+1]), the last ones
/// closed. Its list holds at least all edges that meet it or its right border.
struct EdgeDirectory: Sendable {
  let box: Box
  let columns: Int
  let rows: Int
  let scaleX: Double
  let scaleY: Double
  private(set) var columnStart: ContiguousArray<Double> = []
  private(set) var rowStart: ContiguousArray<Double> = []
  /// Where the list of each square begins in `items`; row by row.
  private(set) var offsets: ContiguousArray<Int32> = []
  /// The edges of all squares.
  private(set) var items: ContiguousArray<Int32> = []

  /// Builds the directory; nil when there are no edges.
  ///
  /// - Parameter squaresPerEdge: how fine it is; the number of squares is bounded.
  init?(_ edges: EdgeTable, squaresPerEdge: Int = 24) {
    guard edges.count > 0 else { return nil }
    var box = Box.empty
    for ends in edges.ends {
      box.extend(by: edges.vertices[Int(ends.lower)])
      box.extend(by: edges.vertices[Int(ends.upper)])
    }
    self.box = box
    let squares = Double(min(max(edges.count * squaresPerEdge, 64), 1 << 25))
    let ratio = box.height > 0 && box.width > 0 ? box.width / box.height : 1
    let wanted = (squares * min(max(ratio, 1 / squares), squares)).squareRoot()
    columns = Self.usable(wanted, extent: box.width, limit: squares)
    rows = Self.usable(squares / wanted, extent: box.height, limit: squares)
    scaleX = columns == 1 ? 0 : Double(columns) / box.width
    scaleY = rows == 1 ? 0 : Double(rows) / box.height
    columnStart = Self.starts(from: box.minX, count: columns, scale: scaleX)
    rowStart = Self.starts(from: box.minY, count: rows, scale: scaleY)
    fill(edges)
  }

  /// The column of an ordinate inside the box.
  @inline(__always)
  func column(_ x: Double) -> Int { Self.index(x, box.minX, scaleX, columns) }

  /// The row of an ordinate inside the box.
  @inline(__always)
  func row(_ y: Double) -> Int { Self.index(y, box.minY, scaleY, rows) }

  /// The edges of a square.
  @inline(__always)
  func list(_ square: Int) -> Range<Int> { Int(offsets[square])..<Int(offsets[square + 1]) }

  /// Never decreases with `value`: each operation rounds monotonically.
  @inline(__always)
  private static func index(_ value: Double, _ least: Double, _ scale: Double, _ count: Int) -> Int
  {
    min(max(Int((value - least) * scale), 0), count - 1)
  }

  private static func usable(_ wanted: Double, extent: Double, limit: Double) -> Int {
    let count = Int(min(max(wanted, 1), limit))
    // An extent so small that the scale is no number, or that has fewer doubles
    // than columns, is not worth dividing.
    let isDivisible = extent > 0 && (Double(count) / extent).isFinite
    return isDivisible ? count : 1
  }

  private static func starts(
    from least: Double, count: Int, scale: Double
  ) -> ContiguousArray<Double> {
    var starts: ContiguousArray<Double> = [least]
    for place in 1..<max(count, 1) {
      // Halve the doubles between one that lies before the start and one that does not;
      // near zero there are far too many of them to step through.
      let guess = least + Double(place) / scale
      let slack = 0x1p-48 * (least.magnitude + guess.magnitude)
      var before = orderedBits(max(least, guess - slack))
      var after = orderedBits(guess + slack)
      if index(max(least, guess - slack), least, scale, count) >= place {
        before = orderedBits(least)
      }
      while before + 1 < after {
        let middle = (before >> 1) + (after >> 1) + (before & after & 1)
        if index(double(orderedBits: middle), least, scale, count) >= place {
          after = middle
        } else {
          before = middle
        }
      }
      starts.append(double(orderedBits: after))
    }
    return starts
  }

  /// A whole number that grows with the value: consecutive doubles have consecutive ones.
  private static func orderedBits(_ value: Double) -> Int64 {
    let bits = Int64(bitPattern: value.bitPattern)
    return bits < 0 ? Int64.min - bits : bits
  }

  private static func double(orderedBits: Int64) -> Double {
    let bits = orderedBits < 0 ? Int64.min - orderedBits : orderedBits
    return Double(bitPattern: UInt64(bitPattern: bits))
  }

  private mutating func fill(_ edges: EdgeTable) {
    var counts = ContiguousArray<Int32>(repeating: 0, count: columns * rows + 1)
    for edge in 0..<Int32(edges.count) {
      forEachSpan(edges.lowerEnd(edge), edges.upperEnd(edge)) { row, span in
        for column in span { counts[row * columns + column + 1] += 1 }
      }
    }
    for square in 1...columns * rows { counts[square] += counts[square - 1] }
    offsets = counts
    items = ContiguousArray(repeating: 0, count: Int(counts[columns * rows]))
    var items = ContiguousArray<Int32>()
    swap(&items, &self.items)
    for edge in 0..<Int32(edges.count) {
      forEachSpan(edges.lowerEnd(edge), edges.upperEnd(edge)) { row, span in
        for column in span {
          let square = row * columns + column
          items[Int(counts[square])] = edge
          counts[square] += 1
        }
      }
    }
    swap(&items, &self.items)
  }

  /// Calls `body` with each row that an edge meets and the columns it can meet there.
  @inline(__always)
  private func forEachSpan(
    _ a: Coordinate, _ b: Coordinate, _ body: (Int, ClosedRange<Int>) -> Void
  ) {
    let first = row(a.y)
    let last = row(b.y)
    // What rounding can shift the interpolated ordinate by, several times over.
    let margin = 0x1p-48 * (a.x.magnitude + b.x.magnitude)
    let slope = first == last ? 0 : (b.x - a.x) / (b.y - a.y)
    var enter = a.x
    for row in first...last {
      let leave = row == last ? b.x : a.x + (rowStart[row + 1] - a.y) * slope
      guard leave.isFinite && enter.isFinite else {
        body(row, column(min(a.x, b.x))...column(max(a.x, b.x)))
        continue
      }
      let low = max(min(enter, leave), min(a.x, b.x)) - margin
      let high = min(max(enter, leave), max(a.x, b.x)) + margin
      var start = column(max(low, box.minX))
      if start > 0 && columnStart[start] >= low { start -= 1 }
      body(row, start...max(start, column(min(high, box.maxX))))
      enter = leave
    }
  }
}
