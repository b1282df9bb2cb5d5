import Tabular

/// The records of a BIFF8 stream (MS-XLS) in the making.
struct BIFFRecords {
  private(set) var bytes: [UInt8] = []

  /// Adds a record.
  mutating func add(_ kind: BIFFKind, _ body: [UInt8] = []) {
    bytes.appendLittle(kind.rawValue)
    bytes.appendLittle(UInt16(body.count))
    bytes += body
  }

  /// Adds a record of 16-bit words.
  mutating func add(_ kind: BIFFKind, words: [UInt16], _ rest: [UInt8] = []) {
    var body: [UInt8] = []
    for word in words { body.appendLittle(word) }
    add(kind, body + rest)
  }

  /// Adds records that are complete.
  mutating func add(_ records: BIFFRecords) { bytes += records.bytes }

  /// Adds the start of a stream: 5 for the workbook, 16 for a sheet.
  mutating func begin(_ type: UInt16) {
    add(.begin, words: [0x0600, type, 0x0DBB, 0x07CC, 0x0041, 0, 0x0006, 0])
  }

  /// A text with a length of one byte, in UTF-16.
  static func shortText(_ text: String) -> [UInt8] {
    let units = Array(text.utf16)
    var bytes: [UInt8] = [UInt8(truncatingIfNeeded: units.count), 1]
    for unit in units { bytes.appendLittle(unit) }
    return bytes
  }
}
