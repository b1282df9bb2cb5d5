/// The records of a Shapefile.
final class ShapefileRows: RowReader {
  private let table: DBFReader
  private let shapes: ShapefileIndex
  private let names: [String]
  private let converter: DBFText
  private let encoding: DBFReader.Encoding
  private let row = RowBuffer()
  private(set) var geometry: UnsafeRawBufferPointer?
  private var record = -1
  private var number = 0
  let bytesTotal: Int
  private(set) var geometryFault: TabularError?

  init(
    _ table: DBFReader, _ shapes: ShapefileIndex, names: [String], _ converter: DBFText,
    _ encoding: DBFReader.Encoding, total: Int
  ) {
    self.table = table
    self.shapes = shapes
    self.names = names
    self.converter = converter
    self.encoding = encoding
    bytesTotal = total
  }

  var fields: UnsafeBufferPointer<TableField> { row.fields }
  var bytesRead: Int { bytesTotal * min(record, shapes.count) / max(1, shapes.count) }
  func startCounting() { number = 0 }
  func raw(_ row: TableRow) -> String { JSONRow(fields, geometry: geometry).text }

  func next() throws -> TableRow? {
    row.begin()
    geometry = nil
    geometryFault = nil
    guard record >= 0 else {
      record = 0
      return header()
    }
    while record < shapes.count, record < table.recordCount, try table.isDeleted(record) {
      record += 1
    }
    guard record < shapes.count else { return nil }
    defer { record += 1 }
    if record < table.recordCount {
      for index in table.fields.indices { try append(index) }
    }
    readShape()
    number += 1
    return TableRow(
      number: number, line: record + 1, start: 0, end: 0, fieldCount: row.count,
      isBlank: row.isBlank && geometry == nil && geometryFault == nil)
  }

  private func header() -> TableRow {
    for name in names { row.append(name) }
    number = 1
    return TableRow(number: 1, line: 0, start: 0, end: 0, fieldCount: row.count)
  }

  private func readShape() {
    do {
      guard let bytes = try ShapefileGeometry.read(shapes, record: record) else { return }
      let room = row.reserve(bytes.count)
      room.copyBytes(from: bytes)
      geometry = UnsafeRawBufferPointer(room)
    } catch let error as TabularError {
      geometryFault = error
    } catch {}
  }

  private func append(_ index: Int) throws {
    let field = table.fields[index]
    let (value, isFull) = table.value(record, field)
    let bytes = UnsafeRawBufferPointer(rebasing: value)
    switch field.type {
    case UInt8(ascii: "D"):
      if let date = Self.date(bytes) { return row.append(date, kind: .date) }
    case UInt8(ascii: "L"):
      if let truth = Self.truth(bytes) {
        return row.append(truth ? "true" : "false", kind: .boolean)
      }
    case UInt8(ascii: "N"), UInt8(ascii: "F"):
      // Digits that only stand before a point or an exponent are those of a number: 110105001.000,
      // 1.10105001e+008. Whole numbers stay a text, which keeps zeros before them.
      if DBFBinary.isDecimal(bytes) { return row.append(place: bytes, kind: .number) }
    default:
      if DBFBinary.isBinary(field.type) {
        return appendBinary(table.raw(record, field), field.type)
      }
    }
    guard bytes.contains(where: { $0 >= 0x80 }) else { return row.append(place: bytes) }
    try appendText(bytes, index, isFull: isFull, offset: value.startIndex)
  }

  private func appendBinary(_ bytes: UnsafeRawBufferPointer, _ type: UInt8) {
    guard let (text, kind) = DBFBinary.value(bytes, type) else { return row.append("") }
    row.append(text, kind: kind)
  }

  private func appendText(
    _ bytes: UnsafeRawBufferPointer, _ index: Int, isFull: Bool, offset: Int
  ) throws {
    let room = row.reserve(DBFText.capacity(for: bytes.count))
    let (count, end) = converter.convert(bytes, into: room)
    switch end {
    case .whole: break
    case .cut where isFull && encoding.allowsCut: break
    case .cut:
      throw table.failure(
        DBFReader.Misfit(record: record, field: index, offset: offset + count), encoding)
    case .invalid(let place):
      throw table.failure(
        DBFReader.Misfit(record: record, field: index, offset: offset + place), encoding)
    }
    row.append(place: UnsafeRawBufferPointer(rebasing: room[..<count]))
  }

  /// `YYYY-MM-DD` of the eight digits of a date field; nil where they are none, which are then
  /// left for the checks to judge.
  private static func date(_ bytes: UnsafeRawBufferPointer) -> String? {
    guard bytes.count == 8, bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
  }

  private static func truth(_ bytes: UnsafeRawBufferPointer) -> Bool? {
    guard bytes.count == 1, let letter = bytes.first else { return nil }
    switch letter | 0x20 {
    case UInt8(ascii: "t"), UInt8(ascii: "y"): return true
    case UInt8(ascii: "f"), UInt8(ascii: "n"): return false
    default: return nil
    }
  }
}
