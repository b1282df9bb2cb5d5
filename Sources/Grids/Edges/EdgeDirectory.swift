import Geometry

/// A uniform directory over the box of all edges: for every square of a lattice, the edges that
/// can meet it.
///
/// The list of a square holds at least all edges that meet it or its right border.
struct EdgeDirectory: Sendable {
  /// What the entries and blocks of a locator together should take at most, in bytes per edge.
  ///
  /// The finer the squares, the fewer positions need an edge, and the more memory is needed.
  static let bytesPerEdge = 38.0
  /// What a block takes, about; measured on city districts.
  static let bytesPerBlock = 52.0

  let lattice: SquareLattice
  /// Where the list of each square begins in `items`; row by row.
  let offsets: ContiguousArray<Int32>
  /// The edges of all squares.
  let items: ContiguousArray<Int32>

  /// Builds the directory; nil when there are no edges.
  init?(_ edges: EdgeTable) {
    guard edges.count > 0 else { return nil }
    let (box, length) = edges.withPointers(Self.extent)
    let lattice = SquareLattice(
      over: box, squares: Self.squareCount(edges.count, length: length, box))
    self.lattice = lattice
    (offsets, items) = edges.withPointers { edges in
      EdgeSpans.with(lattice) { $0.lists(edges) }
    }
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

  /// How many squares to make, so that the index keeps to `bytesPerEdge`.
  ///
  /// A line enters a new square wherever it crosses a line of the lattice, so that about
  /// `length` / side squares are met by edges, where `length` sums the extents of the edges
  /// along both axes.
  private static func squareCount(_ edges: Int, length: Double, _ box: Box) -> Double {
    let bytes = bytesPerEdge * Double(edges)
    let perSquare = Double(MemoryLayout<UInt32>.stride)
    // The solution of perSquare · n + perBlock · length / √(area / n) = bytes for √n.
    let met = bytesPerBlock * length / (box.width * box.height).squareRoot()
    let root = 2 * bytes / (met + (met * met + 4 * perSquare * bytes).squareRoot())
    let wanted = root.isFinite ? root * root : 0
    return min(max(wanted.rounded(), 16), 0x1p28)
  }

  /// The edges of a square.
  @inline(__always)
  func list(_ square: Int) -> Range<Int> { Int(offsets[square])..<Int(offsets[square + 1]) }
}

/// Which squares of a lattice each edge can meet, with what that needs as plain values and pointers;
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
  static func with<Result>(_ lattice: SquareLattice, _ body: (EdgeSpans) -> Result) -> Result {
    lattice.columnStart.withUnsafeBufferPointer { columnStart in
      lattice.rowStart.withUnsafeBufferPointer { rowStart in
        body(
          EdgeSpans(
            box: lattice.box, columns: lattice.columns, rows: lattice.rows,
            scaleX: lattice.scaleX, scaleY: lattice.scaleY, columnStart: columnStart,
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

  private static let fineness = SquareLattice.fineness

  @inline(__always)
  private func column(_ x: Double) -> Int {
    SquareLattice.part(x, box.minX, scaleX, columns * Self.fineness) / Self.fineness
  }

  @inline(__always)
  private func row(_ y: Double) -> Int {
    SquareLattice.part(y, box.minY, scaleY, rows * Self.fineness) / Self.fineness
  }
}
