import Geometry
import Glibc
import Tabular

/// One table going by, piece by piece: give it the next bytes, take what is ready.
///
/// The rows of a piece are answered together, because a look-up of many positions at once is
/// faster than one after the other.
package struct LocateTableStream {
  /// The bytes that the last piece made ready.
  package internal(set) var output: [UInt8] = []
  package internal(set) var summary = LocateTable.Summary()

  private let table: LocateTable
  let codes: CellCodes
  /// The codes of the other nets.
  let netCodes: [CellCodes]
  var dialect = TableDialect()
  private var columns: LocateTableColumns?
  private var pending = PendingText()
  private var isAtStart = true
  /// The physical lines before `pending`.
  private var linesBefore = 0
  var batch = PointBatch()
  /// For each position of the batch, where its row ends and how many fields it lacks.
  var rows: [(end: Int, missing: Int)] = []

  private static let longestRecord = 16 * 1024 * 1024
  private static let longestHeader = 1024 * 1024

  package init(_ table: LocateTable) {
    self.table = table
    codes = table.locator.codes
    netCodes = table.others.map(\.locator.codes)
  }

  /// Takes the next piece, of any size; then ``output`` has what it made ready.
  ///
  /// - Throws: ``LocateTableFault``.
  package mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool = false) throws {
    output.removeAll(keepingCapacity: true)
    if let base = piece.baseAddress, memchr(base, 0, piece.count) != nil {
      throw LocateTableFault.nulByte
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
    if isLast && columns == nil { throw LocateTableFault.empty }
  }

  /// Handles all complete records, and returns how many bytes they took.
  private mutating func answer(_ text: UnsafeRawBufferPointer, isLast: Bool) throws -> Int {
    var start = 0
    if columns == nil {
      start = try readHeader(text, isLast: isLast)
      guard start > 0 else { return 0 }
    }
    let rest = UnsafeRawBufferPointer(rebasing: text[start...])
    let used = try readRows(rest, isLast: isLast)
    batch.locate(with: table.locator, beside: table.others)
    write(UnsafeRawBufferPointer(rebasing: rest[..<used]))
    return start + used
  }

  /// Reads the header and writes it with its two more names; 0 where it is not complete yet.
  private mutating func readHeader(_ text: UnsafeRawBufferPointer, isLast: Bool) throws -> Int {
    guard let line = text.firstIndex(of: 0x0A) ?? (isLast ? text.count : nil), !text.isEmpty else {
      guard text.count <= Self.longestHeader else { throw LocateTableFault.longRecord(line: 1) }
      return 0
    }
    let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    dialect.delimiter = delimiters.first(where: text[..<line].contains) ?? delimiters[0]
    var reader = CSVReader(text: text, dialect: dialect)
    guard let row = reader.next(), isLast || isComplete(row, reader.bytesRead, text) else {
      guard text.count <= Self.longestRecord else { throw LocateTableFault.longRecord(line: 1) }
      return 0
    }
    guard row.fault == .none else { throw Self.fault(row, line: 1) }
    columns = try LocateTableColumns(
      header: Array(text[row.start..<row.end]), dialect: dialect, adding: table.addedColumns,
      longitude: table.longitude, latitude: table.latitude)
    output.append(contentsOf: text[row.start..<row.end])
    for name in table.addedColumns {
      output.append(dialect.delimiter)
      output.append(contentsOf: name.utf8)
    }
    output.append(contentsOf: text[row.end..<reader.bytesRead])
    let used = reader.bytesRead
    if let next = reader.next() { linesBefore += next.line - 1 }
    return used
  }

  private static func fault(_ row: TableRow, line: Int) -> LocateTableFault {
    row.fault == .tooManyFields ? .tooManyFields(line: line) : .malformed(line: line)
  }

  /// Whether nothing that follows `text` can belong to the record.
  private func isComplete(
    _ row: TableRow, _ bytesRead: Int, _ text: UnsafeRawBufferPointer
  ) -> Bool {
    bytesRead < text.count
      && (row.fault != .unterminatedQuote || text.count - row.start >= Self.longestRecord)
  }

  /// Collects the positions of all complete records, and returns how many bytes they take.
  private mutating func readRows(_ text: UnsafeRawBufferPointer, isLast: Bool) throws -> Int {
    batch.positions.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    guard let columns else { return 0 }
    var reader = CSVReader(text: text, dialect: dialect)
    var used = 0
    while let row = reader.next() {
      let bytesRead = reader.bytesRead
      guard isLast || isComplete(row, bytesRead, text) else {
        guard text.count - row.start <= Self.longestRecord else {
          throw LocateTableFault.longRecord(line: linesBefore + row.line)
        }
        linesBefore += row.line - 1
        return used
      }
      guard row.fault == .none else {
        throw Self.fault(row, line: linesBefore + row.line)
      }
      used = bytesRead
      if row.isBlank { continue }
      batch.positions.append(Self.position(reader.fields, columns))
      rows.append((row.end, max(0, columns.count - row.fieldCount)))
    }
    return used
  }

  @inline(__always)
  private static func position(
    _ fields: UnsafeBufferPointer<TableField>, _ columns: LocateTableColumns
  ) -> Coordinate {
    guard fields.count <= columns.count, columns.longitude < fields.count,
      columns.latitude < fields.count,
      let x = DecimalReader.value(fields[columns.longitude].bytes),
      let y = DecimalReader.value(fields[columns.latitude].bytes)
    else { return Coordinate(x: .nan, y: .nan) }
    return Coordinate(x: x, y: y)
  }
}
