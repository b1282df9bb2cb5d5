package import Tabular
import Glibc

/// What is added to each row of a table that goes by.
package protocol AddedColumns {
  /// How many rows of each kind went by.
  associatedtype Summary

  var summary: Summary { get }
  /// The names of the columns that are added.
  var names: [String] { get }

  /// Finds the columns that the answers need.
  ///
  /// - Throws: ``TableStreamFault``.
  mutating func begin(_ columns: TableColumns) throws

  /// Takes the fields of the next row of a piece.
  mutating func take(_ fields: UnsafeBufferPointer<TableField>)

  /// Answers the rows of a piece and forgets them.
  ///
  /// - Parameters:
  ///   - text: the piece.
  ///   - rows: for each row where it ends, and how many fields it lacks.
  ///   - output: what is written goes to its end: the text, each row with its answers before its line end.
  mutating func answer(
    _ text: UnsafeRawBufferPointer, rows: [(end: Int, missing: Int)], delimiter: UInt8,
    to output: inout [UInt8])
}

/// One table going by, piece by piece: give it the next bytes, take what is ready.
///
/// The rows come out byte for byte as they went in, in their order, with fields added. A row shorter than the
/// header is filled up with empty fields, so that the added ones stand under their names; blank lines pass
/// unchanged. Memory is bounded by the size of one piece and one record, not by the table.
///
/// The delimiter is a comma; a semicolon or a tab where the first line has no comma. The bytes may be UTF-8 or any
/// encoding in which ASCII bytes mean themselves, GB18030 included: only the header is decoded.
///
/// The rows of a piece are answered together, because a look-up of many at once is faster than one after the other.
package struct TableStream<Added: AddedColumns> {
  /// The bytes that the last piece made ready.
  package private(set) var output: [UInt8] = []

  private var added: Added
  private var dialect = TableDialect()
  /// How many columns the header names; nil until it is read.
  private var columnCount: Int?
  private var pending = PendingText()
  private var isAtStart = true
  /// The physical lines before `pending`.
  private var linesBefore = 0
  /// For each row of the piece, where it ends and how many fields it lacks.
  private var rows: [(end: Int, missing: Int)] = []

  package init(adding added: Added) { self.added = added }

  package var summary: Added.Summary { added.summary }

  /// Takes the next piece, of any size; then ``output`` has what it made ready.
  ///
  /// - Throws: ``TableStreamFault``.
  package mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool = false) throws {
    output.removeAll(keepingCapacity: true)
    if let base = piece.baseAddress, memchr(base, 0, piece.count) != nil {
      throw TableStreamFault.nulByte
    }
    var piece = piece
    if isAtStart {
      pending.append(piece)
      guard pending.count >= 3 || isLast else { return }
      isAtStart = false
      piece = UnsafeRawBufferPointer(start: nil, count: 0)
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      if pending.starts(with: mark) {
        output += mark
        pending.removeFirst(3)
      }
    }
    var text = PendingText()
    swap(&text, &pending)
    try text.take(piece, isLast: isLast) {
      try answer(UnsafeRawBufferPointer($0), isLast: isLast)
    }
    swap(&text, &pending)
    if isLast && columnCount == nil { throw TableStreamFault.empty }
  }

  /// Handles all complete records, and returns how many bytes they took.
  private mutating func answer(_ text: UnsafeRawBufferPointer, isLast: Bool) throws -> Int {
    var start = 0
    if columnCount == nil {
      start = try readHeader(text, isLast: isLast)
      guard start > 0 else { return 0 }
    }
    let rest = UnsafeRawBufferPointer(rebasing: text[start...])
    let used = try readRows(rest, isLast: isLast)
    added.answer(
      UnsafeRawBufferPointer(rebasing: rest[..<used]), rows: rows, delimiter: dialect.delimiter,
      to: &output)
    return start + used
  }

  /// Reads the header and writes it with the names that are added; 0 where it is not complete yet.
  private mutating func readHeader(_ text: UnsafeRawBufferPointer, isLast: Bool) throws -> Int {
    guard let line = text.firstIndex(of: 0x0A) ?? (isLast ? text.count : nil), !text.isEmpty else {
      guard text.count <= TableLimits.longestHeader else {
        throw TableStreamFault.longRecord(line: 1)
      }
      return 0
    }
    let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    dialect.delimiter = delimiters.first(where: text[..<line].contains) ?? delimiters[0]
    var reader = CSVReader(text: text, dialect: dialect)
    guard let row = reader.next(), isLast || isComplete(row, reader.bytesRead, text) else {
      guard text.count <= TableLimits.longestRecord else {
        throw TableStreamFault.longRecord(line: 1)
      }
      return 0
    }
    guard row.fault == .none else { throw Self.fault(row, line: 1) }
    let columns = try TableColumns(
      header: Array(text[row.start..<row.end]), dialect: dialect, adding: added.names)
    try added.begin(columns)
    columnCount = columns.count
    output.append(contentsOf: text[row.start..<row.end])
    for name in added.names {
      output.append(dialect.delimiter)
      output.append(contentsOf: name.utf8)
    }
    output.append(contentsOf: text[row.end..<reader.bytesRead])
    let used = reader.bytesRead
    if let next = reader.next() { linesBefore += next.line - 1 }
    return used
  }

  private static func fault(_ row: TableRow, line: Int) -> TableStreamFault {
    row.fault == .tooManyFields ? .tooManyFields(line: line) : .malformed(line: line)
  }

  /// Whether nothing that follows `text` can belong to the record.
  private func isComplete(
    _ row: TableRow, _ bytesRead: Int, _ text: UnsafeRawBufferPointer
  ) -> Bool {
    bytesRead < text.count
      && (row.fault != .unterminatedQuote || text.count - row.start >= TableLimits.longestRecord)
  }

  /// Collects all complete records, and returns how many bytes they take.
  private mutating func readRows(_ text: UnsafeRawBufferPointer, isLast: Bool) throws -> Int {
    rows.removeAll(keepingCapacity: true)
    guard let columnCount else { return 0 }
    var reader = CSVReader(text: text, dialect: dialect)
    var used = 0
    while let row = reader.next() {
      let bytesRead = reader.bytesRead
      guard isLast || isComplete(row, bytesRead, text) else {
        guard text.count - row.start <= TableLimits.longestRecord else {
          throw TableStreamFault.longRecord(line: linesBefore + row.line)
        }
        linesBefore += row.line - 1
        return used
      }
      guard row.fault == .none else {
        throw Self.fault(row, line: linesBefore + row.line)
      }
      used = bytesRead
      if row.isBlank { continue }
      added.take(reader.fields)
      rows.append((row.end, max(0, columnCount - row.fieldCount)))
    }
    return used
  }
}

extension TableStream {
  /// Reads pieces of a table until there is none left, and writes the rows with what is added.
  ///
  /// - Parameters:
  ///   - name: what messages call the table.
  ///   - read: fills a buffer with the next bytes and says how many; 0 at the end.
  ///   - write: takes the bytes that are ready.
  /// - Throws: ``TableStreamError`` for what is no table, or one without the columns; what was
  ///   written before stays written.
  package mutating func pass(
    named name: String, from read: (UnsafeMutableRawBufferPointer) throws -> Int,
    to write: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Added.Summary {
    // What is made of a piece of this size stays in the cache and in the heap: with 1 MiB the system
    // took the pages back after each piece, and giving them again took a tenth of the time.
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { piece.deallocate() }
    do {
      while true {
        let count = try read(piece)
        try take(UnsafeRawBufferPointer(rebasing: piece[..<count]), isLast: count == 0)
        if !output.isEmpty { try output.withUnsafeBytes(write) }
        if count == 0 { return summary }
      }
    } catch let fault as TableStreamFault {
      throw TableStreamError(table: name, fault: fault)
    }
  }
}

private enum TableLimits {
  static let longestRecord = 16 * 1024 * 1024
  static let longestHeader = 1024 * 1024
}
