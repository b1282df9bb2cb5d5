/// The texts of a workbook that FreeXL 1.0 does not read right: it loses its place where one text
/// runs over more than two records.
enum XLSStrings {
  /// All texts in their order, where one of them runs over more than two records; else nil.
  ///
  /// - Parameters:
  ///   - bodies: the SST record and those that continue it.
  static func rescued(_ bodies: [Range<Int>], in reader: BIFFReader) -> [String]? {
    guard let first = bodies.first, bodies.count > 2, first.count >= 8 else { return nil }
    var cursor = Cursor(reader: reader, bodies: bodies, at: first.lowerBound + 8)
    let count = Int(reader.bytes.little32(first.lowerBound + 4))
    var texts: [String] = []
    while texts.count < count, let text = cursor.text() { texts.append(text) }
    return cursor.hasLongText ? texts : nil
  }

  private struct Cursor {
    let reader: BIFFReader
    let bodies: [Range<Int>]
    var at: Int
    var body = 0
    var hasLongText = false

    /// Goes to the next record where this one is at its end.
    private mutating func step() -> Bool {
      guard at >= bodies[body].upperBound else { return true }
      guard body + 1 < bodies.count else { return false }
      body += 1
      at = bodies[body].lowerBound
      return true
    }

    /// MS-XLS 2.5.293, XLUnicodeRichExtendedString.
    mutating func text() -> String? {
      guard step(), at + 3 <= bodies[body].upperBound else { return nil }
      var left = Int(reader.bytes.little16(at))
      var flags = reader.bytes[at + 2]
      at += 3
      var behind = 0
      if flags & 8 != 0 {
        guard at + 2 <= bodies[body].upperBound else { return nil }
        behind += 4 * Int(reader.bytes.little16(at))
        at += 2
      }
      if flags & 4 != 0 {
        guard at + 4 <= bodies[body].upperBound else { return nil }
        behind += Int(reader.bytes.little32(at))
        at += 4
      }
      let start = body
      var units: [UInt16] = []
      while left > 0 {
        let isWide = flags & 1 != 0
        let piece = reader.text(
          at: at, count: left, isWide: isWide, end: bodies[body].upperBound)
        units += piece
        left -= piece.count
        at += piece.count * (isWide ? 2 : 1)
        guard left > 0 else { break }
        at = bodies[body].upperBound
        guard step(), at < bodies[body].upperBound else { return nil }
        // Each further record says again how wide its characters are.
        flags = reader.bytes[at]
        at += 1
      }
      if body - start > 1 { hasLongText = true }
      while behind > 0 {
        guard step() else { return nil }
        let piece = min(behind, bodies[body].upperBound - at)
        at += piece
        behind -= piece
      }
      return String(decoding: units, as: UTF16.self)
    }
  }
}
