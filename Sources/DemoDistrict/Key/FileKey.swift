/// What must become of one file when it is imported for the first time.
public struct FileKey: Hashable, Sendable, Codable {
  /// The name of the file.
  public var file: String
  /// The data set.
  public var dataset: String
  /// The format and encoding.
  public var format: String
  /// Whether files of the data set are imported without `--dataset`.
  public var enabled = true
  /// The data rows.
  public var read = 0
  /// The rows that become current, and those that replace or repeat what is in the store.
  public var inserted = 0
  /// Rows with a key of the store and other content; none in a first import.
  public var updated = 0
  /// Rows that the store has already; none in a first import.
  public var unchanged = 0
  /// Rows of the store that a full load does not have; none in a first import.
  public var retired = 0
  /// Rows whose key an earlier row of the file has.
  public var duplicate = 0
  /// Rows refused.
  public var quarantined = 0
  /// Rows without any value.
  public var blank = 0
  /// How many reasons of each code the refused rows have.
  public var reasons: [String: Int] = [:]
  /// How many remarks of each code the rows that were taken have.
  public var remarks: [String: Int] = [:]
  /// Rows inserted that have a grid or another unit.
  public var attached = 0
  /// Rows inserted that have none.
  public var unattached = 0
  /// The rows attached to each grid, community, street or district, by its code; nil where the
  /// rows are areas of several grids.
  public var cells: [String: Int]? = [:]

  init(file: String, dataset: String, format: String) {
    (self.file, self.dataset, self.format) = (file, dataset, format)
  }

  /// Counts a row; refused rows leave their place and their remarks out.
  mutating func count(_ outcome: RowOutcome) {
    read += 1
    if outcome.isBlank {
      blank += 1
      return
    }
    if !outcome.reasons.isEmpty {
      quarantined += 1
      for code in outcome.reasons { reasons[code, default: 0] += 1 }
      return
    }
    for code in outcome.remarks { remarks[code, default: 0] += 1 }
    if outcome.isDuplicate {
      duplicate += 1
      return
    }
    inserted += 1
    guard let unit = outcome.unit else {
      unattached += 1
      return
    }
    attached += 1
    cells?[unit, default: 0] += 1
  }
}
