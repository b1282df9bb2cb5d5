import Geometry

/// The boxes of a load's rows, gathered by the reader while the writer writes the rows.
///
/// A row that takes the place of another one ends it: what was gathered is not the whole any more,
/// and the boxes are read from the table instead.
final class ImportBoxes {
  private let sorter: RunSorter<RTreeEntry>
  private let isGeographic: Bool
  private var isWhole = true

  /// For an index; nil where there is none.
  init?(_ index: SpatialIndex?) throws {
    guard let index else { return nil }
    sorter = RunSorter(beside: index.path)
    isGeographic = try index.isGeographic()
  }

  /// The boxes of all rows that were written, or nil where that cannot be said.
  var entries: RunSorter<RTreeEntry>? { isWhole ? sorter : nil }

  /// Notes a row that is going to be written.
  @inline(__always)
  func note(_ row: ImportRow, _ geometry: UnsafeMutableRawBufferPointer) throws {
    if row.deletes != 0 { isWhole = false }
    guard isWhole, row.id != 0, row.hasPoint,
      let box = SpatiaLiteBlob.box(of: UnsafeRawBufferPointer(geometry))
    else { return }
    try sorter.append(RTreeEntry(id: row.id, box: box, isGeographic: isGeographic))
  }
}
