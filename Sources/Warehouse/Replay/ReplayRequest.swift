package import Intake
package import Datasets

/// Which refused rows are to be tried again, and by which rules.
package struct ReplayRequest: Sendable {
  /// The batch whose open refused rows are taken up; with a corrected file, nil stands for all
  /// batches of the data set.
  package var batch: Int64?
  /// A file with the rows as the department has corrected them; nil for the rows as they were kept.
  package var corrected: String?
  /// By which manifest they are loaded, and how; its thresholds do not count.
  package var load: ImportRequest

  package init(batch: Int64?, manifest: Manifest, attacher: GridAttacher? = nil) {
    self.batch = batch
    load = ImportRequest(path: "", manifest: manifest, attacher: attacher)
  }
}

/// What became of refused rows that were tried again.
package struct ReplayReport: Hashable, Sendable, Codable {
  /// The figures of the batch; `quarantined` are the rows that were refused again and stay open.
  package var figures: ImportReport
  /// The batch whose refused rows were taken up, or the first of several.
  package var parent: Int64
  /// How many refused rows were taken up; each is closed or open again with its new reasons.
  package var entriesClosed: Int
  /// Rows of a corrected file that stand for no open refused row; they were loaded all the same.
  package var unmatched: Int

  package enum CodingKeys: String, CodingKey {
    case figures, unmatched
    case parent = "parent_batch"
    case entriesClosed = "entries_replayed"
  }

  package init(figures: ImportReport, parent: Int64, entriesClosed: Int, unmatched: Int) {
    self.figures = figures
    self.parent = parent
    self.entriesClosed = entriesClosed
    self.unmatched = unmatched
  }

  /// Writes the figures and the rest side by side in one object.
  package func encode(to encoder: any Encoder) throws {
    try figures.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(parent, forKey: .parent)
    try container.encode(entriesClosed, forKey: .entriesClosed)
    try container.encode(unmatched, forKey: .unmatched)
  }

  /// Reads what `encode(to:)` wrote.
  package init(from decoder: any Decoder) throws {
    figures = try ImportReport(from: decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    parent = try container.decode(Int64.self, forKey: .parent)
    entriesClosed = try container.decode(Int.self, forKey: .entriesClosed)
    unmatched = try container.decode(Int.self, forKey: .unmatched)
  }
}
