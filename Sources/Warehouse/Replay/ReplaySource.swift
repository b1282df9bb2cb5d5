import GRDB
import Intake
import Tabular
import Time

/// The rows that a replay reads, and which refused rows they stand for.
///
/// A row that passes is inserted, or replaces the row with its key; a row that fails again becomes
/// a refused row of the new batch, tied to its first entry. So every batch refuses exactly the rows
/// that its figures say, and of the entries of one row at most one is open.
protocol ReplaySource: BatchSource {
  /// The refused rows that were read, by the numbers of the rows that stood for them; to be asked
  /// when all rows are read.
  func entries() throws -> [Int: QuarantineEntry]
}

extension ReplaySource {
  func settle(batch: Int64, at moment: Moment, _ db: Database) throws {
    try QuarantineEntry.close(entries(), replayedIn: batch, at: moment, db)
  }
}
