/// The features of a GeoJSON file, which has been checked before.
final class GeoJSONRows: RowReader {
  private let file: FileBytes
  private let survey: GeoJSONSurvey
  private var scanner: JSONScanner
  private let row = RowBuffer()
  private let idPlace: Int?
  private var hasHeader = false
  private var isOpen = false
  private var number = 0
  private(set) var geometry: UnsafeRawBufferPointer?
  private(set) var geometryFault: TabularError?

  init(_ file: FileBytes, _ survey: GeoJSONSurvey) {
    self.file = file
    self.survey = survey
    idPlace = survey.places["id"]
    scanner = JSONScanner(
      file.bytes.bindMemory(to: UInt8.self), file: file.path, offset: survey.start)
  }

  var fields: UnsafeBufferPointer<TableField> { row.fields }
  var bytesRead: Int { scanner.offset }
  var bytesTotal: Int { file.bytes.count }
  func startCounting() { number = 0 }
  func raw(_ row: TableRow) -> String { JSONRow(fields, geometry: geometry).text }
  func byteOffset(of row: TableRow) -> Int { row.start }

  func next() throws -> TableRow? {
    row.begin()
    geometry = nil
    geometryFault = nil
    guard hasHeader else {
      hasHeader = true
      for name in survey.names { row.append(name) }
      number = 1
      return TableRow(number: 1, line: 0, start: 0, end: 0, fieldCount: row.count)
    }
    guard try hasNext() else { return nil }
    let line = scanner.countLines()
    let start = scanner.offset
    row.pad(to: survey.names.count)
    try readFeature()
    number += 1
    return TableRow(
      number: number, line: line, start: start, end: scanner.offset, fieldCount: row.count,
      isBlank: row.isBlank && geometry == nil && geometryFault == nil)
  }

  /// Goes to the next feature, if there is one.
  private func hasNext() throws -> Bool {
    if survey.isSequence {
      while scanner.take(0x1E) {}
      return scanner.peek() != nil
    }
    if isOpen { return scanner.take(0x2C) && scanner.peek() != nil }
    isOpen = true
    try scanner.expect(0x5B, .array)
    return scanner.peek() != 0x5D
  }

  private func readFeature() throws {
    let start = scanner.offset
    let type = try GeoJSONMembers.kind(of: &scanner)
    scanner.offset = start
    guard type == "Feature" else { return try readGeometry() }
    var id: (UnsafeRawBufferPointer, TableField.Kind)?
    var hasIDProperty = false
    try scanner.object { scanner, key in
      switch key {
      case "id": id = try value(&scanner)
      case "properties" where scanner.peek() == 0x7B:
        try scanner.object { scanner, name in
          let (bytes, kind) = try value(&scanner)
          guard let place = survey.places[name] else { return }
          hasIDProperty = hasIDProperty || place == idPlace
          row.replace(place, place: bytes, kind: kind)
        }
      case "geometry" where scanner.peek() == 0x7B: try readGeometry(&scanner)
      default: try scanner.skipValue()
      }
    }
    if let id, let idPlace, !hasIDProperty { row.replace(idPlace, place: id.0, kind: id.1) }
  }

  private func readGeometry() throws {
    var copy = scanner
    try readGeometry(&copy)
    scanner = copy
  }

  /// Reads a geometry; one that is no geometry, though it is JSON, is a fault of its row.
  private func readGeometry(_ scanner: inout JSONScanner) throws {
    let start = scanner
    do {
      let bytes = try GeoJSONGeometry.read(&scanner)
      // A type and a count or two, and no position.
      if bytes.count <= 16, GeoJSONGeometry.isEmpty(start, in: file.bytes) { return }
      let room = row.reserve(bytes.count)
      room.copyBytes(from: bytes)
      geometry = UnsafeRawBufferPointer(room)
    } catch let error as TabularError {
      if !GeoJSONGeometry.isEmpty(start, in: file.bytes) { geometryFault = error }
      scanner = start
      try scanner.skipValue()
    }
  }

  /// A value as it stands in the file, without quotes; texts with escapes are copied.
  private func value(
    _ scanner: inout JSONScanner
  ) throws -> (UnsafeRawBufferPointer, TableField.Kind) {
    switch scanner.peek() {
    case 0x22:
      let start = scanner.offset
      let (range, hasEscapes) = try scanner.stringRange()
      guard hasEscapes else { return (place(range), .text) }
      scanner.offset = start
      let text = Array(try scanner.string().utf8)
      let room = row.reserve(text.count)
      room.copyBytes(from: text)
      return (UnsafeRawBufferPointer(room), .text)
    case 0x6E:
      try scanner.literal("null")
      return (place(0..<0), .text)
    case 0x74, 0x66:
      let start = scanner.offset
      try scanner.skipValue()
      return (place(start..<scanner.offset), .boolean)
    case 0x7B, 0x5B:
      let start = scanner.offset
      try scanner.skipValue()
      return (place(start..<scanner.offset), .text)
    default:
      let digits = place(try scanner.numberRange())
      // Its digits are exact here, where a spreadsheet has lost those behind the fifteenth.
      let isLong = digits.count > 15 && digits.allSatisfy { $0 &- 48 < 10 || $0 == 0x2D }
      return (digits, isLong ? .text : .number)
    }
  }

  private func place(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: file.bytes[range])
  }
}
