package import Datasets
package import Tabular

/// The way of the rows of one batch, from the bytes of a file to the state of the store: one way for
/// an import, its dry run and a replay.
///
/// | stage | from | to | where |
/// |---|---|---|---|
/// | read | bytes | `TableRow` with `TableField`s | `RecordSource.rows`, a `RowReader` of `Tabular` |
/// | check | fields | `FieldValue`s, faults and remarks | `RecordReader` of `Datasets` |
/// | place | values | position and row of `grid` in a `PlannedRow` | `RecordPlacer` |
/// | plan | checked and placed row | `PlannedRow`, `RowRefusal`, `RowRemark` in a `RowBlock` | `RowPlanner` with its `KeyTable` |
/// | seal | personal values of a `RowBlock` | what may be shown, what is sealed | `RowSealing` |
/// | write | `RowBlock` | rows of the table or of a stage | `ImportSink.take` |
/// | publish | `ImportReport` | indexes, views, batch and archive | `ImportSink.publish` |
///
/// **Threads.** Reading to planning run on a thread of their own (`BlockPipe`), up to 48 blocks of 512
/// rows ahead; sealing, where there is any, on another one between it and the sink. What the sink does runs on
/// the caller's thread, and so does ending the rows that a full load no longer has, once all is read. The
/// digest and the copy of the file are made on further threads, and the boxes of an index are packed on one.
///
/// **Failures.** A row at fault is a value: it goes into quarantine with its reasons and never stops
/// the run. A threshold exceeded is a value too: the report carries an `ImportRefusal`, and nothing was
/// published. An error that is thrown stops the run; whoever opened the transaction rolls it back, and
/// the store is as it was: faults of the file as a whole (`TabularError`, `DatasetsError`,
/// `PositionTally.Misplaced`), of a temporary file (`SpillError`), of the sink, and
/// `CancellationError`. Only a staged load that is stopped keeps what it has staged.
///
/// **Locks and transactions.** The pipeline knows none. In the store, `Store.importFile` and
/// `Store.replay` hold the lock of the writer from before the file is opened until the batch is
/// published. A small file, a dry run and a replay are one immediate transaction, which a refusal and a
/// dry run roll back. A large file is staged in transactions of some 1.5 s each, which nobody sees, and
/// published by the last one.
package struct ImportPipeline {
  /// The version of what becomes of a file's rows, to be raised whenever the same bytes with the same
  /// manifest could come to other rows, other blocks or another order: a load that another version
  /// has staged is begun anew.
  package static let version = 4

  package let source: any RecordSource
  package let request: ImportRequest
  package let limits: ImportLimits
  package let placer: RecordPlacer
  private let srid: Int

  /// Makes a run ready.
  ///
  /// - Parameter srid: the store's reference system.
  /// - Throws: `DatasetsError`, `GeometryError`, `CoordinateTransformError` for a rule of place.
  package init(
    _ source: any RecordSource, _ request: ImportRequest, limits: ImportLimits, srid: Int
  ) throws {
    self.source = source
    self.request = request
    self.limits = limits
    self.srid = srid
    placer = try RecordPlacer(
      request.manifest, attacher: request.attacher, srid: srid, fileCRS: source.crs)
  }

  /// The bytes of text to be read.
  package var byteCount: Int { source.rows.reader.bytesTotal }

  /// Does everything.
  ///
  /// - Returns: what became of every row; with a refusal where a threshold is exceeded, and then
  ///   the sink was not asked to publish.
  package func run(into sink: some ImportSink) throws -> ImportReport {
    var start = try sink.start()
    let planner = RowPlanner(
      request, source, placer: placer, srid: srid, judgesPositions: limits.judgesPositions,
      from: &start)
    var report: ImportReport
    do {
      report = try BlockPipe.run(planner, valueCount: planner.valueCount) { block in
        tell(try sink.take(block), block.rowsRead, block.bytesRead)
      }
      if request.manifest.load.retires {
        try planner.retire(into: sink) { tell($0 == .loading ? .retiring : $0, $1, byteCount) }
        report = planner.report
      }
    } catch let error as CancellationError {
      throw try sink.interruption() ?? error
    }
    report.accuracy = placer.accuracy
    if let metres = report.accuracy, metres > 0 { report.notes.append(.inexact(metres: metres)) }
    report.refused = limits.refusal(of: report, shrink: planner.shrink)
    guard report.refused == nil else { return report }
    planner.forgetKeys()
    tell(.indexing, report.read, byteCount)
    try sink.publish(report)
    if !request.isDryRun { tell(.publishing, report.read, byteCount) }
    return report
  }

  private func tell(_ phase: ImportProgress.Phase, _ rows: Int, _ bytes: Int) {
    request.progress?(
      ImportProgress(phase: phase, bytesDone: bytes, bytesTotal: byteCount, rows: rows))
  }
}

/// Where rows come from: a file, refused rows as they were kept, or as they were corrected.
package protocol RecordSource {
  /// The table that is read.
  var file: any TableFile { get }
  /// Its data rows, and where its fields are.
  var rows: DataRows { get }
  /// What the batch is called.
  var fileName: String { get }
  /// The reference system of its geometries, where the file names one.
  var crs: String? { get }
}

/// Where planned rows go.
package protocol ImportSink: AnyObject {
  /// What is there before the first row.
  func start() throws -> ImportStart
  /// Writes what a block says, or passes over what an earlier run has written.
  ///
  /// - Returns: the phase that it was.
  func take(_ block: RowBlock) throws -> ImportProgress.Phase
  /// A current row of the store by its number; nil where there is none.
  func absentRow(_ id: Int64) throws -> AbsentRow?
  /// Keeps what can be kept of a run that was stopped; nil where that is nothing.
  func interruption() throws -> (any Error)?
  /// Does what follows the last row.
  func publish(_ report: ImportReport) throws
}

/// What is there before the first row of a batch.
package struct ImportStart {
  package var batch: Int64
  /// The number of the first new row.
  package var firstID: Int64
  /// For loads by partitions.
  package var partitions: ImportPartitions?
  /// Where the boxes of the rows go, for an index over all of them.
  package var boxes: ImportBoxes?
  /// What became of rows that an interrupted load had staged.
  package var note: ImportNote?
  /// The keys of refused rows of earlier files that nobody has dealt with.
  package var openKeys: [ValueHash] = []
  /// What seals personal values, where they are sealed.
  package var sealing: (any RowSealing)?
  private var keys: KeyTable

  /// - Parameter keys: those of the current rows.
  package init(batch: Int64, firstID: Int64, keys: KeyTable) {
    (self.batch, self.firstID, self.keys) = (batch, firstID, keys)
  }

  /// Hands the keys over: two owners of the table would copy it.
  mutating func takeKeys() -> KeyTable {
    defer { keys = .none }
    return keys
  }
}
