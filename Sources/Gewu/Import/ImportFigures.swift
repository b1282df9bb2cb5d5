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

/// Where a row of a file was attached.
package struct ImportedCell: Hashable, Sendable {
  /// The code of the cell; nil for none.
  package var code: String?
  /// Whether its address led there, which is looked up after the import.
  package var isByAddress: Bool
}

extension District {
  /// What the first import of a file came to, and where the data set's rows are; nil where the
  /// store holds no batch of that file.
  ///
  /// Rows that an address led to a cell count as unattached, as the import had left them.
  ///
  /// - Parameters:
  ///   - file: the name of the file, without its folder.
  ///   - cells: the rows by cell where they are known: see ``attachedRows(dataset:)``.
  /// - Throws: ``IndexFault`` where no generation is active, or a `StoreError`.
  package func importFigures(
    dataset: String, file: String, cells: [String: Int]? = nil
  ) throws -> ImportFigures? {
    guard let report = try importReport(dataset: dataset, file: file) else { return nil }
    let counts = [
      "read": report.read, "inserted": report.inserted, "updated": report.updated,
      "unchanged": report.unchanged, "retired": report.retired, "duplicate": report.duplicate,
      "quarantined": report.quarantined, "blank": report.blank,
      "attached": report.attached, "unattached": report.unattached,
    ]
    return ImportFigures(
      counts: counts, reasons: report.reasons, remarks: report.remarks,
      cells: try cells ?? attachedRows(dataset: dataset))
  }

  /// The codes of the cells that the first import of a file attached its rows to, in the order of the file:
  /// of the rows that it inserted or changed, nil for one without a cell.
  ///
  /// - Parameter file: the name of the file, without its folder.
  /// - Throws: ``IndexFault`` where no generation is active, or a `StoreError`.
  package func importedCells(dataset: String, file: String) throws -> [ImportedCell] {
    guard let batch = try importReport(dataset: dataset, file: file)?.batch else { return [] }
    var codes: [Int64: String] = [:]
    for level in try activeIndex().levels {
      for (row, code) in zip(level.rowIDs, level.codes) { codes[row] = code }
    }
    let cells = try store.read { session in
      try session.dataset(named: dataset).map { try session.cells(ofBatch: batch, in: $0) }
    }
    return (cells ?? []).map { cell in
      ImportedCell(code: cell.grid.flatMap { codes[$0] }, isByAddress: cell.isByAddress)
    }
  }

  /// How many cells the active boundaries have, by level.
  ///
  /// - Throws: ``IndexFault`` where no generation is active, or a `StoreError`.
  package func cellCounts() throws -> [String: Int] {
    Dictionary(
      try activeIndex().levels.map { ($0.level.name, $0.codes.count) },
      uniquingKeysWith: { first, _ in first })
  }

  private func importReport(dataset: String, file: String) throws -> ImportReport? {
    let batches = try store.read { try $0.batches(dataset: dataset, limit: 10_000) }
    let isWanted = { (path: String) in path == file || path.hasSuffix("/\(file)") }
    return batches.last(where: { isWanted($0.report.file) })?.report
  }

  /// The current rows of a data set that are attached, by the codes of the cells of any level that
  /// they are attached to; without those that an address led there.
  package func attachedRows(dataset: String) throws -> [String: Int] {
    let index = try activeIndex()
    let counts = try store.read { session in
      try session.dataset(named: dataset).map { entry in
        try session.countRows(of: entry, RowFilter()).byGrid.merging(
          session.rowsByAddress(of: entry), uniquingKeysWith: -
        ).filter { $0.value > 0 }
      }
    }
    guard let counts else { return [:] }
    var byCode: [String: Int] = [:]
    for level in index.levels {
      for (row, code) in zip(level.rowIDs, level.codes) {
        if let rows = counts[row] { byCode[code] = rows }
      }
    }
    return byCode
  }
}
