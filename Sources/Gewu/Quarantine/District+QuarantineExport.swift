import Tabular
import Warehouse

extension District {
  /// Writes refused rows to a file in the department's own layout, with the reasons behind.
  ///
  /// The values are as they came, personal ones too: the file goes back to who owns them.
  ///
  /// - Parameters:
  ///   - selection: whose open rows; a batch or a data set.
  ///   - path: the file; `.xlsx` makes a workbook, `.csv` delimited text in UTF-8 with a mark.
  ///   - inChinese: the language of the reasons.
  /// - Returns: how many rows it has.
  /// - Throws: `GewuError` where nothing is open or the ending is another one; `TabularError` where
  ///   the file cannot be written.
  public func exportQuarantine(
    _ selection: QuarantineSelection, to path: String, inChinese: Bool
  ) throws -> Int {
    guard let ending = QuarantineFile(path: path) else {
      throw GewuError(.invalid, "\(path): give a file that ends in .xlsx or .csv")
    }
    return try store.read { session in
      try selection.check(session)
      let dataset =
        try selection.batch.map { try Self.batch($0, session: session).report.dataset }
        ?? selection.dataset
      guard let dataset else {
        throw GewuError(.invalid, "say whose rows are exported: --batch or --dataset")
      }
      let table = try session.quarantineTable(batch: selection.batch, dataset: dataset)
      guard table.count > 0 else { throw selection.emptiness }
      let writer = try ending.writer(for: table, path: path, inChinese: inChinese)
      try writer.write(table.header(inChinese: inChinese).map { .text($0) }, geometry: nil)
      try table.write(inChinese: inChinese, writer.write)
      try writer.finish()
      return table.count
    }
  }
}
