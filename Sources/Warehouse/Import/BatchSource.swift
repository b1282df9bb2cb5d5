import Datasets
import GRDB
import Geometry
import Intake
import Projections
import Tabular
import Time

/// The rows of a batch with what the store keeps of where they come from.
protocol BatchSource: RecordSource {
  /// The digest of the file that the rows come from, and its copy.
  var digest: ImportDigest { get }
  /// The format in which rows that fail are kept.
  var keptFormat: TableFormat { get }
  /// The batch whose refused rows these are, or the first of several; nil for a file that is imported.
  var parent: Int64? { get }
  /// The batch whose place among the others the rows keep; nil where they are of today.
  var age: Int64? { get }
  /// Whether the rows are a state of the past, and at no time current.
  var isHistory: Bool { get }
  /// Closes the refused rows that were taken up; asked when all rows are written.
  func settle(batch: Int64, at moment: Moment, _ db: Database) throws
}

extension BatchSource {
  /// That of the table.
  var keptFormat: TableFormat { file.format }
  /// Rows are of today unless said otherwise.
  var isHistory: Bool { false }
}

/// A file that is imported.
struct FileSource: BatchSource {
  let file: any TableFile
  let rows: DataRows
  let digest: ImportDigest
  let fileName: String
  let isHistory: Bool
  let parent: Int64? = nil
  let age: Int64? = nil
  let crs: String?

  /// Reads the header; throws a fault of the file as a whole.
  init(
    _ file: any TableFile, digest: ImportDigest, manifest: Manifest, path: String,
    isHistory: Bool = false
  ) throws {
    self.file = file
    self.isHistory = isHistory
    self.digest = digest
    rows = try DataRows(file, manifest: manifest)
    // The batch keeps the name that can be read again.
    crs = file.crs.map { name in
      (try? CRSName(name, ifUnknown: file.crsDefinition))?.description ?? name
    }
    fileName = path.split(separator: "/").last.map(String.init) ?? ""
  }

  func settle(batch: Int64, at moment: Moment, _ db: Database) {}
}
