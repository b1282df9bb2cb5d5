/// How often each remark was made on rows that were taken all the same.
package struct RemarkTally: Sendable {
  /// Of so many rows a code the remarks are kept in words; the others are counted only.
  package static let keptRows = 1000

  private var counts = [Int](repeating: 0, count: ReasonCode.allCases.count)

  package init() {}

  /// The counts of the codes that were given.
  package var byCode: [String: Int] {
    var byCode: [String: Int] = [:]
    for (code, count) in zip(ReasonCode.allCases, counts) where count > 0 {
      byCode[code.rawValue] = count
    }
    return byCode
  }

  /// Whether remarks of a code are still to be kept in words.
  package func isKept(_ code: ReasonCode) -> Bool {
    ReasonCode.allCases.firstIndex(of: code).map { counts[$0] <= Self.keptRows } ?? false
  }

  /// Counts the faults of a field; tells whether one of them is to be kept in words.
  mutating func add(_ faults: FaultSet) -> Bool {
    var rest = faults.rawValue
    var isKept = false
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      counts[bit] += 1
      isKept = isKept || counts[bit] <= Self.keptRows
      rest &= rest &- 1
    }
    return isKept
  }
}
