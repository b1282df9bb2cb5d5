/// The check of division codes, on bytes.
enum DivisionCode {
  /// Checks the form of a code and the order of its levels: province, city and county of two digits
  /// each, town, village and grid of three.
  ///
  /// Below a level that is all zeros there is nothing.
  static func faults(_ bytes: UnsafeBufferPointer<UInt8>) -> FaultSet {
    let lengths = [6, 9, 12, 15]
    guard lengths.contains(bytes.count), bytes.allSatisfy({ $0 &- 48 < 10 }) else {
      return .divisionCode
    }
    let bounds = [(2, 4), (4, 6), (6, 9), (9, 12), (12, 15)]
    var isOver = false
    for (start, end) in bounds where end <= bytes.count {
      let isZero = bytes[start..<end].allSatisfy { $0 == UInt8(ascii: "0") }
      if isOver, !isZero { return .divisionCode }
      isOver = isOver || isZero
    }
    return []
  }
}
