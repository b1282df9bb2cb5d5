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
