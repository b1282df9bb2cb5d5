import Geometry
import Gewu

/// A table of positions (RFC 4180): the same rows go out, byte for byte, with
/// `grid_code` and `grid_status` added at the end of each.
///
/// The delimiter is a comma; a semicolon or a tab where the header has no comma.
/// Rows that are shorter than the header are filled up, so that the added
/// columns stand under their names.
struct CSVBatch {
  /// What is wrong with a table as a whole.
  enum Fault: Error, Equatable {
    /// There is not even a header.
    case empty
    /// The header has no column for the position; names those that it has.
    case noColumn(axis: String, header: [String])
    /// The header has a column that would be added already.
    case taken(String)
    /// A quotation mark is never closed, from this row on (the header is row 1).
    case openQuote(row: Int)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private let find: PositionFinder
  private var delimiter: UInt8 = 0x2C
  private var fields: [Range<Int>] = []
  private var output: [UInt8] = []

  /// Answers the table in `body`.
  static func answer(
    _ body: [UInt8], fields: PositionFields, find: PositionFinder
  ) throws -> [UInt8] {
    try withoutActuallyEscaping(find) { find in
      try BatchReader.withSentinel(body) { bytes in
        var batch = CSVBatch(bytes: bytes, end: body.count, find: find)
        return try batch.run(fields)
      }
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, end: Int, find: @escaping PositionFinder) {
    self.bytes = bytes
    self.end = end
    self.find = find
    output.reserveCapacity(end + end / 2)
  }

  private mutating func run(_ names: PositionFields) throws -> [UInt8] {
    let hasMark = end >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    var start = hasMark ? 3 : 0
    output += bytes[0..<start]
    guard start < end else { throw Fault.empty }
    delimiter = sniffedDelimiter(from: start)
    var row = 1
    var next = try readRow(from: start, row: row)
    let header = fields.map { text(of: $0).trimmed }
    let longitude = try column(names.longitude, axis: "longitude", header)
    let latitude = try column(names.latitude, axis: "latitude", header)
    for name in ["grid_code", "grid_status"] where header.contains(name) {
      throw Fault.taken(name)
    }
    write(start, next, padding: 0, "grid_code", "grid_status")
    start = next
    while start < end {
      row += 1
      next = try readRow(from: start, row: row)
      if fields.count == 1 && fields[0].isEmpty && header.count > 1 {
        output += bytes[start..<next]  // a blank line is no row
      } else {
        let position = Coordinate(x: number(longitude), y: number(latitude))
        let answer = find(position)
        write(
          start, next, padding: max(0, header.count - fields.count), answer.code ?? "",
          answer.status.rawValue)
      }
      start = next
    }
    return output
  }

  /// Reads the row at `start` into `fields`; gives where the next one starts.
  private mutating func readRow(from start: Int, row: Int) throws -> Int {
    fields.removeAll(keepingCapacity: true)
    var index = start
    while true {
      let first = index
      if index < end, bytes[index] == 0x22 {
        index = try endOfQuoted(index + 1, row: row)
      }
      while index < end, bytes[index] != delimiter, bytes[index] != 0x0A, bytes[index] != 0x0D {
        index += 1
      }
      fields.append(first..<index)
      guard index < end else { return end }
      if bytes[index] == delimiter {
        index += 1
        continue
      }
      let isPair = bytes[index] == 0x0D && index + 1 < end && bytes[index + 1] == 0x0A
      return index + (isPair ? 2 : 1)
    }
  }

  private func endOfQuoted(_ start: Int, row: Int) throws -> Int {
    var index = start
    while index < end {
      guard bytes[index] == 0x22 else {
        index += 1
        continue
      }
      guard index + 1 < end, bytes[index + 1] == 0x22 else { return index + 1 }
      index += 2
    }
    throw Fault.openQuote(row: row)
  }

  private func sniffedDelimiter(from start: Int) -> UInt8 {
    let line = bytes[start..<end].prefix { $0 != 0x0A }
    return [0x2C, 0x3B, 0x09].first { line.contains($0) } ?? 0x2C
  }

  private func column(_ names: [String], axis: String, _ header: [String]) throws -> Int {
    let lowered = header.map { $0.lowercased() }
    for name in names {
      if let index = lowered.firstIndex(of: name) { return index }
    }
    throw Fault.noColumn(axis: axis, header: header)
  }

  private func number(_ column: Int) -> Double {
    guard column < fields.count else { return .nan }
    return Ordinate.value(bytes, unquoted(fields[column])) ?? .nan
  }

  private func unquoted(_ field: Range<Int>) -> Range<Int> {
    guard field.count >= 2, bytes[field.lowerBound] == 0x22, bytes[field.upperBound - 1] == 0x22
    else { return field }
    return (field.lowerBound + 1)..<(field.upperBound - 1)
  }

  private func text(of field: Range<Int>) -> String {
    String(decoding: bytes[unquoted(field)], as: UTF8.self)
  }

  /// Writes the row's bytes with two more fields before its line end.
  private mutating func write(
    _ start: Int, _ next: Int, padding: Int, _ code: String, _ status: String
  ) {
    var stop = next
    if stop > start, bytes[stop - 1] == 0x0A { stop -= 1 }
    if stop > start, bytes[stop - 1] == 0x0D { stop -= 1 }
    output += bytes[start..<stop]
    for _ in 0..<padding { output.append(delimiter) }
    output.append(delimiter)
    append(code)
    output.append(delimiter)
    append(status)
    output += bytes[stop..<next]
  }

  private mutating func append(_ field: String) {
    let needsQuotes = field.utf8.contains {
      $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else {
      output += field.utf8
      return
    }
    output.append(0x22)
    for byte in field.utf8 { output += byte == 0x22 ? [0x22, 0x22] : [byte] }
    output.append(0x22)
  }
}
