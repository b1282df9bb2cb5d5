import Tabular

/// Leaves out the rows at the very end of a table that are no data: sums, signatures, notes.
///
/// A footer is a row whose first cell with content begins with one of the given texts, space not
/// counted; blank rows behind the first footer belong to them. It is one only if no data follows:
/// rows that look like footers are held back until that is known, a hundred at most.
final class FooterlessRows: RowReader {
  /// More rows than this are no footers.
  static let limit = 100

  private let rows: any RowReader
  private let beginnings: [[UInt8]]
  /// Rows that were read ahead and turned out to be data, in order.
  private var held: [HeldRow] = []
  private var given = 0
  /// The row that `next()` returned last, where it was held.
  private var current: HeldRow?

  init(_ rows: any RowReader, beginnings: [String]) {
    self.rows = rows
    self.beginnings = beginnings.map { text in text.utf8.filter { $0 != 0x20 } }
  }

  func next() throws -> TableRow? {
    if given < held.count { return give() }
    current = nil
    guard let row = try rows.next() else { return nil }
    guard isFooter(row) else { return row }
    held = [HeldRow(row, rows)]
    given = 0
    while let row = try rows.next() {
      held.append(HeldRow(row, rows))
      if !row.isBlank, !isFooter(row) || held.count > Self.limit { return give() }
    }
    held = []
    return nil
  }

  private func give() -> TableRow {
    let row = held[given]
    given += 1
    current = row
    return row.row
  }

  private func isFooter(_ row: TableRow) -> Bool {
    guard row.fault == .none, !row.isBlank else { return false }
    for field in rows.fields {
      guard let first = Self.firstContent(field.bytes) else { continue }
      return beginnings.contains { Self.begins(field.bytes[first...], with: $0) }
    }
    return false
  }

  /// Whether text begins so, spaces within not counted: `合  计`.
  private static func begins(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, with beginning: [UInt8]
  ) -> Bool {
    var at = text.startIndex
    for byte in beginning {
      at = skipSpace(text.base, from: at)
      guard at < text.endIndex, text[at] == byte else { return false }
      at += 1
    }
    return true
  }

  private static func firstContent(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let first = skipSpace(bytes, from: 0)
    return first < bytes.count ? first : nil
  }

  /// The first index from which no space, tab, line end, ideographic or no-break space stands.
  private static func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      if bytes[at] == 0x20 || bytes[at] &- 9 < 5 {
        at += 1
      } else if at + 2 < bytes.count, bytes[at] == 0xE3, bytes[at + 1] == 0x80,
        bytes[at + 2] == 0x80
      {
        at += 3
      } else if at + 1 < bytes.count, bytes[at] == 0xC2, bytes[at + 1] == 0xA0 {
        at += 2
      } else {
        break
      }
    }
    return at
  }

  var fields: UnsafeBufferPointer<TableField> { current?.fields ?? rows.fields }
  var geometry: UnsafeRawBufferPointer? { current.map(\.geometry) ?? rows.geometry }
  var geometryFault: TabularError? {
    current.map(\.geometryFault) ?? rows.geometryFault
  }
  var keepsText: Bool { rows.keepsText }
  var bytesRead: Int { rows.bytesRead }
  var bytesTotal: Int { rows.bytesTotal }
  var sheet: String? { rows.sheet }
  var fillsMergedHeadings: Bool { rows.fillsMergedHeadings }
  var quotedLines: QuotedLines { rows.quotedLines }
  func startCounting() { rows.startCounting() }
  func raw(_ row: TableRow) -> String { current?.raw ?? rows.raw(row) }
  func byteOffset(of row: TableRow) -> Int { current?.byteOffset ?? rows.byteOffset(of: row) }
}

/// A copy of a row that outlives the next call of its reader.
final class HeldRow {
  let row: TableRow
  let raw: String
  let byteOffset: Int
  let geometryFault: TabularError?
  private let copies: UnsafeMutableBufferPointer<TableField>
  private let text: UnsafeMutableBufferPointer<UInt8>
  private let shape: UnsafeMutableRawBufferPointer?

  init(_ row: TableRow, _ reader: any RowReader) {
    self.row = row
    raw = reader.raw(row)
    byteOffset = reader.byteOffset(of: row)
    geometryFault = reader.geometryFault
    let fields = reader.fields
    copies = .allocate(capacity: fields.count)
    _ = copies.initialize(from: fields)
    if reader.keepsText {
      text = .allocate(capacity: 0)
    } else {
      // One byte more, so that there is an address even where all fields are empty.
      text = .allocate(capacity: fields.reduce(1) { $0 + Int($1.count) })
      var at = 0
      for (index, field) in fields.enumerated() {
        guard let copy = text.baseAddress.map({ $0 + at }) else { break }
        copy.update(from: field.start, count: Int(field.count))
        copies[index].start = UnsafePointer(copy)
        at += Int(field.count)
      }
    }
    shape = reader.geometry.map { bytes in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
      copy.copyMemory(from: bytes)
      return copy
    }
  }

  deinit {
    copies.deallocate()
    text.deallocate()
    shape?.deallocate()
  }

  var fields: UnsafeBufferPointer<TableField> { UnsafeBufferPointer(copies) }
  var geometry: UnsafeRawBufferPointer? { shape.map { UnsafeRawBufferPointer($0) } }
}
