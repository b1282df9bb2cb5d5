/// The stable key of a subject: 16 bytes, derived from what identifies it.
public struct SubjectKey: Hashable, Comparable, Sendable {
  /// The first eight bytes, and the last eight.
  public let high: UInt64, low: UInt64

  /// A key of two halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The 16 bytes, the first one first.
  public var bytes: [UInt8] {
    [high, low].flatMap { half in
      (0..<8).map { UInt8(truncatingIfNeeded: half >> UInt64(56 - $0 * 8)) }
    }
  }

  /// By their bytes.
  public static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
