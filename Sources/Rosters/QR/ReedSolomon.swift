/// Error correction over the field of 256 elements with the polynomial x⁸+x⁴+x³+x²+1
/// (ISO/IEC 18004, annex A).
enum ReedSolomon {
  /// The powers of 2, twice over, and their exponents.
  private static let tables: (powers: [UInt8], exponents: [Int]) = {
    var powers = Array(repeating: UInt8(1), count: 510)
    var exponents = Array(repeating: 0, count: 256)
    var value = 1
    for exponent in 0..<255 {
      powers[exponent] = UInt8(value)
      powers[exponent + 255] = UInt8(value)
      exponents[value] = exponent
      value = value << 1 ^ (value & 0x80 != 0 ? 0x11D : 0)
    }
    return (powers, exponents)
  }()

  static func product(_ one: UInt8, _ other: UInt8) -> UInt8 {
    guard one != 0, other != 0 else { return 0 }
    return tables.powers[tables.exponents[Int(one)] + tables.exponents[Int(other)]]
  }

  /// 2 to a power of 0 to 509.
  static func power(_ exponent: Int) -> UInt8 { tables.powers[exponent] }

  /// The remainder of the data by the generator of so many roots: the codewords behind it.
  static func correction(of data: [UInt8], count: Int) -> [UInt8] {
    let generator = generator(count)
    var rest = Array(repeating: UInt8(0), count: count)
    for byte in data {
      let factor = byte ^ rest[0]
      rest.removeFirst()
      rest.append(0)
      for place in 0..<count { rest[place] ^= product(generator[place], factor) }
    }
    return rest
  }

  /// The coefficients of (x-1)(x-2)(x-4)… without the leading 1, the highest first.
  private static func generator(_ count: Int) -> [UInt8] {
    var coefficients = [UInt8](repeating: 0, count: count)
    coefficients[count - 1] = 1
    for root in 0..<count {
      for place in 0..<count {
        coefficients[place] = product(coefficients[place], power(root))
        if place + 1 < count { coefficients[place] ^= coefficients[place + 1] }
      }
    }
    return coefficients
  }
}
