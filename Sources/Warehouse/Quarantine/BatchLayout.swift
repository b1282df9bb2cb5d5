import Datasets
import Foundation
import GRDB
import Tabular

/// How the file of a batch was laid out, as the batch keeps it.
struct BatchLayout {
  let dataset: String
  let fileName: String
  let fileHash: String
  let encoding: String
  let format: TableFormat
  let sheet: String?
  /// The reference system that the file named for its geometries.
  let crs: String?
  /// What divides the fields of delimited text.
  let delimiter: UInt8
  /// The headings in the order of the file; nil for a batch of before they were kept.
  let headings: [String]?

  init(batch: Int64, _ db: Database) throws {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT b.*, s.encoding AS encoding FROM batch AS b
          JOIN source_file AS s ON s.sha256 = b.file_sha256 WHERE b.id = ?
          """, arguments: [batch])
    else { throw StoreError.failed(path: "quarantine", .noBatch(batch)) }
    dataset = row["dataset"]
    fileName = row["file_name"]
    fileHash = row["file_sha256"]
    encoding = row["encoding"]
    format = TableFormat(rawValue: row["format"]) ?? .csv
    sheet = row["sheet"]
    crs = row["crs"]
    delimiter = (row["delimiter"] as String).utf8.first ?? UInt8(ascii: ",")
    let header: String? = row["header"]
    headings = try header.map { try JSONDecoder().decode([String].self, from: Data($0.utf8)) }
  }

  /// How its rows, if they are delimited text, are divided into fields.
  ///
  /// - Parameter hasQuotes: what the manifest says of quotes.
  func dialect(hasQuotes: Bool) -> TableDialect {
    var dialect = TableDialect(delimiter: delimiter)
    dialect.hasQuotes = hasQuotes
    return dialect
  }

  /// Where a manifest's fields are in the file.
  ///
  /// - Throws: `DatasetsError` where the manifest no longer fits the file.
  func columns(_ manifest: Manifest) throws -> ColumnMap {
    let width = headings?.count ?? manifest.fields.count
    return try ColumnMap(
      manifest, header: manifest.hasHeader ? headings : nil, width: width, path: fileName,
      shortened: { format.shortened($0, encodingName: encoding) })
  }
}
