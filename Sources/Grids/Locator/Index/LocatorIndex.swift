public import Geometry

/// What a look-up reads: plain pointers into the memory of a `LocatorImage`, which must be alive.
///
/// Pointers rather than arrays, and a struct without references, because a look-up is a
/// handful of loads and a reference count or a bounds check would cost as much again. A
/// single pointer to all the others, because callers copy a locator before they ask it, and a
/// struct of a dozen words took longer to copy than to ask. The memory is filled before the index is
/// handed out and only read ever after: this is why `@unchecked Sendable` holds.
@usableFromInline
struct LocatorIndex: @unchecked Sendable {
  @usableFromInline let fields: UnsafePointer<LocatorFields>

  init(_ fields: UnsafePointer<LocatorFields>) { self.fields = fields }
}

extension LocatorIndex {
  @inlinable @inline(__always) var box: Box { fields.pointee.box }
  @inlinable @inline(__always) var scaleX: Double { fields.pointee.scaleX }
  @inlinable @inline(__always) var scaleY: Double { fields.pointee.scaleY }
  @inlinable @inline(__always) var lastColumn: Int32 { fields.pointee.lastColumn }
  @inlinable @inline(__always) var lastRow: Int32 { fields.pointee.lastRow }
  @inlinable @inline(__always) var columns: Int { fields.pointee.columns }
  @inline(__always) var rows: Int { fields.pointee.rows }
  @inline(__always) var greatestCode: UInt32 { fields.pointee.greatestCode }
  @inlinable @inline(__always) var entries: UnsafePointer<UInt32> { fields.pointee.entries }
  @inlinable @inline(__always) var blocks: UnsafePointer<UInt32> { fields.pointee.blocks }
  @inlinable @inline(__always) var vertices: UnsafePointer<Coordinate> { fields.pointee.vertices }
  @inline(__always) var columnStart: UnsafePointer<Double> { fields.pointee.columnStart }
  @inline(__always) var rowStart: UnsafePointer<Double> { fields.pointee.rowStart }
  @inline(__always) var extra: UnsafeBufferPointer<LocatorBlock.ExtraCell> { fields.pointee.extra }
}

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
  let extra: UnsafeBufferPointer<LocatorBlock.ExtraCell>
}
