/// Numerals that are not digits: Han, Roman and circled ones.
enum Numeral {
  /// What one scalar is worth: 三 3, 十 10, 百 100, Ⅱ 2, ③ 3; nil for any other.
  ///
  /// 两 counts things and numbers none, so it is not here.
  static func value(of scalar: UInt32) -> Int? {
    switch scalar {
    case 0x3007, 0x96F6: 0
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    case 0x5341: 10
    case 0x5EFF: 20
    case 0x5345: 30
    case 0x767E: 100
    case 0x2160...0x216B: Int(scalar) - 0x215F
    case 0x2460...0x2473: Int(scalar) - 0x245F
    default: nil
    }
  }

  /// The decimal digits of a run of numerals: 十五 is 15, 四十 40, 一百零三 103, and where no ten or
  /// hundred is named digit by digit, so that 一二二五 is 1225 and 六零 60.
  ///
  /// - Returns: ASCII digits without leading zeros, nil where the run is no number.
  static func digits(of run: ArraySlice<UInt32>) -> [UInt8]? {
    guard !run.isEmpty, run.count <= 8 else { return nil }
    var values: [Int] = []
    for scalar in run {
      guard let value = value(of: scalar) else { return nil }
      values.append(value)
    }
    if values.count == 1 { return Array(String(values[0]).utf8) }
    if values.allSatisfy({ $0 < 10 }) {
      let digits = values.map { UInt8($0) + 0x30 }
      let first = digits.firstIndex { $0 != 0x30 } ?? digits.count - 1
      return Array(digits[first...])
    }
    var total = 0
    var pending: Int?
    var unit = 1000
    for value in values {
      switch value {
      case 0..<10:
        guard pending == nil || pending == 0 else { return nil }
        pending = value
      case 10, 100:
        guard value < unit else { return nil }
        total += (pending ?? 1) * value
        unit = value
        pending = nil
      case 20, 30:
        guard pending == nil, unit > 10 else { return nil }
        total += value
        unit = 10
      default: return nil
      }
    }
    return Array(String(total + (pending ?? 0)).utf8)
  }
}
