/// Mixing of 64-bit words into hashes that are the same on every machine and in every run.
enum Mixing {
  /// The finaliser of SplitMix64: each bit of the input moves every bit of the output.
  @inline(__always)
  static func mix(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A hash that takes one more word in.
  @inline(__always)
  static func add(_ word: UInt64, to hash: UInt64) -> UInt64 {
    mix(hash &+ 0x9E37_79B9_7F4A_7C15 &+ mix(word))
  }
}
