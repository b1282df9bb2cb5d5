import Geometry

/// Distinct keys and the consecutive numbers they got, without an allocation a key.
///
/// Open addressing with linear probing, at most half full.
struct IndexTable<Key: WordPair>: Sendable {
  /// The keys by number.
  private(set) var keys: ContiguousArray<Key> = []
  private var slots: ContiguousArray<Int32> = []
  private var mask = 0

  init(capacity: Int) {
    keys.reserveCapacity(capacity)
    var size = 16
    while size < capacity * 2 { size *= 2 }
    resize(to: size)
  }

  /// The number of a key; the next one if the key is new.
  mutating func index(of key: Key) -> (index: Int32, isNew: Bool) {
    if (keys.count + 1) * 2 > slots.count { resize(to: slots.count * 2) }
    var slot = Self.hash(key) & mask
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return (slots[slot], false) }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(keys.count)
    keys.append(key)
    return (slots[slot], true)
  }

  /// The number of a key that is known; nil where it is not.
  func known(_ key: Key) -> Int32? {
    var slot = Self.hash(key) & mask
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Brings near what `index(of:)` will look at first for a key; called for many keys before the first
  /// is looked up, it lets the processor wait for all of them at once.
  ///
  /// - Returns: a number that means nothing; keep it, lest the compiler leave out the work.
  @inline(__always)
  func touch(_ key: Key) -> Int32 { slots[Self.hash(key) & mask] }

  /// Gives back the memory that only adding needs; nothing can be added after.
  mutating func finish() {
    slots = []
  }

  private mutating func resize(to size: Int) {
    mask = size - 1
    slots = ContiguousArray(unsafeUninitializedCapacity: size) { buffer, count in
      HugePages.advise(UnsafeMutableRawBufferPointer(buffer))
      buffer.initialize(repeating: -1)
      count = size
    }
    for (index, key) in keys.enumerated() {
      var slot = Self.hash(key) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }

  /// Scrambles the words so that near keys lie far apart (the finaliser of
  /// MurmurHash3).
  private static func hash(_ key: Key) -> Int {
    let (a, b) = key.words
    var h = (a &* 0x9E37_79B9_7F4A_7C15) ^ (((a >> 29) ^ b) &* 0xC2B2_AE3D_27D4_EB4F)
    h ^= h >> 33
    h = h &* 0xFF51_AFD7_ED55_8CCD
    h ^= h >> 33
    return Int(truncatingIfNeeded: h)
  }
}

/// A key that two 64-bit words stand for.
protocol WordPair: Equatable, Sendable {
  var words: (UInt64, UInt64) { get }
}

extension Coordinate: WordPair {
  var words: (UInt64, UInt64) { (x.bitPattern, y.bitPattern) }
}
