import Geometry

/// A uniform directory over the box of all edges: for every square, the edges that
/// can meet it.
///
/// Every square is divided into `fineness` by `fineness` parts, which the directory only
/// names. The part of a position is computed in floating point, so the parts are
/// defined by that computation, not by a formula for their corners: `columnStart`
/// and `rowStart` hold the least ordinates that fall into each column and row of parts,
/// found by trying neighbouring doubles. A part is
/// [columnStart[i], columnStart[i+1]) × [rowStart[j], rowStart[j+1]), the last ones
/// closed. The list of a square holds at least all edges that meet it or its right border.
struct EdgeDirectory: Sendable {
  /// Into how many columns and rows of parts a square is divided.
  static let fineness = 4

  let box: Box
  /// The number of columns of squares.
  let columns: Int
  /// The number of rows of squares.
  let rows: Int
  /// Columns of parts a unit of `x`; 0 where there is but one column of squares.
  let scaleX: Double
  /// Rows of parts a unit of `y`; 0 where there is but one row of squares.
  let scaleY: Double
  private(set) var columnStart: ContiguousArray<Double> = []
  private(set) var rowStart: ContiguousArray<Double> = []
  /// Where the list of each square begins in `items`; row by row.
  private(set) var offsets: ContiguousArray<Int32> = []
  /// The edges of all squares.
  private(set) var items: ContiguousArray<Int32> = []

  /// Builds the directory; nil when there are no edges.
  init?(_ edges: EdgeTable) {
    guard edges.count > 0 else { return nil }
    let (box, length) = edges.withPointers(Self.extent)
    self.box = box
    let squares = Self.squareCount(edges.count, length: length, box)
    let ratio = box.height > 0 && box.width > 0 ? box.width / box.height : 1
    let wanted = (squares * min(max(ratio, 1 / squares), squares)).squareRoot()
    columns = Self.usable(wanted, extent: box.width, limit: squares)
    rows = Self.usable(squares / wanted, extent: box.height, limit: squares)
    scaleX = columns == 1 ? 0 : Double(columns * Self.fineness) / box.width
    scaleY = rows == 1 ? 0 : Double(rows * Self.fineness) / box.height
    columnStart = Self.starts(box.minX...box.maxX, count: columns * Self.fineness, scale: scaleX)
    rowStart = Self.starts(box.minY...box.maxY, count: rows * Self.fineness, scale: scaleY)
    fill(edges)
  }

  /// The box of all edges, and the sum of their extents along both axes.
  private static func extent(_ edges: EdgePointers) -> (Box, Double) {
    var box = Box.empty
    var length = 0.0
    for edge in 0..<Int32(edges.count) {
      let a = edges.lowerEnd(edge)
      let b = edges.upperEnd(edge)
      box.extend(by: a)
      box.extend(by: b)
      length += (b.x - a.x).magnitude + (b.y - a.y).magnitude
    }
    return (box, length)
  }

  private mutating func fill(_ edges: EdgeTable) {
    let lists = edges.withPointers { edges in
      EdgeSpans.with(self) { $0.lists(edges) }
    }
    (offsets, items) = lists
  }

  /// Gives back the memory of the lists; what is left is where squares begin and end.
  mutating func dropLists() {
    offsets = []
    items = []
  }

  /// How many squares to make, so that the index keeps to `LocatorBuilder.bytesAnEdge`.
  ///
  /// A line enters a new square wherever it crosses a line of the lattice, so that about
  /// `length` / side squares are met by edges, where `length` sums the extents of the edges
  /// along both axes.
  private static func squareCount(_ edges: Int, length: Double, _ box: Box) -> Double {
    let bytes = LocatorBuilder.bytesAnEdge * Double(edges)
    let perSquare = Double(MemoryLayout<UInt32>.stride)
    // The solution of perSquare · n + perBlock · length / √(area / n) = bytes for √n.
    let met = LocatorBuilder.bytesABlock * length / (box.width * box.height).squareRoot()
    let root = 2 * bytes / (met + (met * met + 4 * perSquare * bytes).squareRoot())
    let wanted = root.isFinite ? root * root : 0
    return min(max(wanted.rounded(), 16), 0x1p28)
  }

  /// The column of squares of an ordinate inside the box.
  @inline(__always)
  func column(_ x: Double) -> Int {
    Self.part(x, box.minX, scaleX, columns * Self.fineness) / Self.fineness
  }

  /// The row of squares of an ordinate inside the box.
  @inline(__always)
  func row(_ y: Double) -> Int {
    Self.part(y, box.minY, scaleY, rows * Self.fineness) / Self.fineness
  }

  /// Where a column of squares begins; where the box ends, for the one after the last.
  func start(ofColumn column: Int) -> Double {
    column < columns ? columnStart[column * Self.fineness] : box.maxX
  }

  /// Where a row of squares begins; where the box ends, for the one after the last.
  func start(ofRow row: Int) -> Double {
    row < rows ? rowStart[row * Self.fineness] : box.maxY
  }

  /// The edges of a square.
  @inline(__always)
  func list(_ square: Int) -> Range<Int> { Int(offsets[square])..<Int(offsets[square + 1]) }

  /// Never decreases with `value`: each operation rounds monotonically.
  @inline(__always)
  static func part(_ value: Double, _ least: Double, _ scale: Double, _ count: Int) -> Int {
    min(max(Int((value - least) * scale), 0), count - 1)
  }

  private static func usable(_ wanted: Double, extent: Double, limit: Double) -> Int {
    let count = Int(min(max(wanted, 1), limit))
    // An extent so small that the scale is no number, or that has fewer doubles
    // than columns, is not worth dividing.
    let isDivisible = extent > 0 && (Double(count * fineness) / extent).isFinite
    return isDivisible ? count : 1
  }

  private static func starts(
    _ extent: ClosedRange<Double>, count: Int, scale: Double
  ) -> ContiguousArray<Double> {
    let least = extent.lowerBound
    var starts: ContiguousArray<Double> = [least]
    if scale == 0 {
      // Nothing falls into the other parts.
      return starts + repeatElement(extent.upperBound, count: count - 1)
    }
    for place in 1..<max(count, 1) {
      // Halve the doubles between one that lies before the start and one that does not;
      // near zero there are far too many of them to step through.
      let guess = least + Double(place) / scale
      let slack = 0x1p-48 * (least.magnitude + guess.magnitude)
      var before = orderedBits(max(least, guess - slack))
      var after = orderedBits(guess + slack)
      if part(max(least, guess - slack), least, scale, count) >= place {
        before = orderedBits(least)
      }
      while before + 1 < after {
        let middle = (before >> 1) + (after >> 1) + (before & after & 1)
        if part(double(orderedBits: middle), least, scale, count) >= place {
          after = middle
        } else {
          before = middle
        }
      }
      // What nothing falls into begins and ends where the box ends.
      starts.append(min(double(orderedBits: after), extent.upperBound))
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
}

/// Which squares of a directory each edge can meet, with what that needs as plain values and pointers;
/// see `EdgePointers`.
struct EdgeSpans {
  private let box: Box
  private let columns: Int
  private let rows: Int
  private let scaleX: Double
  private let scaleY: Double
  private let columnStart: UnsafeBufferPointer<Double>
  private let rowStart: UnsafeBufferPointer<Double>

  /// Calls `body` with what is valid while it runs.
  static func with<Result>(_ directory: EdgeDirectory, _ body: (EdgeSpans) -> Result) -> Result {
    directory.columnStart.withUnsafeBufferPointer { columnStart in
      directory.rowStart.withUnsafeBufferPointer { rowStart in
        body(
          EdgeSpans(
            box: directory.box, columns: directory.columns, rows: directory.rows,
            scaleX: directory.scaleX, scaleY: directory.scaleY, columnStart: columnStart,
            rowStart: rowStart))
      }
    }
  }

  /// The edges of each square, and where the list of each begins among them.
  func lists(
    _ edges: EdgePointers
  ) -> (offsets: ContiguousArray<Int32>, items: ContiguousArray<Int32>) {
    var offsets = ContiguousArray<Int32>(repeating: 0, count: columns * rows + 1)
    offsets.withUnsafeMutableBufferPointer { counts in
      forEachSquare(edges) { square, _ in counts[square + 1] &+= 1 }
      for square in 1..<counts.count { counts[square] += counts[square - 1] }
    }
    var next = offsets
    let items = ContiguousArray<Int32>(
      unsafeUninitializedCapacity: Int(offsets[columns * rows])
    ) { items, count in
      next.withUnsafeMutableBufferPointer { next in
        forEachSquare(edges) { square, edge in
          items.initializeElement(at: Int(next[square]), to: edge)
          next[square] &+= 1
        }
      }
      count = Int(offsets[columns * rows])
    }
    return (offsets, items)
  }

  /// Calls `body` with each edge and each square that it can meet.
  @inline(__always)
  private func forEachSquare(_ edges: EdgePointers, _ body: (Int, Int32) -> Void) {
    for edge in 0..<Int32(edges.count) {
      forEachSpan(edges.lowerEnd(edge), edges.upperEnd(edge)) { row, span in
        for column in span { body(row &* columns &+ column, edge) }
      }
    }
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
      let leave = row == last ? b.x : a.x + (rowStart[(row + 1) * Self.fineness] - a.y) * slope
      guard leave.isFinite && enter.isFinite else {
        body(row, column(min(a.x, b.x))...column(max(a.x, b.x)))
        continue
      }
      let low = max(min(enter, leave), min(a.x, b.x)) - margin
      let high = min(max(enter, leave), max(a.x, b.x)) + margin
      var start = column(max(low, box.minX))
      if start > 0 && columnStart[start * Self.fineness] >= low { start -= 1 }
      body(row, start...max(start, column(min(high, box.maxX))))
      enter = leave
    }
  }

  private static let fineness = EdgeDirectory.fineness

  @inline(__always)
  private func column(_ x: Double) -> Int {
    EdgeDirectory.part(x, box.minX, scaleX, columns * Self.fineness) / Self.fineness
  }

  @inline(__always)
  private func row(_ y: Double) -> Int {
    EdgeDirectory.part(y, box.minY, scaleY, rows * Self.fineness) / Self.fineness
  }
}
