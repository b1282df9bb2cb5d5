import Datasets
import Tabular

/// The rows that a replay reads, and which refused rows they stand for.
protocol ReplaySource {
  /// The table that is read.
  var file: any TableFile { get }
  /// The reference system of its geometries.
  var system: String? { get }
  /// The format in which rows that fail again are kept.
  var keptFormat: TableFormat { get }
  /// Its data rows.
  var rows: DataRows { get }
  /// What the batch is called.
  var fileName: String { get }
  /// The batch that the refused rows are of, or the first of them.
  var parent: Int64 { get }
  /// The batch whose place among the others the rows keep; nil where they are of today.
  var age: Int64? { get }
  /// The digest of the file that the rows come from.
  var digest: SourceDigest { get }
  /// The refused rows that were read, by the numbers of the rows that stood for them; to be asked
  /// when all rows are read.
  func entries() throws -> [Int: QuarantineEntry]
}

extension ReplaySource {
  /// The system that the file names.
  var system: String? { file.crs }
  /// That of the table.
  var keptFormat: TableFormat { file.format }
}
