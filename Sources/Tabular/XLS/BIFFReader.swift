/// The records of a BIFF8 stream (MS-XLS), one after another.
struct BIFFReader {
  /// A record: its number and where its body lies.
  struct Record {
    var kind: UInt16
    var body: Range<Int>
  }

  let bytes: UnsafeRawBufferPointer
  var offset: Int

  init(_ bytes: UnsafeRawBufferPointer, from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next record; nil at the end, or where a record does not fit.
  mutating func next() -> Record? {
    guard offset >= 0, offset + 4 <= bytes.count else { return nil }
    let start = offset + 4
    let end = start + Int(bytes.little16(offset + 2))
    guard end <= bytes.count else { return nil }
    let kind = bytes.little16(offset)
    offset = end
    return Record(kind: kind, body: start..<end)
  }

  /// The characters of a text at `place`: `count` of one byte or two each, up to `end`.
  func text(at place: Int, count: Int, isWide: Bool, end: Int) -> [UInt16] {
    let size = isWide ? 2 : 1
    let fitting = max(0, min(count, (end - place) / size))
    return (0..<fitting).map { index in
      isWide ? bytes.little16(place + 2 * index) : UInt16(bytes[place + index])
    }
  }
}

/// The numbers of the records of a BIFF8 stream that are read or written by name.
package enum BIFFKind: UInt16 {
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
  case formatCode = 0x041E
  case begin = 0x0809
}
