public import Geometry

/// What a look-up reads again and again: numbers of the lattice, and where the arrays of a
/// `LocatorImage` lie.
@usableFromInline
struct LocatorFields {
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
  let extra: UnsafeBufferPointer<LocatorIndex.ExtraCell>

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
