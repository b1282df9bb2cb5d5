import Geometry

/// The boxes of a load's rows, gathered by the reader while the writer writes the rows.
///
/// Where a row takes the place of another one of the file, what was gathered is not the whole any
/// more, and the boxes are read from the table instead.
package final class ImportBoxes {
  private let log: BoxLog
  private var isWhole = true

  /// - Parameter path: the store, beside which boxes lie that do not stay in memory.
  package init(beside path: String) { log = BoxLog(beside: path) }

  /// The boxes of all rows that were written, or nil where that cannot be said.
  package var whole: BoxLog? { isWhole ? log : nil }

  /// Notes a row that is going to be written.
  @inline(__always)
  package func note(_ row: PlannedRow, _ geometry: UnsafeRawBufferPointer?) throws {
    if row.deletes != 0 { isWhole = false }
    guard isWhole, row.id != 0, let geometry, let box = SpatiaLiteBlob.box(of: geometry) else {
      return
    }
    try log.append(row.id, RTreeBox(box))
  }
}
