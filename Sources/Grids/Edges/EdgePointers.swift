import Geometry

/// The edges of a table as plain pointers, for loops that look at every edge.
///
/// In a release build an access checks no bounds and counts no references, which in such a loop cost
/// as much as the work, and more where several threads take turns at the same count. The memory is
/// that of the table and only read: this is why `@unchecked Sendable` holds.
struct EdgePointers: @unchecked Sendable {
  let vertices: UnsafeBufferPointer<Coordinate>
  let ends: UnsafeBufferPointer<EdgeEnds>
  /// The cell to the left of each edge; −1 where there is none.
  let left: UnsafeBufferPointer<Int32>
  /// The cell to the right of each edge; −1 where there is none.
  let right: UnsafeBufferPointer<Int32>

  /// The number of edges.
  var count: Int { ends.count }

  /// The lower end of an edge.
  @inline(__always)
  func lowerEnd(_ edge: Int32) -> Coordinate { vertices[Int(ends[Int(edge)].lower)] }

  /// The upper end of an edge.
  @inline(__always)
  func upperEnd(_ edge: Int32) -> Coordinate { vertices[Int(ends[Int(edge)].upper)] }
}

/// The two ends of an edge, as numbers of vertices: the lower one (by y, then by
/// x) first.
struct EdgeEnds: WordPair {
  var lower: Int32
  var upper: Int32

  var words: (UInt64, UInt64) {
    (UInt64(UInt32(bitPattern: lower)), UInt64(UInt32(bitPattern: upper)))
  }
}
