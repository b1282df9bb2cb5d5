import Tabular

/// Knows a heading that stands once more among the data, as where two exports were pasted together.
struct RepeatedHeader {
  /// The cells of each header row.
  private let rows: [[[UInt8]]]
  /// The column that is looked at first: one of a field whose heading has text.
  private let column: Int
  /// What its cell begins with in each header row: the first word.
  private let beginnings: [[UInt8]]

  init(_ columns: ColumnMap) {
    let rows = columns.headerRows.map { $0.map(Self.content) }
    column =
      columns.columns.compactMap(\.self).first { column in
        rows.contains { column < $0.count && !$0[column].isEmpty }
      } ?? -1
    var beginnings: [[UInt8]] = []
    for row in rows where column >= 0 && column < row.count && !row[column].isEmpty {
      beginnings.append(Array(row[column].prefix { $0 != 0x20 }))
    }
    (self.rows, self.beginnings) = (rows, beginnings)
  }

  /// Whether a row is one of the rows of the header.
  ///
  /// Of nearly all rows no more is looked at than the beginning of one field.
  @inline(__always)
  func contains(_ fields: UnsafeBufferPointer<TableField>) -> Bool {
    guard column >= 0, column < fields.count else { return false }
    let bytes = fields[column].bytes
    guard let first = bytes.first else { return false }
    // A byte order mark or a quote that the reader has taken for content.
    if first == 0xEF || first == UInt8(ascii: "\"") { return isRepeated(fields) }
    for index in 0..<beginnings.count
    where beginnings[index].first == first && bytes.starts(with: beginnings[index]) {
      return isRepeated(fields)
    }
    return false
  }

  private func isRepeated(_ fields: UnsafeBufferPointer<TableField>) -> Bool {
    rows.contains { cells in
      cells.contains { !$0.isEmpty }
        && zip(fields, cells).allSatisfy { field, cell in Self.equal(field, cell) }
        && fields.dropFirst(cells.count).allSatisfy { $0.count == 0 }
        && cells.dropFirst(fields.count).allSatisfy(\.isEmpty)
    }
  }

  /// Whether a field holds a heading; quotes and a byte order mark around it do not count.
  private static func equal(_ field: TableField, _ heading: [UInt8]) -> Bool {
    if field.bytes.elementsEqual(heading) { return true }
    guard field.count >= heading.count, field.count <= 2 * heading.count + 16 else { return false }
    return content(field.string) == heading
  }

  private static func content(_ heading: String) -> [UInt8] {
    var text = Substring(HeadingText.cleaned(heading))
    if text.count > 1, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
    return Array(text.utf8)
  }
}
