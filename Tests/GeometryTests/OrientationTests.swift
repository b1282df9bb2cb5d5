import Geometry
import Testing

struct OrientationTests {
  @Test func `left is 1, right is -1, on the line is 0`() {
    let a = Coordinate(x: 0, y: 0)
    let b = Coordinate(x: 0, y: 2)

    #expect(Orientation.sign(from: a, to: b, of: Coordinate(x: -1, y: 1)) == 1)
    #expect(Orientation.sign(from: a, to: b, of: Coordinate(x: 1, y: 1)) == -1)
    #expect(Orientation.sign(from: a, to: b, of: Coordinate(x: 0, y: 5)) == 0)
    #expect(Orientation.sign(from: a, to: b, of: Coordinate(x: .nan, y: 5)) == 0)
  }

  @Test func `points within a few units in the last place of a line are told apart`() {
    var differing = 0
    var onLine = 0
    // The grid of Kettner et al., "Classroom examples of robustness problems in geometric
    // computations" (2008), DOI 10.1016/j.comgeo.2007.06.003, figure 2.
    let a = Coordinate(x: 12, y: 12)
    let b = Coordinate(x: 24, y: 24)
    for i in 0..<64 {
      for j in 0..<64 {
        let p = Coordinate(x: 0.5 + Double(i) * 0x1p-53, y: 0.5 + Double(j) * 0x1p-53)
        let sign = Orientation.sign(from: a, to: b, of: p)
        if sign != (j > i ? 1 : j < i ? -1 : 0) && p.x - 0.5 == Double(i) * 0x1p-53
          && p.y - 0.5 == Double(j) * 0x1p-53
        {
          differing += 1
        }
        if sign == 0 { onLine += 1 }
      }
    }

    #expect(differing == 0)
    #expect(onLine >= 32)
  }

  @Test(arguments: [
    (1.0, 1.0), (0x1p900, 0x1p900), (0x1p-1000, 0x1p-1000), (0x1p900, 0x1p-1000),
    (0x1p-1022, 0x1p300), (0x1p-480, 0x1p-480),
  ])
  func `the sign equals that of exact arithmetic at any magnitude`(scaleX: Double, scaleY: Double) {
    var state: UInt64 = 42
    func next(_ bits: Int64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64(state >> 33) % bits
    }
    var differing = 0
    for _ in 0..<3000 {
      // A line with a point at a whole multiple along it, and one step beside.
      let (dx, dy, times) = (next(2000) - 1000, next(2000) - 1000, next(1000))
      let (ax, ay) = (next(1 << 30), next(1 << 30))
      let beside = (next(3) - 1, next(3) - 1)
      let (px, py) = (ax + dx * times + beside.0, ay + dy * times + beside.1)
      let truth = Int128(dx) * Int128(py - ay) - Int128(dy) * Int128(px - ax)
      func point(_ x: Int64, _ y: Int64) -> Coordinate {
        Coordinate(x: Double(x) * scaleX, y: Double(y) * scaleY)
      }
      let sign = Orientation.sign(
        from: point(ax, ay), to: point(ax + dx, ay + dy), of: point(px, py))
      if sign != Int(truth.signum()) { differing += 1 }
    }

    #expect(differing == 0)
  }

  @Test func `parallel vectors do not turn`() {
    let o = Coordinate(x: 0.1, y: 0.1)
    let a = Coordinate(x: 0.4, y: 0.7)

    #expect(Orientation.turn(from: o, to: a, against: o, to: a) == 0)
    #expect(Orientation.turn(from: o, to: a, against: a, to: o) == 0)
    #expect(Orientation.turn(from: o, to: a, against: o, to: Coordinate(x: 0.1, y: 1)) == 1)
  }
}
