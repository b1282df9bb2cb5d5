import Tabular

/// Writes what the key knows of the rows of one file, in the order of the file.
final class RowKeyWriter {
  private let view: DepartmentView
  private let month: Int
  private let tables: [KeyTable]
  private let sinks: [any KeySink]
  private var rows: [[TableCell]] = []
  private var count = 0

  /// - Parameter files: the files that have these rows: one, or more that differ in their headings.
  init(_ view: DepartmentView, month: Int, files: [String], sinks: [any KeySink]) throws {
    (self.view, self.month, self.sinks) = (view, month, sinks)
    tables = files.map { KeyTable(name: "rows", file: $0, columns: RowRecord.columns) }
    for sink in sinks { for table in tables { try sink.begin(table) } }
  }

  func write(_ row: WrittenRow) throws {
    count += 1
    rows.append(
      view.record(
        row.number, month: month, row: count, row.line.outcome, row.fate, faults: row.faults
      ).cells)
    if rows.count == 2_048 { try flush() }
  }

  func finish() throws {
    try flush()
    for sink in sinks { for table in tables { try sink.end(table) } }
  }

  private func flush() throws {
    for sink in sinks { for table in tables { try sink.write(rows, to: table) } }
    rows.removeAll(keepingCapacity: true)
  }
}
