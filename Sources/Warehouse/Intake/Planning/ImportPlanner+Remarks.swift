import Datasets
import Tabular

extension ImportPlanner {
  /// Counts the remarks on a row that is taken, and keeps the first ones of each code in words.
  func remark(
    _ row: TableRow, _ fields: UnsafeBufferPointer<TableField>, _ block: ImportBlock
  ) {
    report.warned += 1
    guard records.countRemarks(&remarks) else { return }
    for reason in records.reasons(for: fields, row: row) where remarks.isKept(reason.code) {
      block.remarks.append(
        ImportRemark(number: row.number, line: row.line, sheet: reader.sheet, reason: reason))
    }
  }
}
