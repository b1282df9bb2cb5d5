/// The records of a BIFF8 stream (MS-XLS) in the making.
struct BIFFRecords {
  private(set) var bytes: [UInt8] = []

  /// The numbers of the records that are written.
  enum Kind: UInt16 {
    case end = 0x000A
    case dateMode = 0x0022
    case font = 0x0031
    case continuation = 0x003C
    case window = 0x003D
    case codePage = 0x0042
    case sheet = 0x0085
    case format = 0x00E0
    case merged = 0x00E5
    case strings = 0x00FC
    case textCell = 0x00FD
    case dimensions = 0x0200
    case blankCell = 0x0201
    case numberCell = 0x0203
    case truthCell = 0x0205
    case view = 0x023E
    case style = 0x0293
    case begin = 0x0809
  }

  /// Adds a record.
  mutating func add(_ kind: Kind, _ body: [UInt8] = []) {
    bytes.appendLittle(kind.rawValue)
    bytes.appendLittle(UInt16(body.count))
    bytes += body
  }

  /// Adds a record of 16-bit words.
  mutating func add(_ kind: Kind, words: [UInt16], _ rest: [UInt8] = []) {
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
