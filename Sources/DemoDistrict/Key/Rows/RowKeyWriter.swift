import Tabular

/// Writes what the key knows of the rows of one file, in the order of the file.
final class RowKeyWriter {
  private let view: DepartmentView
  private let keeper: RowKeeper
  private let month: Int
  private let tables: [KeyTable]
  private let sinks: [any KeySink]
  private var rows: [[TableCell]] = []
  private var count = 0

  /// - Parameter files: the files that have these rows: one, or more that differ in their headings.
  init(_ view: DepartmentView, month: Int, files: [String], sinks: [any KeySink]) throws {
    (self.view, self.month, self.sinks) = (view, month, sinks)
    keeper = RowKeeper(view)
    tables = files.map { KeyTable(name: "rows", file: $0, columns: RowRecord.columns) }
    for sink in sinks { for table in tables { try sink.begin(table) } }
  }

  /// - Parameters:
  ///   - number: that of the row in its data set.
  ///   - outcome: what the import makes of the row by itself.
  ///   - fate: what becomes of it among the rows of its file and the files before.
  ///   - faults: what was done to the row on purpose.
  func write(
    _ number: Int, _ outcome: RowOutcome, _ fate: RowFate, faults: [String]
  ) throws {
    count += 1
    let record = keeper.record(
      Int(view.rows.subjects[number]), on: view.sight(month), row: count, outcome, fate,
      faults: faults)
    rows.append(record.cells)
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
