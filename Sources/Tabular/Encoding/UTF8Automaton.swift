/// UTF-8 (RFC 3629) as an automaton whose states are shifts, so that a byte costs a look into a table
/// and a shift, and no branch.
///
/// Each byte has a word with the next state for each state, six bits each, at the place that the state
/// itself names (P. Vognsen, "Shift-based DFAs", 2020). A text of Chinese and Latin in turn makes
/// the branches of a decoder miss at every change; four places of the text are followed at once.
struct UTF8Automaton {
  /// Between two characters.
  static let start: UInt64 = 0
  private static let oneLeft: UInt64 = 6
  private static let twoLeft: UInt64 = 12
  private static let threeLeft: UInt64 = 18
  /// After the lead bytes whose next byte has a smaller range.
  private static let afterE0: UInt64 = 24
  private static let afterED: UInt64 = 30
  private static let afterF0: UInt64 = 36
  private static let afterF4: UInt64 = 42
  /// Stays as it is.
  private static let failed: UInt64 = 48

  private let steps: [UInt64]

  static let shared = UTF8Automaton()

  private init() { steps = (0...255).map { Self.word(for: UInt8($0)) } }

  private static func word(for byte: UInt8) -> UInt64 {
    var word: UInt64 = 0
    for state in stride(from: start, through: failed, by: 6) {
      word |= next(state, byte) << state
    }
    return word
  }

  private static func next(_ state: UInt64, _ byte: UInt8) -> UInt64 {
    switch (state, byte) {
    case (start, 0x00...0x7F), (oneLeft, 0x80...0xBF): start
    case (start, 0xC2...0xDF), (twoLeft, 0x80...0xBF): oneLeft
    case (afterE0, 0xA0...0xBF), (afterED, 0x80...0x9F): oneLeft
    case (start, 0xE1...0xEC), (start, 0xEE...0xEF), (threeLeft, 0x80...0xBF): twoLeft
    case (afterF0, 0x90...0xBF), (afterF4, 0x80...0x8F): twoLeft
    case (start, 0xF1...0xF3): threeLeft
    case (start, 0xE0): afterE0
    case (start, 0xED): afterED
    case (start, 0xF0): afterF0
    case (start, 0xF4): afterF4
    default: failed
    }
  }

  /// Whether whole characters, and nothing else, follow each other in the bytes.
  func accepts(_ bytes: UnsafeRawBufferPointer) -> Bool {
    steps.withUnsafeBufferPointer { steps in
      guard let base = bytes.baseAddress, let steps = steps.baseAddress else { return true }
      let part = bytes.count / 4
      // Each quarter begins where the one before has ended, at a byte that can begin a character.
      var bounds = (part, part * 2, part * 3)
      Self.align(&bounds.0, base, bytes.count)
      Self.align(&bounds.1, base, bytes.count)
      Self.align(&bounds.2, base, bytes.count)
      let shortest = min(
        bounds.0, bounds.1 - bounds.0, bounds.2 - bounds.1, bytes.count - bounds.2)
      guard shortest > 0 else {
        return Self.run(Self.start, base, 0..<bytes.count, steps) & 63 == Self.start
      }
      var (a, b, c, d) = (Self.start, Self.start, Self.start, Self.start)
      let (second, third, fourth) = (base + bounds.0, base + bounds.1, base + bounds.2)
      for index in 0..<shortest {
        a = steps[Int(base.load(fromByteOffset: index, as: UInt8.self))] &>> a
        b = steps[Int(second.load(fromByteOffset: index, as: UInt8.self))] &>> b
        c = steps[Int(third.load(fromByteOffset: index, as: UInt8.self))] &>> c
        d = steps[Int(fourth.load(fromByteOffset: index, as: UInt8.self))] &>> d
      }
      a = Self.run(a, base, shortest..<bounds.0, steps)
      b = Self.run(b, base, (bounds.0 + shortest)..<bounds.1, steps)
      c = Self.run(c, base, (bounds.1 + shortest)..<bounds.2, steps)
      d = Self.run(d, base, (bounds.2 + shortest)..<bytes.count, steps)
      return (a | b | c | d) & 63 == Self.start
    }
  }

  /// Only the last six bits of a state count: `&>>` takes no more of it.
  @inline(__always)
  private static func run(
    _ state: UInt64, _ base: UnsafeRawPointer, _ range: Range<Int>, _ steps: UnsafePointer<UInt64>
  ) -> UInt64 {
    var state = state
    for index in range {
      state = steps[Int(base.load(fromByteOffset: index, as: UInt8.self))] &>> state
    }
    return state
  }

  @inline(__always)
  private static func align(_ bound: inout Int, _ base: UnsafeRawPointer, _ count: Int) {
    while bound < count, UTF8Validation.isTrail(base.load(fromByteOffset: bound, as: UInt8.self)) {
      bound += 1
    }
  }
}
