extension LocatorImage {
  /// A checksum over a header with its checksum field 0 and all that follows it.
  ///
  /// Four lanes of multiplications, as fast as memory can be read, that find any change of a byte
  /// or a word by chance; it is no protection from people.
  func checksum() -> UInt64 {
    var header = self.header
    header.checksum = 0
    var lanes = Lanes()
    withUnsafeBytes(of: &header) { lanes.add($0) }
    let start = MemoryLayout<LocatorHeader>.stride
    lanes.add(UnsafeRawBufferPointer(start: base + start, count: byteCount - start))
    return lanes.value
  }

  private struct Lanes {
    private var sums = SIMD4<UInt64>(
      0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63)

    /// Adds words; the bytes must be a whole number of them.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
      let words = bytes.count / 8
      var (a, b, c, d) = (sums[0], sums[1], sums[2], sums[3])
      var word = 0
      while word + 4 <= words {
        a = Self.mixed(a, bytes.load(fromByteOffset: 8 * word, as: UInt64.self))
        b = Self.mixed(b, bytes.load(fromByteOffset: 8 * word + 8, as: UInt64.self))
        c = Self.mixed(c, bytes.load(fromByteOffset: 8 * word + 16, as: UInt64.self))
        d = Self.mixed(d, bytes.load(fromByteOffset: 8 * word + 24, as: UInt64.self))
        word += 4
      }
      while word < words {
        a = Self.mixed(a, bytes.load(fromByteOffset: 8 * word, as: UInt64.self))
        word += 1
      }
      sums = SIMD4(a, b, c, d)
    }

    var value: UInt64 {
      (0..<4).reduce(0) { Self.mixed($0, sums[$1]) }
    }

    /// Invertible in the sum for every word: a change is never lost on the way.
    @inline(__always)
    private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
      let product = (sum ^ word) &* 0xFF51_AFD7_ED55_8CCD
      return product ^ (product >> 32)
    }
  }
}
