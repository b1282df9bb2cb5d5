/// How much speaks for Chinese in bytes that are valid GB 18030.
///
/// Most texts in Latin-1, Big5, Shift JIS, windows-1251 or EUC-KR are valid as well, and become other
/// characters. Chinese text has nearly only characters of the first level of GB 2312, all over that
/// level; a rare character in a name is no matter, for the tally of the whole decides.
struct ChineseLikeness {
  /// Characters of the first level of GB 2312.
  private var common = 0
  /// Other characters, signs and full-width forms not counted.
  private var other = 0
  /// Characters of private use.
  private var ofPrivateUse = 0
  /// Characters whose first byte stands behind an ASCII letter, and whose second is one: `ü` in `Müller`.
  private var inWords = 0
  /// The distinct characters of the first level, and others.
  private var distinctCommon = 0
  private var distinctOther = 0
  /// Those of the first level that stand in its second half, where EUC-KR has no syllables.
  private var distinctLate = 0
  private var seen = [Bool](repeating: false, count: 1 << 16)
  /// The offset of the first character that is none of the first level.
  private(set) var firstOther: Int?
  /// The offset of the first character.
  private(set) var first: Int?

  /// So many bytes beyond ASCII are enough.
  private static let enough = 1 << 16
  /// So many bytes are looked at.
  static let window = 32 << 20
  private var counted = 0

  init() {}

  /// Whether it is hardly Chinese: the bytes are in another encoding.
  ///
  /// Of fewer than eight characters only what stands in words of ASCII letters, or is of private use,
  /// tells.
  var isUnlikely: Bool {
    let all = common + other
    if 2 * inWords >= max(1, all) || 2 * ofPrivateUse > max(1, all) { return true }
    guard all >= 8 else { return false }
    let distinct = distinctCommon + distinctOther
    if 5 * common < 2 * all, 5 * distinctCommon < 2 * distinct { return true }
    // All syllables of EUC-KR lie in the first 25 of the 40 rows.
    return distinctCommon >= 14 && 20 * distinctLate < distinctCommon
  }

  /// Counts the characters of a text that begins at an offset of its file.
  mutating func add(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    var at = 0
    var previous: UInt8 = 0
    while at < bytes.count, counted < Self.enough {
      let lead = bytes[at]
      guard lead > 0x80, at + 1 < bytes.count else {
        previous = lead
        at += 1
        continue
      }
      let trail = bytes[at + 1]
      // Four bytes, `²` as well as rare characters, are in GB 18030 alone and speak against nothing.
      let isLong = trail &- 0x30 < 10
      if !isLong { count(lead, trail, behind: previous, at: offset + at) }
      at += isLong ? 4 : 2
      counted += 2
      previous = 0
    }
  }

  private mutating func count(
    _ lead: UInt8, _ trail: UInt8, behind previous: UInt8, at offset: Int
  ) {
    let isOfGB2312 = trail >= 0xA1
    // Signs, numbers, full-width forms, frames and units (㎡) stand in texts of any kind.
    if isOfGB2312 ? 0xA1...0xA3 ~= lead || lead == 0xA9 : lead == 0xA9 && trail <= 0x57 { return }
    if first == nil { first = offset }
    let isCommon = isOfGB2312 && 0xB0...0xD7 ~= lead
    let place = Int(lead) << 8 | Int(trail)
    let isNew = !seen[place]
    if isNew { seen[place] = true }
    if isCommon {
      common += 1
      if isNew { distinctCommon += 1 }
      if isNew, lead >= 0xC9 { distinctLate += 1 }
      return
    }
    other += 1
    if isNew { distinctOther += 1 }
    if firstOther == nil { firstOther = offset }
    let isPrivate =
      isOfGB2312 ? 0xAA...0xAF ~= lead || lead >= 0xF8 : 0xA1...0xA7 ~= lead
    if isPrivate { ofPrivateUse += 1 }
    if Self.isLetter(previous), Self.isLetter(trail) { inWords += 1 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte & 0xDF &- 0x41 < 26 }
}

extension ChineseLikeness {
  /// Looks at a file from the line on where it stops to be UTF-8.
  init(_ file: FileBytes, from fault: Int) {
    self.init()
    let bytes = file.bytes
    var start = fault
    while start > 0, fault - start < 1 << 16, bytes[start - 1] != 0x0A { start -= 1 }
    let end = min(bytes.count, start + Self.window)
    add(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), at: start)
    file.release(start..<end)
  }
}
