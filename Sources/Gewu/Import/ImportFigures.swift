import Intake
import Warehouse

/// What became of a file's rows, under the names of the contract.
package struct ImportFigures: Hashable, Sendable {
  /// The counts by their names, such as `read` and `inserted`.
  package var counts: [String: Int]
  /// How many reasons of each code the refused rows have.
  package var reasons: [String: Int]
  /// How many remarks of each code the rows that were taken have.
  package var remarks: [String: Int]
  /// The current rows of the data set, by the code of the cell that they are attached to.
  package var cells: [String: Int]
}

extension District {
  /// What the first import of a file came to, and where the data set's rows are; nil where the
  /// store holds no batch of that file.
  ///
  /// - Parameters:
  ///   - file: the name of the file, without its folder.
  ///   - cells: the rows by cell where they are known: see ``attachedRows(dataset:)``.
  /// - Throws: ``IndexFault`` where no generation is active, or a `StoreError`.
  package func importFigures(
    dataset: String, file: String, cells: [String: Int]? = nil
  ) throws -> ImportFigures? {
    let batches = try store.read { try $0.batches(dataset: dataset, limit: 10_000) }
    let isWanted = { (path: String) in path == file || path.hasSuffix("/\(file)") }
    guard let report = batches.last(where: { isWanted($0.report.file) })?.report else {
      return nil
    }
    let counts = [
      "read": report.read, "inserted": report.inserted, "updated": report.updated,
      "unchanged": report.unchanged, "retired": report.retired, "duplicate": report.duplicate,
      "quarantined": report.quarantined, "blank": report.blank, "attached": report.attached,
      "unattached": report.unattached,
    ]
    return ImportFigures(
      counts: counts, reasons: report.reasons, remarks: report.remarks,
      cells: try cells ?? attachedRows(dataset: dataset))
  }

  /// The current rows of a data set that are attached, by the codes of the cells of any level that
  /// they are attached to.
  package func attachedRows(dataset: String) throws -> [String: Int] {
    let index = try activeIndex()
    let counts = try store.read { session in
      try session.dataset(named: dataset).map { try session.countRows(of: $0, RowFilter()) }
    }
    guard let counts else { return [:] }
    var byCode: [String: Int] = [:]
    for level in index.levels {
      for (row, code) in zip(level.rowIDs, level.codes) {
        if let rows = counts.byGrid[row] { byCode[code] = rows }
      }
    }
    return byCode
  }
}
