public import Geometry

/// What a look-up reads: plain buffers that never change once they are filled.
///
/// Buffers rather than arrays, and a struct without references, because a look-up is a
/// handful of loads and a reference count or a bounds check would cost as much again. The
/// buffers belong to a `LocatorStorage`, which must be alive. They are filled before the
/// index is handed out and only read ever after: this is why `@unchecked Sendable` holds.
@usableFromInline
struct LocatorIndex: @unchecked Sendable {
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
  /// Cells beyond the first on a side of an edge, by edge.
  let extra: UnsafeMutableBufferPointer<EdgeTable.Use>

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
    let table = builder.edges
    extra = Self.copy(ContiguousArray(table.extra))
    edges = .allocate(capacity: table.count)
    for edge in 0..<Int32(table.count) {
      edges.initializeElement(
        at: Int(edge),
        to: Edge(
          lower: table.lowerEnd(edge), upper: table.upperEnd(edge),
          left: table.left[Int(edge)], right: table.right[Int(edge)]))
    }
  }

  /// An index without cells.
  init() {
    box = .empty
    columns = 0
    rows = 0
    scaleX = 0
    scaleY = 0
    entries = .allocate(capacity: 0)
    records = .allocate(capacity: 0)
    columnStart = .allocate(capacity: 0)
    extra = .allocate(capacity: 0)
    edges = .allocate(capacity: 0)
  }

  /// Gives the memory back.
  func deallocate() {
    entries.deallocate()
    edges.deallocate()
    records.deallocate()
    columnStart.deallocate()
    extra.deallocate()
  }

  private static func copy<Element: BitwiseCopyable>(
    _ elements: ContiguousArray<Element>
  ) -> UnsafeMutableBufferPointer<Element> {
    let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = buffer.initialize(from: elements)
    return buffer
  }
}
