import Tabular

/// The rows of a table that the program wrote, without the guard that it put before texts which
/// spreadsheet programs take for formulas.
final class UnguardedRows: RowReader {
  private let rows: any RowReader
  private let delimiter: UInt8
  private var kept: UnsafeMutableBufferPointer<TableField>
  private var count = 0
  /// Whether the last row had a guard.
  private var isChanged = false

  init(_ rows: any RowReader, delimiter: UInt8) {
    self.rows = rows
    self.delimiter = delimiter
    kept = .allocate(capacity: 0)
  }

  deinit { kept.deallocate() }

  func next() throws -> TableRow? {
    guard let row = try rows.next() else { return nil }
    let fields = rows.fields
    if kept.count < fields.count {
      kept.deallocate()
      kept = .allocate(capacity: fields.count)
    }
    isChanged = false
    for (index, field) in fields.enumerated() {
      let own = field.unguarded
      isChanged = isChanged || own.count != field.count
      kept.initializeElement(at: index, to: own)
    }
    count = fields.count
    return row
  }

  var fields: UnsafeBufferPointer<TableField> {
    UnsafeBufferPointer(rebasing: UnsafeBufferPointer(kept)[..<count])
  }
  var geometry: UnsafeRawBufferPointer? { rows.geometry }
  var geometryFault: TabularError? { rows.geometryFault }
  var keepsText: Bool { rows.keepsText }
  var bytesRead: Int { rows.bytesRead }
  var bytesTotal: Int { rows.bytesTotal }
  var sheet: String? { rows.sheet }
  var quotedLines: QuotedLines { rows.quotedLines }
  func startCounting() { rows.startCounting() }
  func byteOffset(of row: TableRow) -> Int { rows.byteOffset(of: row) }

  /// The row as it would stand in a file without the guard, so that it is read again as it is here.
  func raw(_ row: TableRow) -> String {
    guard isChanged, row.fault == .none else { return rows.raw(row) }
    var writer = CSVWriter(delimiter: delimiter, lineEnd: "")
    writer.write(fields.map(\.string))
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
