import Datasets
import GRDB
import Geometry

/// Some hundred rows on their way from the reader to the writer: all their memory is used again.
final class RowBlock {
  static let capacity = 512

  let fieldCount: Int
  /// The values of the rows, `fieldCount` each.
  let values: UnsafeMutablePointer<FieldValue>
  /// The points of the rows, 60 bytes each.
  let geometries: UnsafeMutableRawBufferPointer
  let rows: UnsafeMutablePointer<PlannedRow>
  let arena = TextArena()
  var count = 0
  var refusals: [RowRefusal] = []
  var remarks: [RowRemark] = []
  /// How far the reader was when it filled the block.
  var bytesRead = 0
  var rowsRead = 0

  init(fieldCount: Int) {
    self.fieldCount = fieldCount
    values = .allocate(capacity: max(1, fieldCount) * Self.capacity)
    values.initialize(repeating: .null, count: fieldCount * Self.capacity)
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

  var isFull: Bool { count == Self.capacity }

  func reset() {
    count = 0
    refusals.removeAll(keepingCapacity: true)
    remarks.removeAll(keepingCapacity: true)
    arena.reset()
  }

  /// Whether no row takes the place of an earlier one of the file, so that the block's rows can be
  /// ended first and inserted afterwards.
  var isInFileOrder: Bool {
    (0..<count).allSatisfy { rows[$0].deletes == 0 && rows[$0].reopens == 0 }
  }

  /// The values of the row that is filled next.
  var next: UnsafeMutablePointer<FieldValue> { values + count * fieldCount }

  /// The geometry of a row that is to be written, as SpatiaLite keeps it; nil for none.
  @inline(__always)
  func shape(_ index: Int) -> UnsafeRawBufferPointer? {
    rows[index].hasPoint ? UnsafeRawBufferPointer(geometry(index)) : rows[index].shape
  }

  /// Room for a row's point.
  func geometry(_ index: Int) -> UnsafeMutableRawBufferPointer {
    let size = SpatiaLiteBlob.pointByteCount
    return UnsafeMutableRawBufferPointer(
      rebasing: geometries[(index * size)..<((index + 1) * size)])
  }
}

/// What is to be done in the store for one row of a file.
struct PlannedRow {
  /// The row's number in the file.
  var number: Int64 = 0
  /// The row to be written, 0 for none.
  var id: Int64 = 0
  /// A current row that ends with this batch, 0 for none.
  var closes: Int64 = 0
  /// A row of this batch that another one takes the place of, 0 for none.
  var deletes: Int64 = 0
  /// A row that was closed by this batch and is current after all, 0 for none.
  var reopens: Int64 = 0
  var rowHash: Int64 = 0
  /// The row of the cell in `grid`, 0 for none.
  var gridID: Int64 = 0
  /// Whether the block has a point for it.
  var hasPoint = false
  /// Its geometry of another kind as SpatiaLite keeps it, in the block's arena.
  nonisolated(unsafe) var shape: UnsafeRawBufferPointer?
  /// The index of the rule of place that found the cell.
  var rule: UInt8 = 0
}

/// A row on its way to quarantine.
struct RowRefusal {
  var number: Int
  var line: Int
  var sheet: String?
  var byteOffset: Int
  var raw: String
  var reasons: [Reason]
}

/// A remark on a row that is taken all the same, on its way to the store.
struct RowRemark {
  var number: Int
  var line: Int
  var sheet: String?
  var reason: Reason

  func write(_ db: Database, batch: Int64) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO remark (batch_id, row_number, line, sheet, severity, code, field, value,
          arguments)
        VALUES (?,?,?,?,?,?,?,?,?)
        """)
    try statement.execute(arguments: [
      batch, number, line, sheet, reason.severity.rawValue, reason.code.rawValue, reason.field,
      reason.value, KeptArguments.json(reason.arguments),
    ])
  }
}
