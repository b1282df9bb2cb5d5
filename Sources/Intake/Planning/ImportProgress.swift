/// How far an import is.
package struct ImportProgress: Hashable, Sendable {
  package enum Phase: String, Hashable, Sendable {
    /// Reading again what an interrupted load has staged.
    case resuming
    /// Reading, checking, attaching and writing rows.
    case loading
    /// Ending the rows that the file does not have.
    case retiring
    /// Building the index of the key.
    case indexing
    case publishing
  }

  package var phase: Phase
  /// The bytes of text read so far.
  package var bytesDone: Int
  /// The bytes of text in all.
  package var bytesTotal: Int
  /// The data rows read so far.
  package var rows: Int

  package init(phase: Phase, bytesDone: Int, bytesTotal: Int, rows: Int) {
    self.phase = phase
    self.bytesDone = bytesDone
    self.bytesTotal = bytesTotal
    self.rows = rows
  }
}

/// A large load was stopped on request; what it had staged is kept.
package struct ImportInterrupted: Error, Sendable, Equatable, CustomStringConvertible {
  package let path: String
  /// The batch that is staged.
  package let batch: Int64
  package let rows: Int

  package init(path: String, batch: Int64, rows: Int) {
    self.path = path
    self.batch = batch
    self.rows = rows
  }

  package var description: String { "import-interrupted(\(path), \(batch), \(rows))" }
}
