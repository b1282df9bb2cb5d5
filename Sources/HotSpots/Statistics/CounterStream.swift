/// Random numbers that are a function of where they are used, not of when.
///
/// A stream is keyed by (seed, cell, permutation), so any stream can be made at
/// any time on any thread and gives the same numbers. The words are those of
/// SplitMix64 (Steele, Lea and Flood 2014, DOI 10.1145/2660193.2660195):
/// a bijective mix of a counter; the key is folded into the counter's start
/// by the same mix. Bounded integers are unbiased, by Lemire's multiplication
/// with rejection (2019, DOI 10.1145/3230636, arXiv 1805.10941) on 32 bits.
struct CounterStream {
  /// The step of the counter: 2^64 divided by the golden ratio, made odd.
  static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The counter.
  var counter: UInt64

  /// The stream of one permutation under a base made by ``base(seed:key:)``.
  @inline(__always)
  init(base: UInt64, permutation: Int) {
    counter = Self.mix(base &+ UInt64(truncatingIfNeeded: permutation) &* Self.step)
  }

  /// What all streams of one cell under one seed share.
  static func base(seed: UInt64, key: UInt64) -> UInt64 {
    mix(mix(seed &+ step) ^ mix(key &* step &+ 0xD1B5_4A32_D192_ED03))
  }

  /// The finishing mix of SplitMix64: a bijection of 64 bits.
  @inline(__always)
  static func mix(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The next 64 random bits; a draw of a bounded integer takes one half,
  /// the lower one first.
  @inline(__always)
  mutating func next() -> UInt64 {
    counter &+= Self.step
    return Self.mix(counter)
  }

  /// A range to draw from, with the share of words that Lemire's rule refuses.
  struct Bound {
    /// The number of values, at least 1.
    let range: UInt32

    /// Low words below this are drawn again: 2^32 modulo the range.
    let rejected: UInt32

    /// A range of `count` values.
    init(_ count: Int) {
      precondition(count > 0 && count <= Int(UInt32.max), "Cannot draw from \(count) values.")
      range = UInt32(count)
      rejected = (0 &- range) % range
    }

    /// The integer of `0..<range` that 32 random bits give; nil to draw again.
    @inline(__always)
    func index(for bits: UInt32) -> UInt32? {
      let product = UInt64(bits) &* UInt64(range)
      guard UInt32(truncatingIfNeeded: product) >= rejected else { return nil }
      return UInt32(truncatingIfNeeded: product >> 32)
    }
  }
}
