/// A hash of 128 bits over values: by it rows are known again and found changed.
///
/// SipHash-1-3 with 128 bits of output (Aumasson and Bernstein, INDOCRYPT 2012,
/// doi:10.1007/978-3-642-34931-7_28) with a fixed key, so that it is the same in every process
/// and on every machine. At a million rows two keys agree by accident with probability 1e-27.
@frozen
package struct ValueHash: Hashable, Sendable {
  package var high: UInt64
  package var low: UInt64

  /// Makes a hash from its halves.
  @inlinable
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The hash of bytes.
  package init(_ bytes: UnsafeRawBufferPointer) {
    var state = SipState()
    let whole = bytes.count & ~7
    if let base = bytes.baseAddress {
      var at = 0
      while at < whole {
        state.absorb(base.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian)
        at &+= 8
      }
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    var shift: UInt64 = 0
    for index in whole..<bytes.count {
      last |= UInt64(bytes[index]) << shift
      shift &+= 8
    }
    state.absorb(last)
    (high, low) = state.finish()
  }
}

/// A secret that makes of a hash another one, which nobody can try values against without it.
package struct HashKey: Sendable {
  private let k0: UInt64
  private let k1: UInt64

  /// - Parameter bytes: sixteen of them.
  package init(_ bytes: some Collection<UInt8>) {
    var words: (UInt64, UInt64) = (0, 0)
    for (index, byte) in bytes.enumerated() {
      if index < 8 {
        words.0 |= UInt64(byte) << UInt64(8 * index)
      } else {
        words.1 |= UInt64(byte) << UInt64(8 * (index - 8))
      }
    }
    (k0, k1) = words
  }

  /// SipHash-2-4 (Aumasson and Bernstein 2012) of the eight bytes of a hash, little-endian.
  package func keyed(_ hash: UInt64) -> UInt64 {
    var state = SipState(k0, k1)
    state.absorbTwice(hash.littleEndian)
    state.absorbTwice(8 << 56)
    return state.finish64()
  }
}

/// The state of SipHash.
private struct SipState {
  var v0: UInt64
  var v1: UInt64
  var v2: UInt64
  var v3: UInt64

  /// That of hashes that are the same everywhere: 128 bits, one round a word and three at the end.
  init() {
    self.init(0x6765_7775_2d31_2d30, 0x7661_6c75_6568_6173)
    v1 ^= 0xee
  }

  init(_ k0: UInt64, _ k1: UInt64) {
    v0 = 0x736f_6d65_7073_6575 ^ k0
    v1 = 0x646f_7261_6e64_6f6d ^ k1
    v2 = 0x6c79_6765_6e65_7261 ^ k0
    v3 = 0x7465_6462_7974_6573 ^ k1
  }

  @inline(__always)
  mutating func absorb(_ word: UInt64) {
    v3 ^= word
    round()
    v0 ^= word
  }

  @inline(__always)
  mutating func absorbTwice(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  mutating func finish64() -> UInt64 {
    v2 ^= 0xff
    for _ in 0..<4 { round() }
    return v0 ^ v1 ^ v2 ^ v3
  }

  mutating func finish() -> (UInt64, UInt64) {
    v2 ^= 0xee
    for _ in 0..<3 { round() }
    let high = v0 ^ v1 ^ v2 ^ v3
    v1 ^= 0xdd
    for _ in 0..<3 { round() }
    return (high, v0 ^ v1 ^ v2 ^ v3)
  }

  @inline(__always)
  private mutating func round() {
    v0 = v0 &+ v1
    v1 = (v1 << 13 | v1 >> 51) ^ v0
    v0 = v0 << 32 | v0 >> 32
    v2 = v2 &+ v3
    v3 = (v3 << 16 | v3 >> 48) ^ v2
    v0 = v0 &+ v3
    v3 = (v3 << 21 | v3 >> 43) ^ v0
    v2 = v2 &+ v1
    v1 = (v1 << 17 | v1 >> 47) ^ v2
    v2 = v2 << 32 | v2 >> 32
  }
}
