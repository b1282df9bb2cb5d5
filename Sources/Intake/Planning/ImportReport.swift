package import Datasets

/// A row of the store that a load did not retire, because it may be a refused row of the file.
package struct SparedRow: Hashable, Sendable, Codable {
  /// The row in the data set's table.
  package var row: Int64
  /// The refused row's number in the file.
  package var refused: Int

  package enum CodingKeys: String, CodingKey {
    case row
    case refused = "refused_row"
  }

  package init(row: Int64, refused: Int) {
    (self.row, self.refused) = (row, refused)
  }
}

/// A refused row: its place, and one of its reasons with the value masked where it is sensitive.
package struct RefusedExample: Hashable, Sendable {
  /// So many are given.
  package static let most = 3

  package var line: Int
  package var reason: Reason

  package init(line: Int, reason: Reason) { (self.line, self.reason) = (line, reason) }
}

/// What became of every row of a file: the outcome of one import.
///
/// `read = inserted + updated + unchanged + duplicate + quarantined + blank`, always. Of the rows
/// written, `attached + unattached = inserted + updated`.
package struct ImportReport: Hashable, Sendable, Codable {
  package enum Status: String, Hashable, Sendable, Codable {
    /// A large load ended too early: some of its rows are staged, none is published.
    case staged
    /// The rows are in the store.
    case published
    /// The same file was published before by the same manifest; its report is repeated.
    case unchanged
    /// A threshold was exceeded; nothing was changed.
    case refused
    /// All was done as if to publish, and taken back.
    case dryRun = "dry_run"
    /// Published once, and taken back since.
    case rolledBack = "rolled_back"
  }

  /// The batch; nil where nothing was kept.
  package var batch: Int64?
  package var dataset: String
  package var file: String
  package var status: Status
  /// The sheet or layer that was read, where the format has them.
  package var sheet: String?
  /// The encoding that texts were read in.
  package var encoding: String?
  /// The data rows of the file; headers are none.
  package var read = 0
  package var inserted = 0
  /// Rows that replace a version of themselves.
  package var updated = 0
  /// Rows that are as the store has them.
  package var unchanged = 0
  /// Rows of the store that a full load no longer has; outside the identity.
  package var retired = 0
  /// Rows of the store that the file does not have and that were not retired all the same: refused
  /// rows whose key cannot be read, or is mistyped, may be among them.
  package var spared = 0
  /// Those of them that are like a refused row whose key fails its own check, each with that row.
  package var sparedRows: [SparedRow] {
    get { sparedList ?? [] }
    set { sparedList = newValue }
  }
  private var sparedList: [SparedRow]?
  /// Rows that repeat the key of another row of the file.
  package var duplicate = 0
  /// Rows refused, kept with their reasons.
  package var quarantined = 0
  package var blank = 0
  /// Rows written that have a grid.
  package var attached = 0
  /// Rows written that have none.
  package var unattached = 0
  /// How often each reason was given.
  package var reasons: [String: Int] = [:]
  /// Rows taken that have a remark.
  package var warned = 0
  /// How often each remark was made on rows that were taken.
  package var remarks: [String: Int] = [:]
  /// What time the file is about, as `2026-09`; nil where that is not known.
  package var period: String?
  /// Whether the rows went into the past: they were current at no time.
  package var isHistory: Bool { history ?? false }
  private var history: Bool?
  /// The batch that has come after the one whose report is repeated.
  package var supersededBy: Int64?
  package var seconds = 0.0
  /// How far off the positions may be by the change of the datum, in metres: 0 where none changes;
  /// nil where there is no position, or nobody knows.
  package var accuracy: Double?
  /// Why nothing of the file was taken.
  package var refused: ImportRefusal?
  /// The first refused row for each of some reasons, for whoever is told that a limit is exceeded.
  package var examples: [RefusedExample] = []
  /// The keys of some rows that a refused load would have retired, masked where they are sensitive.
  package var retiredExamples: [String] = []
  /// The keys of refused rows of earlier files that this one has, and that were taken now.
  package var settled: [ValueHash] = []
  /// What is to be said besides the figures.
  package var notes: [ImportNote] = []

  /// How well each reading of the coordinates fits, the best first, where `crs: auto` asked for it.
  package var crs: [CRSShare]?
  /// What a dry run would have changed.
  package var plan: BatchDiff?

  /// Makes a report of nothing yet.
  package init(dataset: String, file: String, status: Status) {
    self.dataset = dataset
    self.file = file
    self.status = status
  }

  /// Says that the rows went into the past.
  package mutating func markAsHistory() { history = true }

  /// Whether a threshold was exceeded, so that nothing was changed.
  package var isRefused: Bool { status == .refused }

  /// Whether this run put rows into quarantine.
  ///
  /// False where an earlier report is repeated.
  package var hasQuarantined: Bool {
    quarantined > 0 && (status == .published || status == .dryRun)
  }

  /// Whether every row read has exactly one outcome: the identity that `ImportWriter+Balance.swift` asserts
  /// before a batch is published, and verification afterwards.
  package var isBalanced: Bool { read == outcomes }

  /// How many rows have an outcome: the one place that says which outcomes there are.
  package var outcomes: Int {
    inserted + updated + unchanged + duplicate + quarantined + blank
  }

  /// The names in JSON, those of the contract.
  package enum CodingKeys: String, CodingKey {
    case batch, dataset, file, status, read, inserted, updated, unchanged, retired, duplicate
    case quarantined, blank, attached, unattached, reasons, warned, remarks, seconds, crs
    case plan, spared, period, accuracy
    case history = "as_history"
    case supersededBy = "superseded_by"
    case sparedList = "spared_rows"
    case sheet, encoding
  }

  private enum ExtraKeys: String, CodingKey {
    case settled
  }

  /// Writes the figures, `batch` as null where nothing was kept; what is said in words comes from
  /// the faces.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(batch, forKey: .batch)
    try container.encode(dataset, forKey: .dataset)
    try container.encode(file, forKey: .file)
    try container.encode(status, forKey: .status)
    try container.encodeIfPresent(sheet, forKey: .sheet)
    try container.encodeIfPresent(encoding, forKey: .encoding)
    try container.encode(read, forKey: .read)
    try container.encode(inserted, forKey: .inserted)
    try container.encode(updated, forKey: .updated)
    try container.encode(unchanged, forKey: .unchanged)
    try container.encode(retired, forKey: .retired)
    try container.encode(duplicate, forKey: .duplicate)
    try container.encode(quarantined, forKey: .quarantined)
    try container.encode(blank, forKey: .blank)
    try container.encode(attached, forKey: .attached)
    try container.encode(unattached, forKey: .unattached)
    try container.encode(reasons, forKey: .reasons)
    if spared > 0 { try container.encode(spared, forKey: .spared) }
    if !sparedRows.isEmpty { try container.encode(sparedRows, forKey: .sparedList) }
    try container.encodeIfPresent(period, forKey: .period)
    if isHistory { try container.encode(true, forKey: .history) }
    try container.encodeIfPresent(supersededBy, forKey: .supersededBy)
    if !settled.isEmpty {
      var extra = encoder.container(keyedBy: ExtraKeys.self)
      try extra.encode(settled.count, forKey: .settled)
    }
    try container.encode(warned, forKey: .warned)
    try container.encode(remarks, forKey: .remarks)
    try container.encode(seconds, forKey: .seconds)
    try container.encodeIfPresent(accuracy, forKey: .accuracy)
    try container.encodeIfPresent(crs, forKey: .crs)
    try container.encodeIfPresent(plan, forKey: .plan)
  }
}
