import Geometry

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
