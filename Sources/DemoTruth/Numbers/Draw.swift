/// Draws that depend on what they are for, not on when they are made.
///
/// A stream is keyed by (seed, name, index): the same numbers on any machine, in any order, on any
/// number of threads. The words are those of SplitMix64 (Steele, Lea and Flood 2014,
/// doi:10.1145/2660193.2660195).
package struct Draw {
  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var counter: UInt64

  /// The draws of one thing of a stream.
  @inline(__always)
  package init(_ stream: UInt64, _ index: Int) {
    counter = Self.mix(stream &+ UInt64(truncatingIfNeeded: index) &* Self.step)
  }

  /// The key of a stream by its name: FNV-1a over the name, mixed with the seed.
  package static func stream(_ seed: UInt64, _ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return mix(mix(seed &+ step) ^ hash)
  }

  @inline(__always)
  private static func mix(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The next 64 random bits.
  @inline(__always)
  package mutating func next() -> UInt64 {
    counter &+= Self.step
    return Self.mix(counter)
  }

  /// A number from 0 to `count - 1`, by multiplication: the bias is below 2^-32 here.
  @inline(__always)
  package mutating func below(_ count: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(max(count, 1))).high)
  }

  /// A number of a range, both ends included.
  @inline(__always)
  package mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// A number from 0 up to 1, with 53 bits.
  @inline(__always)
  package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Whether a thing happens that does so `parts` times in a million.
  @inline(__always)
  package mutating func happens(_ parts: Int) -> Bool { below(1_000_000) < parts }

  /// One of the things; there must be one.
  @inline(__always)
  package mutating func pick<T>(_ things: [T]) -> T { things[below(things.count)] }

  /// A place in a list of weights, as often as its weight says.
  package mutating func weighted(_ weights: [Int]) -> Int {
    var rest = below(weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      if rest < weight { return index }
      rest -= weight
    }
    return max(weights.count - 1, 0)
  }
}
