/// A walk through `count` places that comes to each of them once before it begins again.
struct Tour {
  private let start: Int
  private let step: Int
  let count: Int

  /// - Parameter key: decides where it begins and how far its steps are.
  init(_ count: Int, key: UInt64) {
    self.count = max(count, 1)
    start = Int(truncatingIfNeeded: key >> 33)
    // A step that shares no factor with the count.
    var step = max(1, (Int(truncatingIfNeeded: key >> 40) | 1) % self.count)
    while Self.gcd(step, self.count) != 1 { step += 1 }
    self.step = step
  }

  /// The place after so many steps.
  subscript(number: Int) -> Int { (start + number * step) % count }

  private static func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
}
