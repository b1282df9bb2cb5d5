/// Distinct byte strings, each kept once and named by a small number.
///
/// Number 0 is the empty string, which stands for "no value" everywhere in this target.
/// The numbers depend on the order in which values came, so they serve for equality alone; what
/// is put in order is compared by ``compare(_:_:)``.
public struct ValuePool: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  /// Open addressing: a value's hash in the upper half of a word, its number in the lower one.
  private var slots = [UInt64](repeating: 0, count: 1 << 10)

  /// A pool that holds "no value" alone.
  public init() {}

  /// How many values there are, "no value" included.
  public var count: Int { ends.count }

  /// The bytes of a value; empty for a number that the pool has not given out.
  public subscript(value: UInt32) -> ArraySlice<UInt8> { bytes[range(of: value)] }

  /// The number of a byte string, which is kept if it is new; O(length) on the average.
  public mutating func number(of text: some Collection<UInt8>) -> UInt32 {
    let known: UInt32?? = text.withContiguousStorageIfAvailable { number(ofBuffer: $0) }
    if let known, let number = known { return number }
    let copy = Array(text)
    return copy.withUnsafeBufferPointer { number(ofBuffer: $0) } ?? 0
  }

  /// The number of a byte string that is already kept; nil for another.
  public func find(_ text: [UInt8]) -> UInt32? {
    guard !text.isEmpty else { return 0 }
    return text.withUnsafeBufferPointer { buffer in
      let place = slot(of: buffer, hash: Self.hash(buffer))
      return slots[place] == 0 ? nil : UInt32(truncatingIfNeeded: slots[place])
    }
  }

  /// Below 0, 0 or above 0: how two values stand in the order of their bytes.
  public func compare(_ left: UInt32, _ right: UInt32) -> Int {
    if left == right { return 0 }
    let (first, second) = (range(of: left), range(of: right))
    return bytes.withUnsafeBufferPointer { all in
      let shared = min(first.count, second.count)
      for step in 0..<shared {
        let (one, other) = (all[first.lowerBound &+ step], all[second.lowerBound &+ step])
        if one != other { return one < other ? -1 : 1 }
      }
      return first.count - second.count
    }
  }

  /// The first eight bytes of a value, from byte `offset` on, as a number that sorts as they do.
  func prefix(of value: UInt32, at offset: Int) -> UInt64 {
    let range = range(of: value)
    var prefix: UInt64 = 0
    for step in offset..<(offset + 8) {
      prefix <<= 8
      if step < range.count { prefix |= UInt64(bytes[range.lowerBound + step]) }
    }
    return prefix
  }

  private func range(of value: UInt32) -> Range<Int> {
    let index = Int(value)
    guard index > 0, index < ends.count else { return 0..<0 }
    return ends[index - 1]..<ends[index]
  }

  private mutating func number(ofBuffer text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard !text.isEmpty else { return 0 }
    let hash = Self.hash(text)
    let place = slot(of: text, hash: hash)
    if slots[place] != 0 { return UInt32(truncatingIfNeeded: slots[place]) }
    guard let number = UInt32(exactly: ends.count) else { return 0 }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    slots[place] = UInt64(hash) << 32 | UInt64(number)
    if ends.count * 4 > slots.count * 3 { grow() }
    return number
  }

  /// Where a text is in the table of slots, or where it would be put.
  private func slot(of text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place] != 0 {
      let held = slots[place]
      if held >> 32 == UInt64(hash), holds(UInt32(truncatingIfNeeded: held), text) {
        return place
      }
      place = (place + 1) & mask
    }
    return place
  }

  private func holds(_ value: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: value)
    guard range.count == text.count else { return false }
    return bytes.withUnsafeBufferPointer { all in
      for step in 0..<text.count where all[range.lowerBound &+ step] != text[step] { return false }
      return true
    }
  }

  private mutating func grow() {
    var wider = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = wider.count - 1
    for held in slots where held != 0 {
      var place = Int(held >> 32) & mask
      while wider[place] != 0 { place = (place + 1) & mask }
      wider[place] = held
    }
    slots = wider
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return UInt32(truncatingIfNeeded: Mixing.mix(hash))
  }
}
