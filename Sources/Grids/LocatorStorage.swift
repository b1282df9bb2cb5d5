public import Geometry

/// The memory of a locator: plain buffers that never change once they are filled.
///
/// Buffers rather than arrays, because a look-up is a handful of loads and array
/// access would add a reference count and a bounds check to each of them. The
/// buffers are filled in `init`, read only ever after, and freed with the object:
/// this is why `@unchecked Sendable` holds.
@usableFromInline
final class LocatorStorage: @unchecked Sendable {
  /// An edge with its cells, upwards.
  @usableFromInline
  struct Edge {
    @usableFromInline var lower: Coordinate
    @usableFromInline var upper: Coordinate
    @usableFromInline var left: Int32
    @usableFromInline var right: Int32
  }

  /// What a square answers; two bits of an entry.
  @usableFromInline
  enum Answer {
    /// The same cell everywhere: the rest is its number plus one.
    static let uniform: UInt32 = 0
    /// One edge runs right through: the rest is its number.
    static let chord: UInt32 = 1
    /// Several edges, never two cells at a place: the rest is a place in `records`.
    static let edges: UInt32 = 2
    /// Several cells at a place: the rest is a place in `records`.
    static let cells: UInt32 = 3
  }

  @usableFromInline let box: Box
  @usableFromInline let columns: Int
  @usableFromInline let rows: Int
  @usableFromInline let scaleX: Double
  @usableFromInline let scaleY: Double
  /// The answer of each square, row by row.
  @usableFromInline let entries: UnsafeMutableBufferPointer<UInt32>
  @usableFromInline let edges: UnsafeMutableBufferPointer<Edge>
  /// Lists of the squares that need them; see `LocatorBuilder`.
  let records: UnsafeMutableBufferPointer<UInt32>
  let columnStart: UnsafeMutableBufferPointer<Double>
  let rowStart: UnsafeMutableBufferPointer<Double>
  /// Cells beyond the first on a side of an edge, by edge.
  let extra: [EdgeTable.Use]

  init(_ builder: LocatorBuilder) {
    let directory = builder.directory
    box = directory.box
    columns = directory.columns
    rows = directory.rows
    scaleX = directory.scaleX
    scaleY = directory.scaleY
    entries = Self.copy(builder.entries)
    records = Self.copy(builder.records)
    columnStart = Self.copy(directory.columnStart)
    rowStart = Self.copy(directory.rowStart)
    let table = builder.edges
    extra = table.extra
    edges = .allocate(capacity: table.count)
    for edge in 0..<Int32(table.count) {
      edges.initializeElement(
        at: Int(edge),
        to: Edge(
          lower: table.lowerEnd(edge), upper: table.upperEnd(edge),
          left: table.left[Int(edge)], right: table.right[Int(edge)]))
    }
  }

  deinit {
    entries.deallocate()
    edges.deallocate()
    records.deallocate()
    columnStart.deallocate()
    rowStart.deallocate()
  }

  private static func copy<Element: BitwiseCopyable>(
    _ elements: ContiguousArray<Element>
  ) -> UnsafeMutableBufferPointer<Element> {
    let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = buffer.initialize(from: elements)
    return buffer
  }
}
