/// What must become of one file when it is imported: that of the first month into a store without
/// its data set, that of a later one after those of all months before it.
package struct FileKey: Hashable, Sendable, Codable {
  /// The name of the file.
  package var file: String
  package var dataset: String
  package var format: String
  /// Whether files of the data set are imported without `--dataset`.
  package var enabled = true
  package var read = 0
  /// The rows that become current, and those that replace or repeat what is in the store.
  package var inserted = 0
  /// Rows with a key of the store and other content; none in the first month.
  package var updated = 0
  /// Rows that the store has already; none in the first month.
  package var unchanged = 0
  /// Rows of the store that a full load does not have; none in the first month.
  package var retired = 0
  /// Rows whose key an earlier row of the file has.
  package var duplicate = 0
  package var quarantined = 0
  package var blank = 0
  /// How many cells of its rows come from what.
  package var origins = CellOrigins()
  /// How many reasons of each code the refused rows have.
  package var reasons: [String: Int] = [:]
  /// How many remarks of each code the rows that were taken have.
  package var remarks: [String: Int] = [:]
  /// Rows inserted or updated that have a grid or another unit.
  package var attached = 0
  /// Rows inserted or updated that have none.
  package var unattached = 0
  /// The current rows of the data set that are attached to each grid, community, street or
  /// district afterwards, by its code; nil where the rows are areas of several grids, and where another
  /// file of the month follows.
  package var cells: [String: Int]? = [:]

  init(file: String, dataset: String, format: String) {
    (self.file, self.dataset, self.format) = (file, dataset, format)
  }

  /// Counts a row that is new and without faults.
  mutating func countNew(_ unit: String?) {
    read += 1
    inserted += 1
    if let unit { cells?[unit, default: 0] += 1 }
    if unit == nil { unattached += 1 } else { attached += 1 }
  }
}
