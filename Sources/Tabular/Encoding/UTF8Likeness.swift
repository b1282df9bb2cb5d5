/// How much speaks for UTF-8 in bytes that need not be valid, as those of a file that was cut inside a
/// character.
///
/// GB 18030 accepts most of such texts and makes other characters of them. Of Chinese text in GB 18030
/// hardly a byte in a hundred begins a valid sequence of three bytes, and nearly each character is a
/// fault.
struct UTF8Likeness {
  /// Valid sequences of three or four bytes.
  private(set) var long = 0
  /// Valid sequences of two bytes.
  private(set) var short = 0
  /// Bytes beyond ASCII that begin no valid sequence.
  private(set) var faults = 0
  /// Texts that end inside a sequence.
  private(set) var cuts = 0

  /// How far before and behind a fault of a file is looked, and how far where this shows too little.
  private static let windows = [1 << 16, 1 << 20]
  /// So many characters beyond ASCII say enough.
  private static let enough = 1000

  /// Whether a text is UTF-8 but for a few faults.
  var isNearlyUTF8: Bool {
    // A text that only ends too early is told by one sequence of three bytes.
    if faults == 0 { return long > 0 || short >= 2 * max(1, cuts) }
    return 2 * long + short >= 4 * (faults + cuts)
  }

  /// Whether all is valid, and too much of it for chance.
  var isCertainlyUTF8: Bool { faults == 0 && cuts == 0 && 2 * long + short >= 4 }

  init() {}

  /// Looks at the bytes around the first fault of a file, which is at an offset.
  init(_ bytes: UnsafeRawBufferPointer, faultAt fault: Int) {
    for window in Self.windows {
      self = UTF8Likeness()
      var start = max(0, fault - window)
      while start < fault, UTF8Validation.isTrail(bytes[start]) { start += 1 }
      var end = min(bytes.count, fault + window)
      while end < bytes.count, end > fault, UTF8Validation.isTrail(bytes[end]) { end -= 1 }
      add(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      if long + short + faults >= Self.enough { return }
    }
  }

  /// Counts the sequences of a text.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var at = 0
    while at < bytes.count {
      guard bytes[at] >= 0x80 else {
        at += 1
        continue
      }
      let length = Self.sequence(bytes, at)
      switch length {
      case 2: short += 1
      case 3, 4: long += 1
      case -1:
        cuts += 1
        return
      default: faults += 1
      }
      at += max(1, length)
    }
  }

  /// The length of the valid sequence that begins at an offset; 0 where there is none, -1 where the
  /// bytes end inside one.
  private static func sequence(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
    let length =
      switch bytes[at] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0 else { return 0 }
    for place in at + 1..<at + length {
      if place >= bytes.count { return -1 }
      guard UTF8Validation.isTrail(bytes[place]) else { return 0 }
    }
    let whole = UnsafeRawBufferPointer(rebasing: bytes[at..<at + length])
    return UTF8Validation.firstInvalidByByte(in: whole) == nil ? length : 0
  }

  /// Whether the bytes end inside the character that begins at an offset.
  static func isCut(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    offset < bytes.count && sequence(bytes, offset) == -1
  }
}
