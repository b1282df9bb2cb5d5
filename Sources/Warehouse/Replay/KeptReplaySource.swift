import Datasets
import GRDB
import Tabular

/// The open refused rows of a batch, to be read again as they were kept.
struct KeptReplaySource: ReplaySource {
  let file: any TableFile
  let rows: DataRows
  let fileName: String
  let parent: Int64?
  var crs: String? { file.crs }
  let age: Int64?
  let digest: ImportDigest
  private let kept: [QuarantineEntry]

  /// Prepares to read the rows by the rules of a manifest.
  ///
  /// - Throws: `DatasetsError` where the columns do not fit the manifest.
  init(batch: Int64, manifest: Manifest, _ seal: StoreSeal, _ db: Database) throws {
    kept = try QuarantineEntry.open(batch: batch, seal, db)
    let layout = try BatchLayout(batch: batch, db)
    let table = KeptRows(
      kept.map(\.row), path: layout.fileName, format: layout.format,
      encodingName: layout.encoding, crs: layout.crs)
    file = table
    // What the manifest says of quotes may be what was corrected.
    var dialect = manifest.dialect
    dialect.delimiter = layout.delimiter
    rows = DataRows(
      reader: table.rows(dialect),
      columns: try layout.columns(manifest))
    fileName = layout.fileName
    digest = ImportDigest(known: layout.fileHash)
    parent = batch
    age = try Self.origin(of: batch, db)
  }

  func entries() -> [Int: QuarantineEntry] {
    Dictionary(kept.map { ($0.row.number, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The batch that first read the rows: replays of the same file only tried them again.
  private static func origin(of batch: Int64, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        WITH RECURSIVE line (id, file, parent) AS (
          SELECT id, file_sha256, parent_batch FROM batch WHERE id = ?
          UNION ALL
          SELECT b.id, b.file_sha256, b.parent_batch FROM batch AS b
          JOIN line AS l ON b.id = l.parent AND b.file_sha256 = l.file)
        SELECT min(id) FROM line
        """, arguments: [batch])
  }
}

/// The geometries of refused rows, for corrected rows that come back in a file without geometries.
struct KeptShapes {
  /// By the number of the refused row.
  private(set) var byNumber: [String: [UInt8]] = [:]
  /// By the key of the refused row, where it can be read; the oldest of several.
  private(set) var byKey: [String: [UInt8]] = [:]
  /// A format in which such rows are kept; nil where no row has a geometry.
  private(set) var format: TableFormat?

  /// Collects the geometries of open entries.
  ///
  /// - Throws: `TabularError` where a kept row is damaged, `DatasetsError` where the manifest no
  ///   longer fits.
  init(_ open: [QuarantineEntry], layouts: [Int64: BatchLayout], manifest: Manifest) throws {
    for entry in open {
      guard let layout = layouts[entry.batch],
        let shape = try entry.row.geometry(of: layout.format)
      else { continue }
      format = format ?? layout.format
      byNumber["\(entry.first)"] = shape
      if let key = try CorrectedRows.key(entry, layout, manifest), byKey[key] == nil {
        byKey[key] = shape
      }
    }
  }
}
