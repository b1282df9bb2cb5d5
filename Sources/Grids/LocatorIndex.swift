public import Geometry

/// What a look-up reads: plain pointers into a `LocatorImage`, which must be alive.
///
/// Pointers rather than arrays, and a struct without references, because a look-up is a
/// handful of loads and a reference count or a bounds check would cost as much again. The
/// memory is filled before the index is handed out and only read ever after: this is why
/// `@unchecked Sendable` holds.
@usableFromInline
struct LocatorIndex: @unchecked Sendable {
  /// An edge with its cells, upwards.
  struct Edge {
    var lower: Coordinate
    var upper: Coordinate
    /// The code of the cell to its left; see `LocatorBlock`.
    var left: UInt32
    /// The code of the cell to its right.
    var right: UInt32
    /// Its place among the positions.
    var place: UInt32
  }

  /// A cell on a side of an edge that another cell has taken already.
  struct ExtraCell: BitwiseCopyable {
    var place: UInt32
    var code: UInt32
  }

  @usableFromInline let box: Box
  @usableFromInline let scaleX: Double
  @usableFromInline let scaleY: Double
  /// The last column of parts.
  @usableFromInline let lastColumn: Int32
  /// The last row of parts.
  @usableFromInline let lastRow: Int32
  /// The number of columns of squares.
  @usableFromInline let columns: Int
  /// The number of rows of squares.
  let rows: Int
  /// The code of the last cell.
  let greatestCode: UInt32
  /// The answer of each square, row by row; see `LocatorBuilder`.
  @usableFromInline let entries: UnsafePointer<UInt32>
  @usableFromInline let blocks: UnsafePointer<UInt32>
  @usableFromInline let vertices: UnsafePointer<Coordinate>
  let columnStart: UnsafePointer<Double>
  let rowStart: UnsafePointer<Double>
  let extra: UnsafeBufferPointer<ExtraCell>

  /// Reads an image that has been filled or checked.
  init(_ image: LocatorImage) {
    let header = image.header
    box = header.box
    scaleX = header.scaleX
    scaleY = header.scaleY
    columns = Int(header.columns)
    rows = Int(header.rows)
    greatestCode = UInt32(header.cellCount)
    lastColumn = Int32(header.columns) * Int32(EdgeDirectory.fineness) - 1
    lastRow = Int32(header.rows) * Int32(EdgeDirectory.fineness) - 1
    columnStart = image.pointer(to: .columnStart)
    rowStart = image.pointer(to: .rowStart)
    entries = image.pointer(to: .entries)
    blocks = image.pointer(to: .blocks)
    vertices = image.pointer(to: .vertices)
    extra = UnsafeBufferPointer(
      start: image.pointer(to: .extra), count: image.count(of: .extra))
  }
}
