import Geometry
import Testing

@Suite struct HilbertCurveTests {
  /// The place on the curve, a bit at a time: each quarter is turned back to the first one's lie.
  private func reference(_ column: UInt32, _ row: UInt32) -> UInt64 {
    var (x, y, place) = (column, row, UInt64(0))
    for bit in (0..<UInt32(32)).reversed() {
      let (right, up) = (x >> bit & 1, y >> bit & 1)
      place = place << 2 | UInt64((3 * right) ^ up)
      if up == 0 {
        if right == 1 { (x, y) = (~x, ~y) }
        swap(&x, &y)
      }
    }
    return place
  }

  @Test func `neighbours on the curve are neighbours in the plane`() {
    var cells: [(place: UInt64, x: Int, y: Int)] = []
    for x in 0..<64 {
      for y in 0..<64 {
        cells.append((HilbertCurve.index(x: UInt32(x), y: UInt32(y)), x, y))
      }
    }
    cells.sort { $0.place < $1.place }

    #expect(cells.map(\.place) == Array(0..<4_096))
    for (one, next) in zip(cells, cells.dropFirst()) {
      #expect(abs(one.x - next.x) + abs(one.y - next.y) == 1)
    }
  }

  @Test func `the curve is the one that is made bit by bit, to its last cell`() {
    var state: UInt64 = 1
    for _ in 0..<2_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let x = UInt32(truncatingIfNeeded: state >> 32)
      let y = UInt32(truncatingIfNeeded: state >> 11)
      #expect(HilbertCurve.index(x: x, y: y) == reference(x, y))
    }
    #expect(HilbertCurve.index(x: 0, y: 0) == 0)
    #expect(HilbertCurve.index(x: .max, y: 0) == .max)
  }
}
