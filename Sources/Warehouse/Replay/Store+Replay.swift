import Access
import Intake
import Datasets
import GRDB
import Tabular

extension Store {
  /// Tries refused rows again, in one transaction, as a batch of its own.
  ///
  /// Rows as they were kept never replace rows of later batches (they count as duplicates); rows of
  /// a corrected file are of today and do. Nothing is retired, whatever the load mode.
  ///
  /// - Returns: what became of them; nil where there is no open refused row, and nothing was done.
  /// - Throws: `DatasetsError` or `TabularError` where the columns or the corrected file do not fit,
  ///   `StoreError`, `CancellationError`; nothing was changed.
  package func replay(_ request: ReplayRequest) throws -> ReplayReport? {
    let start = ContinuousClock.now
    return try withWriterLock {
      guard let source = try source(of: request) else { return nil }
      var load = request.load
      load.path = request.corrected ?? source.fileName
      // Rows that were refused say nothing about those that were not.
      if load.manifest.load.retires { load.manifest.load = .incremental }
      let report = try self.load(source, load, limits: .none, since: start)
      let entries = try source.entries().count
      return ReplayReport(
        figures: report, parent: source.parent ?? 0, entriesClosed: entries,
        unmatched: report.read - report.blank - entries)
    }
  }

  private func source(of request: ReplayRequest) throws -> (any ReplaySource)? {
    let manifest = request.load.manifest
    return try read { session in
      guard try session.hasOpenRows(batch: request.batch, dataset: manifest.dataset) else {
        return nil
      }
      if let path = request.corrected {
        return try CorrectedReplaySource(
          path: path, batch: request.batch, manifest: manifest, seal, session.db)
      }
      return try KeptReplaySource(batch: request.batch ?? 0, manifest: manifest, seal, session.db)
    }
  }
}

extension Store {
  /// The data set whose refused rows a corrected file holds, by the first number in its column
  /// `gewu_id`; nil where it has none, or one of no refused row.
  ///
  /// - Throws: `TabularError` where it is no table, `StoreError`.
  package func dataset(ofCorrectedFile path: String) throws -> String? {
    let file = try DepartmentFile.open(path: path)
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      let dialect = TableDialect(delimiter: delimiter)
      let rows = try file.rows(dialect)
      let headings = try? TableHeader(rows, dialect: dialect, path: path).headings
      if let column = headings?.firstIndex(of: QuarantineColumns.number) {
        return try dataset(ofRowsIn: column, rows)
      }
    }
    return nil
  }

  private func dataset(ofRowsIn column: Int, _ rows: any RowReader) throws -> String? {
    while try rows.next() != nil {
      guard column < rows.fields.count, let number = Int64(rows.fields[column].string) else {
        continue
      }
      return try read { session in
        try String.fetchOne(
          session.db,
          sql: """
            SELECT b.dataset FROM quarantine AS q JOIN batch AS b ON b.id = q.batch_id
            WHERE q.id = ?
            """, arguments: [number])
      }
    }
    return nil
  }
}
