/// The check of division codes, on bytes.
enum DivisionCode {
  /// A division code of 6, 9, 12 or 15 digits (GB/T 2260, GB/T 10114 and the grid codes upon them):
  /// province and the levels below it in order.
  static let check = Check(
    "cn.division-code", reasons: [ChinaReason.divisionCode],
    verify: { text, _, _ in isConsistent(text) ? 0 : fault.rawValue })

  private static let fault = China.Faults.bit(.divisionCode)

  /// Checks the form of a code and the order of its levels: province, city and county of two digits
  /// each, town, village and grid of three.
  ///
  /// Below a level that is all zeros there is nothing.
  private static func isConsistent(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let lengths = [6, 9, 12, 15]
    guard lengths.contains(bytes.count), bytes.allSatisfy({ $0 &- 48 < 10 }) else {
      return false
    }
    let bounds = [(2, 4), (4, 6), (6, 9), (9, 12), (12, 15)]
    var isOver = false
    for (start, end) in bounds where end <= bytes.count {
      let isZero = bytes[start..<end].allSatisfy { $0 == UInt8(ascii: "0") }
      if isOver, !isZero { return false }
      isOver = isOver || isZero
    }
    return true
  }
}
