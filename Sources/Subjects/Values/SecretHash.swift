/// A hash of 64 bits that nobody can compute who does not know its secret: SipHash-2-4.
///
/// Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF" (2012).
public struct SecretHash: Sendable {
  private let first: UInt64, second: UInt64

  /// A hash under a secret of 16 bytes, the first eight and the last eight.
  public init(high: UInt64, low: UInt64) {
    (first, second) = (high.byteSwapped, low.byteSwapped)
  }

  /// The hash of some bytes.
  public func hash(_ bytes: [UInt8]) -> UInt64 {
    var state = State(first, second)
    let whole = bytes.count & ~7
    bytes.withUnsafeBytes { buffer in
      for place in stride(from: 0, to: whole, by: 8) {
        state.take(
          UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      }
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    for place in whole..<bytes.count { last |= UInt64(bytes[place]) << UInt64(8 * (place - whole)) }
    state.take(last)
    return state.end()
  }

  /// The four words of the state.
  private struct State {
    private var (v0, v1, v2, v3): (UInt64, UInt64, UInt64, UInt64)

    init(_ first: UInt64, _ second: UInt64) {
      (v0, v1) = (first ^ 0x736F_6D65_7073_6575, second ^ 0x646F_7261_6E64_6F6D)
      (v2, v3) = (first ^ 0x6C79_6765_6E65_7261, second ^ 0x7465_6462_7974_6573)
    }

    @inline(__always)
    mutating func take(_ word: UInt64) {
      v3 ^= word
      round()
      round()
      v0 ^= word
    }

    mutating func end() -> UInt64 {
      v2 ^= 0xFF
      for _ in 0..<4 { round() }
      return v0 ^ v1 ^ v2 ^ v3
    }

    @inline(__always)
    private mutating func round() {
      v0 &+= v1
      v1 = Self.turn(v1, 13) ^ v0
      v0 = Self.turn(v0, 32)
      v2 &+= v3
      v3 = Self.turn(v3, 16) ^ v2
      v0 &+= v3
      v3 = Self.turn(v3, 21) ^ v0
      v2 &+= v1
      v1 = Self.turn(v1, 17) ^ v2
      v2 = Self.turn(v2, 32)
    }

    @inline(__always)
    private static func turn(_ word: UInt64, _ bits: UInt64) -> UInt64 {
      word << bits | word >> (64 - bits)
    }
  }
}
