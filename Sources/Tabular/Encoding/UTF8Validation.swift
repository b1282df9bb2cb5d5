import Dispatch
import Synchronization

/// Strict validation of UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above
/// U+10FFFF.
package enum UTF8Validation {
  /// The offset of the first byte that does not begin a valid sequence, or nil where all is valid.
  ///
  /// Linear; a window of ASCII costs next to nothing, and a large text is read in two halves at once.
  package static func firstInvalidOffset(in bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count >= smallestSplit else { return firstInvalid(in: bytes) }
    var middle = bytes.count / 2
    // A half begins with a byte that can begin a character.
    while middle < bytes.count, isTrail(bytes[middle]) { middle += 1 }
    let halves = [bytes[..<middle], bytes[middle...]]
    let found = Mutex<[Int?]>([nil, nil])
    // The bytes are read only, by both threads.
    nonisolated(unsafe) let shared = halves
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      let part = UnsafeRawBufferPointer(rebasing: shared[half])
      guard let offset = firstInvalid(in: part) else { return }
      found.withLock { $0[half] = shared[half].startIndex + offset }
    }
    return found.withLock { $0[0] ?? $0[1] }
  }

  /// From here on the second thread is worth waking.
  private static let smallestSplit = 4 << 20

  /// The first offset by windows: only one that is not valid is read byte by byte.
  static func firstInvalid(in bytes: UnsafeRawBufferPointer) -> Int? {
    var start = 0
    while start < bytes.count {
      var end = min(start + windowSize, bytes.count)
      while end < bytes.count, isTrail(bytes[end]), end - start < 2 * windowSize { end += 1 }
      let window = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      if !isASCII(window), !UTF8Automaton.shared.accepts(window),
        let offset = firstInvalidByByte(in: window)
      {
        return start + offset
      }
      start = end
    }
    return nil
  }

  private static let windowSize = 32 << 10

  private static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var all = SIMD16<UInt8>.zero
    var at = 0
    while at &+ 16 <= bytes.count {
      all |= bytes.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
      at &+= 16
    }
    var high = all.max() & 0x80
    while at < bytes.count {
      high |= bytes[at] & 0x80
      at &+= 1
    }
    return high == 0
  }

  static func firstInvalidByByte(in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let count = bytes.count
    var at = 0
    while at < count {
      if at &+ 8 <= count {
        let word = base.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0 {
          at &+= 8
          continue
        }
        // Step over the ASCII bytes in front of the first other one.
        at &+= (word.littleEndian & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
      }
      let length = sequenceLength(base + at, available: count &- at)
      if length == 0 { return at }
      at &+= length
    }
    return nil
  }

  /// The length of the valid sequence that begins here, or 0.
  @inline(__always)
  private static func sequenceLength(_ start: UnsafeRawPointer, available: Int) -> Int {
    let p = start.assumingMemoryBound(to: UInt8.self)
    let lead = p[0]
    if lead < 0x80 { return 1 }
    if lead < 0xC2 { return 0 }
    if lead < 0xE0 {
      return available >= 2 && isTrail(p[1]) ? 2 : 0
    }
    if lead < 0xF0 {
      guard available >= 3, isTrail(p[1]), isTrail(p[2]) else { return 0 }
      if lead == 0xE0 && p[1] < 0xA0 { return 0 }
      if lead == 0xED && p[1] > 0x9F { return 0 }
      return 3
    }
    guard lead < 0xF5, available >= 4, isTrail(p[1]), isTrail(p[2]), isTrail(p[3]) else { return 0 }
    if lead == 0xF0 && p[1] < 0x90 { return 0 }
    if lead == 0xF4 && p[1] > 0x8F { return 0 }
    return 4
  }

  @inline(__always)
  static func isTrail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

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
