import Access
import Datasets
import Foundation
import GRDB
import Tabular

/// A file with refused rows as a department has corrected them.
///
/// A row stands for the refused row whose number it carries in the column `gewu_id` that the export
/// added; where that column is gone, for the one with the same key.
struct CorrectedReplaySource: ReplaySource {
  let file: any TableFile
  let crs: String?
  let rows: DataRows
  let fileName: String
  let parent: Int64?
  let age: Int64? = nil
  let keptFormat: TableFormat
  let digest: ImportDigest
  private let reader: CorrectedRows
  private let open: [QuarantineEntry]
  private let manifest: Manifest
  private let layouts: [Int64: BatchLayout]

  /// Opens the file.
  ///
  /// - Throws: `TabularError`, or `DatasetsError` where the header does not fit the manifest.
  init(path: String, batch: Int64?, manifest: Manifest, _ seal: StoreSeal, _ db: Database) throws {
    self.manifest = manifest
    open =
      try batch.map { try QuarantineEntry.open(batch: $0, seal, db) }
      ?? QuarantineEntry.open(dataset: manifest.dataset, seal, db)
    var layouts: [Int64: BatchLayout] = [:]
    for batch in Set(open.map(\.batch)) { layouts[batch] = try BatchLayout(batch: batch, db) }
    self.layouts = layouts
    let first = batch ?? open.first?.batch ?? 0
    parent = first
    file = try DepartmentFile.open(path: path, manifest: manifest)
    digest = ImportDigest(file.parts, try seal.ring(db).map(FileNames.init))
    // Geometries that were kept are in the system of the file they came in.
    crs = file.crs ?? layouts[first]?.crs
    fileName = path.split(separator: "/").last.map(String.init) ?? path
    let shapes = try KeptShapes(open, layouts: layouts, manifest: manifest)
    // Text and workbooks have no room for a geometry: the rows are kept as those before them.
    keptFormat = shapes.format ?? file.format
    reader = try CorrectedRows(file, manifest: manifest, shapes: shapes)
    rows = DataRows(reader: reader, columns: reader.columns)
  }

  func entries() throws -> [Int: QuarantineEntry] {
    let found = try reader.hasNumbers ? entriesByNumber() : entriesByKey()
    guard !found.isEmpty else {
      throw DatasetsError(
        path: file.path, .noOpenRow(column: QuarantineColumns.number, dataset: manifest.dataset))
    }
    return found
  }

  private func entriesByNumber() -> [Int: QuarantineEntry] {
    var byNumber: [String: QuarantineEntry] = [:]
    for entry in open { byNumber["\(entry.first)"] = entry }
    return match { byNumber.removeValue(forKey: $0) }
  }

  private func entriesByKey() throws -> [Int: QuarantineEntry] {
    var byKey: [String: [QuarantineEntry]] = [:]
    for entry in open.reversed() {
      let key = try layouts[entry.batch].flatMap { try CorrectedRows.key(entry, $0, manifest) }
      if let key { byKey[key, default: []].append(entry) }
    }
    return match { byKey[$0]?.popLast() }
  }

  private func match(_ take: (String) -> QuarantineEntry?) -> [Int: QuarantineEntry] {
    var found: [Int: QuarantineEntry] = [:]
    for mark in reader.marks {
      if let entry = take(mark.text) { found[mark.row] = entry }
    }
    return found
  }
}
