import Geometry

/// The boxes of a load's rows, gathered by the reader while the writer writes the rows.
///
/// Where a row takes the place of another one of the file, what was gathered is not the whole any
/// more, and the boxes are read from the table instead.
final class ImportBoxes {
  private let log: BoxLog
  private var isWhole = true

  /// For an index; nil where there is none.
  init?(_ index: SpatialIndex?) {
    guard let index else { return nil }
    log = BoxLog(beside: index.path)
  }

  /// The boxes of all rows that were written, or nil where that cannot be said.
  var whole: BoxLog? { isWhole ? log : nil }

  /// Notes a row that is going to be written.
  @inline(__always)
  func note(_ row: PlannedRow, _ geometry: UnsafeRawBufferPointer?) throws {
    if row.deletes != 0 { isWhole = false }
    guard isWhole, row.id != 0, let geometry, let box = SpatiaLiteBlob.box(of: geometry) else {
      return
    }
    try log.append(row.id, RTreeBox(box))
  }
}
