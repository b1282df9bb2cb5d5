/// The order in which a Hilbert curve visits the cells of a square of 2³² by 2³².
///
/// Positions that are near each other on the curve are near each other in the plane, which is what
/// a packed index wants of an order: see D. Hilbert, "Über die stetige Abbildung einer Linie auf ein
/// Flächenstück" (1891), and I. Kamel and C. Faloutsos, "On packing R-trees" (1993).
public enum HilbertCurve {
  /// The place on the curve of the cell in column `x` and row `y`.
  ///
  /// No two cells have the same. The curve starts at (0, 0) and ends at (2³² - 1, 0).
  ///
  /// - Complexity: O(1), eight looks into a table of 1,024 bytes.
  public static func index(x: UInt32, y: UInt32) -> UInt64 {
    // Four bits of each ordinate at a time: the state says how the curve lies in this part.
    var index: UInt64 = 0
    var state = 0
    steps.withUnsafeBufferPointer { steps in
      var shift: UInt32 = 28
      while true {
        let column = Int(truncatingIfNeeded: x &>> shift & 15)
        let row = Int(truncatingIfNeeded: y &>> shift & 15)
        let step = steps[state &<< 8 | column &<< 4 | row]
        index = index &<< 8 | UInt64(truncatingIfNeeded: step & 255)
        state = Int(truncatingIfNeeded: step &>> 8)
        if shift == 0 { break }
        shift &-= 4
      }
    }
    return index
  }

  /// The quarters of a square in the order of the curve, for the four ways the curve can lie.
  ///
  /// The two low bits of an entry are the quarter's place on the curve, the others how the curve
  /// lies inside it. Indexed by way, column bit, row bit.
  private static let quarters: [UInt8] = [
    // As it starts: up, right, down; the first quarter is mirrored at the diagonal.
    1 << 2 | 0, 0 << 2 | 1, 2 << 2 | 3, 0 << 2 | 2,
    // Mirrored at the diagonal: right, up, left.
    0 << 2 | 0, 3 << 2 | 3, 1 << 2 | 1, 1 << 2 | 2,
    // Mirrored at the other diagonal: left, down, right.
    2 << 2 | 2, 2 << 2 | 1, 0 << 2 | 3, 3 << 2 | 0,
    // Turned by half: down, left, up.
    3 << 2 | 2, 1 << 2 | 3, 3 << 2 | 1, 2 << 2 | 0,
  ]

  /// Four levels of `quarters` in one step: the place in 256 and the position after it.
  private static let steps: [UInt16] = {
    var steps: [UInt16] = []
    for start in 0..<4 {
      for column in 0..<16 {
        for row in 0..<16 {
          var state = start
          var place = 0
          for bit in (0..<4).reversed() {
            let entry = Int(quarters[state << 2 | (column >> bit & 1) << 1 | row >> bit & 1])
            place = place << 2 | entry & 3
            state = entry >> 2
          }
          steps.append(UInt16(state << 8 | place))
        }
      }
    }
    return steps
  }()
}
