/// What an examination of a store found, as facts.
package struct VerificationReport: Hashable, Sendable {
  /// One property that was examined.
  package struct Check: Hashable, Sendable {
    package let subject: Subject
    /// How many things were examined: pages, batches, rows, files, indexes.
    package var examined = 0
    /// What is wrong; the first 100 findings.
    package var problems: [VerificationFinding] = []
    /// How many problems were left out of ``problems``.
    package var more = 0
    /// What is worth knowing and not a problem.
    package var notes: [VerificationFinding] = []

    package init(_ subject: Subject, examined: Int = 0) {
      self.subject = subject
      self.examined = examined
    }
  }

  /// What a check is about; the raw value is its name in JSON.
  package enum Subject: String, Sendable, CaseIterable {
    case file, permissions, references, identity
    case datasets = "data sets"
    case versions, keys, columns, attachments, quarantine, stages
    case spatialIndexes = "spatial indexes"
    case archive, reports, seal, subjects
    case indexFiles = "index files"
    case profile, use
  }

  package var store: String
  package var clean: Bool { checks.allSatisfy { $0.problems.isEmpty } }
  /// All that was examined, in order.
  package var checks: [Check]
}

/// One thing that an examination of a store found.
package enum VerificationFinding: Hashable, Sendable {
  /// What SQLite says of the file.
  case damage(String)
  /// A file of the store that others than its owner may use; a note.
  case openToOthers(path: String)
  /// A file of the store that others than its owner could use until it was opened; a note.
  case wasOpenToOthers(path: String)
  /// A row refers to a row of `parent` that does not exist.
  case danglingReference(table: String, row: Int64, parent: String)
  /// A figure differs from the one that the batch has.
  case figure(BatchFigure, batch: Int64, found: Int, recorded: Int)
  case missingObject(dataset: String, kind: ObjectKind, name: String)
  /// A batch of a data set that does not exist.
  case unknownDataset(batch: Int64, dataset: String)
  /// Rows of a batch that is not published.
  case unpublishedBatch(dataset: String, batch: Int64)
  /// Rows that could not be taken back with their batch.
  case notReversed(batch: Int64, rows: Int)
  /// Versions that end before they began.
  case backwards(dataset: String, versions: Int)
  /// Current rows of batches that are not published.
  case orphaned(dataset: String, rows: Int)
  case missingKeyIndex(dataset: String)
  case unreadableManifest(dataset: String)
  /// Keys that more than one current row has.
  case repeatedKeys(dataset: String, keys: Int)
  /// Current rows whose values of a field a column of another type may have changed.
  case otherType(dataset: String, field: String, column: String, rows: Int)
  /// Rows in grids that do not exist.
  case missingGrids(dataset: String, rows: Int)
  /// Rows in grids that their generation does not have.
  case gridsOfAnotherGeneration(dataset: String, rows: Int)
  /// Refused rows without a reason, ten at most.
  case entriesWithoutReason([Int64])
  /// Refused rows that are replayed by no batch, or by one and not marked so; ten at most.
  case entriesOutOfStep([Int64])
  /// A staged load that cannot be taken up.
  case unusableStage(batch: Int64)
  /// A staged load; a note.
  case staged(batch: Int64, rows: Int, file: String)
  /// A stage's table that belongs to no staged batch.
  case strayStage(table: String)
  case missingStage(table: String)
  case missingSpatialIndex(String)
  /// What SQLite's check says of an R*Tree.
  case brokenSpatialIndex(String, String)
  /// A spatial index that does not have the boxes of its table's geometries.
  case staleSpatialIndex(String, table: String)
  /// A source file that is missing from the archive, or is not what it was; `path` is where it
  /// should be.
  case notArchived(sha256: String, path: String, ArchiveState)

  /// Reports without the receipt by which they are known.
  case withoutReceipt(reports: Int)
  /// Reports whose receipt does not lead to them, so that nobody finds them by it.
  case strayReceipt(reports: Int)
  /// Files of reports whose content is missing.
  case attachmentsMissing(Int)
  /// A file of reports whose content is not that of its digest.
  case attachmentChanged(sha256: String)

  /// The store has no key, and so is for data that is not personal only; a note.
  case unsealed
  /// Values that the store would seal and has in the clear.
  case inTheClear(table: String, values: Int)
  /// Values under a version of the key that the store does not have.
  case keyMissing(table: String, version: UInt32, values: Int)
  /// A sealed value that does not open.
  case sealBroken(table: String, row: String)
  /// Sealed values that were not opened for want of the key; a note.
  case sealedUnread(values: Int)
  /// Source files that lie in the clear although the store is sealed.
  case filesInTheClear(Int)
  /// Source files under a version of the key that the store does not have; 0 for headers that are not of a sealed
  /// file.
  case fileKeyMissing(version: UInt32, files: Int)
  /// Sealed source files that were not opened for want of the key; a note.
  case filesUnread(Int)

  /// Rows that subjects are made of and that their data set does not have.
  case subjectRowsMissing(kind: String, dataset: String, rows: Int)
  /// Rows of subjects that are no longer current, although nothing was changed since these were assembled.
  case subjectRowsEnded(kind: String, dataset: String, rows: Int)
  /// Rows in a subject of another kind, in one that is gone, or in none.
  case subjectRowsAstray(kind: String, dataset: String, rows: Int)
  /// Subjects that stand and have no row.
  case subjectsWithoutRows(kind: String, subjects: Int)
  /// Values or facts whose row is not one of their subject, or items of the queue about rows of none.
  case subjectPartAstray(kind: String, table: String, rows: Int)
  /// Subjects, items or decisions of a kind that was never assembled.
  case subjectKindMissing(kind: String, table: String, rows: Int)

  /// An index file beside the store that does not answer as the boundaries do.
  case wrongIndexFile(path: String, generation: Int64, IndexFileState)

  /// A cell whose kept counts are not those of a recount; the code is empty for what lies in no cell.
  case profileDiffers(day: String, net: String, code: String)
  /// Kept counts of cells that there are none of.
  case strayProfile(day: String, cells: Int)
  /// Something has changed since it was counted, so that it was not counted again; a note.
  case profileOutdated(day: String)
  /// It was not counted again for want of the key; a note.
  case profileUnread(day: String)

  /// Items of the use anomaly that are not what judging again gives.
  case useDiffers(day: String, items: Int)
  /// Items about rows that their data set does not have.
  case useRowsMissing(Int)
  /// Something has changed since homes were judged, so that they were not judged again; a note.
  case useOutdated(day: String)
  /// They were not judged again for want of the key; a note.
  case useUnread(day: String)
  /// Outcomes of visits that are older than they may be, and go with the next judgement; a note.
  case useOutcomesOverdue(Int)

  /// The figures of a batch that are counted again.
  package enum BatchFigure: String, Sendable, CaseIterable {
    /// The sum of what became of the rows read.
    case outcomes
    /// The sum of the rows attached and those not attached.
    case attachedOrNot
    /// The versions that the batch brought.
    case brought
    /// Those of them with a grid.
    case attached
    /// The versions that the batch ended.
    case ended
    /// The versions that were taken back.
    case takenBack
    case refused
  }

  package enum ObjectKind: String, Sendable {
    case table, view
  }

  package enum IndexFileState: Hashable, Sendable {
    /// It is cut off, changed, or no index file.
    case damaged
    /// It is the index of other boundaries.
    case otherContent
  }

  package enum ArchiveState: Hashable, Sendable {
    case missing
    case changed(sha256: String)
    /// It is sealed and does not open.
    case unopened
    case unreadable
  }
}

extension VerificationReport.Check {
  /// Most problems of one kind that are listed.
  static let limit = 100

  /// Adds a problem, or counts it where enough are listed.
  package mutating func fail(_ finding: VerificationFinding) {
    guard problems.count < Self.limit else {
      more += 1
      return
    }
    problems.append(finding)
  }

  /// Adds a problem where a figure of a batch differs from the one that the batch has.
  mutating func expect(
    _ figure: VerificationFinding.BatchFigure, of batch: Int64, _ found: Int, _ recorded: Int
  ) {
    guard found != recorded else { return }
    fail(.figure(figure, batch: batch, found: found, recorded: recorded))
  }
}
