package import Datasets
import Geometry

/// Some hundred rows on their way from the reader to the writer: all their memory is used again.
package final class RowBlock {
  package static let capacity = 512

  /// How many values a row has: its fields, and what sealing adds behind them.
  package let valueCount: Int
  /// The values of the rows, `valueCount` each.
  package let values: UnsafeMutablePointer<FieldValue>
  /// The points of the rows, 60 bytes each.
  package let geometries: UnsafeMutableRawBufferPointer
  package let rows: UnsafeMutablePointer<PlannedRow>
  package let arena = TextArena()
  package var count = 0
  package private(set) var refusals: [RowRefusal] = []
  /// The bytes of the texts of the rows that are refused.
  private var refusedBytes = 0
  package var remarks: [RowRemark] = []
  /// The bytes of it that the ring has counted.
  var countedBytes = 0
  /// How far the reader was when it filled the block.
  package var bytesRead = 0
  package var rowsRead = 0

  package init(valueCount: Int) {
    self.valueCount = valueCount
    values = .allocate(capacity: max(1, valueCount) * Self.capacity)
    values.initialize(repeating: .null, count: valueCount * Self.capacity)
    geometries = .allocate(
      byteCount: SpatiaLiteBlob.pointByteCount * Self.capacity, alignment: 16)
    rows = .allocate(capacity: Self.capacity)
    rows.initialize(repeating: PlannedRow(), count: Self.capacity)
  }

  deinit {
    values.deallocate()
    geometries.deallocate()
    rows.deallocate()
  }

  /// Rows that are refused fill it too, and so do few rows of many bytes.
  package var isFull: Bool {
    count == Self.capacity || refusals.count >= Self.capacity || heldBytes > Self.usualBytes
  }

  /// The bytes of the texts that it holds.
  package var heldBytes: Int { arena.byteCount + refusedBytes }

  /// More than this are not gathered.
  private static let usualBytes = 4 << 20

  package func refuse(_ row: RowRefusal) {
    refusals.append(row)
    refusedBytes += row.raw.utf8.count
  }

  package func reset() {
    count = 0
    countedBytes = 0
    refusedBytes = 0
    refusals.removeAll(keepingCapacity: true)
    remarks.removeAll(keepingCapacity: true)
    arena.reset()
  }

  /// Whether no row takes the place of an earlier one of the file, so that the block's rows can be
  /// ended first and inserted afterwards.
  package var isInFileOrder: Bool {
    (0..<count).allSatisfy { rows[$0].deletes == 0 && rows[$0].reopens == 0 }
  }

  /// The values of the row that is filled next.
  package var next: UnsafeMutablePointer<FieldValue> { values + count * valueCount }

  /// The geometry of a row that is to be written, as SpatiaLite keeps it; nil for none.
  @inline(__always)
  package func shape(_ index: Int) -> UnsafeRawBufferPointer? {
    rows[index].hasPoint ? UnsafeRawBufferPointer(geometry(index)) : rows[index].shape
  }

  /// Room for a row's point.
  package func geometry(_ index: Int) -> UnsafeMutableRawBufferPointer {
    let size = SpatiaLiteBlob.pointByteCount
    return UnsafeMutableRawBufferPointer(
      rebasing: geometries[(index * size)..<((index + 1) * size)])
  }
}

/// What is to be done in the store for one row of a file.
package struct PlannedRow {
  /// The row's number in the file.
  package var number: Int64 = 0
  /// The row to be written, 0 for none.
  package var id: Int64 = 0
  /// A current row that ends with this batch, 0 for none.
  package var closes: Int64 = 0
  /// A row of this batch that another one takes the place of, 0 for none.
  package var deletes: Int64 = 0
  /// A row that was closed by this batch and is current after all, 0 for none.
  package var reopens: Int64 = 0
  package var rowHash: Int64 = 0
  /// The hash that its key is known by, where that is sealed.
  package var key: ValueHash?
  /// The row of the cell in `grid`, 0 for none.
  package var gridID: Int64 = 0
  /// Whether the block has a point for it.
  package var hasPoint = false
  /// Its geometry of another kind as SpatiaLite keeps it, in the block's arena.
  package nonisolated(unsafe) var shape: UnsafeRawBufferPointer?
  /// The index of the rule of place that found the cell.
  package var rule: UInt8 = 0
}

/// A row on its way to quarantine.
package struct RowRefusal {
  package var number: Int
  package var line: Int
  package var sheet: String?
  package var byteOffset: Int
  package var raw: String
  package var reasons: [Reason]
  /// The hash of its key; nil where that cannot be read.
  package var key: ValueHash?

  package init(
    number: Int, line: Int, sheet: String?, byteOffset: Int, raw: String, reasons: [Reason],
    key: ValueHash? = nil
  ) {
    self.number = number
    self.line = line
    self.sheet = sheet
    self.byteOffset = byteOffset
    self.raw = raw
    self.reasons = reasons
    self.key = key
  }
}

/// A remark on a row that is taken all the same, on its way to the store.
package struct RowRemark {
  package var number: Int
  package var line: Int
  package var sheet: String?
  package var reason: Reason
}
