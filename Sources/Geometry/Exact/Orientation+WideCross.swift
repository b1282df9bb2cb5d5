extension Orientation {
  /// The cross product in whole numbers of any width, for ordinates so large or
  /// so small that products of doubles would overflow or lose digits.
  ///
  /// Every finite double is a whole multiple of 2^-1074.
  enum WideCross {
    /// The exact sign of (b − a) × (d − c).
    static func sign(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate, _ d: Coordinate) -> Int {
      let left = product(difference(b.x, a.x), difference(d.y, c.y))
      let right = product(difference(b.y, a.y), difference(d.x, c.x))
      if left.sign != right.sign { return left.sign > right.sign ? 1 : -1 }
      return left.sign * compare(left.limbs, right.limbs)
    }

    /// A whole number: its sign and its magnitude, least limb first.
    private typealias Wide = (sign: Int, limbs: [UInt32])

    private static func difference(_ a: Double, _ b: Double) -> Wide {
      let a = wide(a)
      let b = wide(-b)
      if a.sign == 0 { return b }
      if b.sign == 0 { return a }
      if a.sign == b.sign { return (a.sign, sum(a.limbs, b.limbs)) }
      switch compare(a.limbs, b.limbs) {
      case 0: return (0, [])
      case 1: return (a.sign, subtract(b.limbs, from: a.limbs))
      default: return (b.sign, subtract(a.limbs, from: b.limbs))
      }
    }

    private static func wide(_ value: Double) -> Wide {
      guard value != 0 else { return (0, []) }
      let isSubnormal = value.exponentBitPattern == 0
      let significand = value.significandBitPattern | (isSubnormal ? 0 : 1 << 52)
      let shift = isSubnormal ? 0 : Int(value.exponentBitPattern) - 1
      var limbs = [UInt32](repeating: 0, count: shift / 32 + 3)
      let offset = UInt64(shift % 32)
      let low = (significand & 0xFFFF_FFFF) << offset
      let high = (significand >> 32) << offset
      limbs[shift / 32] = UInt32(truncatingIfNeeded: low)
      let middle = (low >> 32) + (high & 0xFFFF_FFFF)
      limbs[shift / 32 + 1] = UInt32(truncatingIfNeeded: middle)
      limbs[shift / 32 + 2] = UInt32(truncatingIfNeeded: (high >> 32) + (middle >> 32))
      return (value < 0 ? -1 : 1, limbs)
    }

    private static func product(_ a: Wide, _ b: Wide) -> Wide {
      guard a.sign != 0, b.sign != 0 else { return (0, []) }
      var limbs = [UInt32](repeating: 0, count: a.limbs.count + b.limbs.count)
      for (i, x) in a.limbs.enumerated() where x != 0 {
        var carry: UInt64 = 0
        for (j, y) in b.limbs.enumerated() {
          let step = UInt64(x) * UInt64(y) + UInt64(limbs[i + j]) + carry
          limbs[i + j] = UInt32(truncatingIfNeeded: step)
          carry = step >> 32
        }
        limbs[i + b.limbs.count] = UInt32(truncatingIfNeeded: carry)
      }
      return (a.sign * b.sign, limbs)
    }

    private static func sum(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
      var result: [UInt32] = []
      var carry: UInt64 = 0
      for index in 0..<max(a.count, b.count) {
        let step = limb(a, index) + limb(b, index) + carry
        result.append(UInt32(truncatingIfNeeded: step))
        carry = step >> 32
      }
      result.append(UInt32(truncatingIfNeeded: carry))
      return result
    }

    private static func subtract(_ b: [UInt32], from a: [UInt32]) -> [UInt32] {
      var result: [UInt32] = []
      var borrow: UInt64 = 0
      for index in 0..<a.count {
        let step = limb(a, index) &- limb(b, index) &- borrow
        result.append(UInt32(truncatingIfNeeded: step))
        borrow = step >> 63
      }
      return result
    }

    private static func compare(_ a: [UInt32], _ b: [UInt32]) -> Int {
      for index in stride(from: max(a.count, b.count) - 1, through: 0, by: -1) {
        let x = limb(a, index)
        let y = limb(b, index)
        if x != y { return x > y ? 1 : -1 }
      }
      return 0
    }

    private static func limb(_ limbs: [UInt32], _ index: Int) -> UInt64 {
      index < limbs.count ? UInt64(limbs[index]) : 0
    }
  }
}
