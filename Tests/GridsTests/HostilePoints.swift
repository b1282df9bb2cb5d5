import Geometry
import TestSupport

/// Positions chosen to break a look-up: on borders and within the last digits of them.
///
/// The same numbers for the same seed everywhere.
struct HostilePoints {
  private let rings: [[Coordinate]]
  private let box: Box
  private var generator: SeededGenerator

  init(_ cells: [MultiPolygon], seed: UInt64) {
    rings = cells.flatMap { $0.rings.map(\.coordinates) }.filter { $0.count > 3 }
    box = Box(around: rings.lazy.joined())
    generator = SeededGenerator(seed: seed)
  }

  /// The next positions: nine around one place of a border, and one anywhere.
  mutating func next() -> [Coordinate] {
    let base = border()
    var points = [base]
    for _ in 0..<3 { points.append(shifted(base, by: 1)) }
    points.append(shifted(base, by: 1 << 8))
    points.append(shifted(base, by: 1 << 24))
    // On the same height, and on the same meridian, as a vertex.
    let other = border()
    points.append(Coordinate(x: base.x, y: other.y))
    points.append(Coordinate(x: other.x, y: base.y))
    points.append(Coordinate(x: (base.x + other.x) / 2, y: (base.y + other.y) / 2))
    points.append(
      Coordinate(
        x: .random(in: box.minX...box.maxX, using: &generator),
        y: .random(in: box.minY...box.maxY, using: &generator)))
    return points
  }

  /// A vertex, or a position on an edge, its line, or between vertices that are nearly in line.
  private mutating func border() -> Coordinate {
    let ring = rings[Int.random(in: 0..<rings.count, using: &generator)]
    let place = Int.random(in: 0..<ring.count - 1, using: &generator)
    let (a, b) = (ring[place], ring[place + 1])
    switch Int.random(in: 0..<6, using: &generator) {
    case 0, 1: return a
    case 2: return between(a, b, 0.5)
    case 3: return between(a, b, .random(in: 0...1, using: &generator))
    case 4: return between(a, b, .random(in: -0.5...1.5, using: &generator))
    default: return between(a, ring[(place + 2) % (ring.count - 1)], 0.5)
    }
  }

  private func between(_ a: Coordinate, _ b: Coordinate, _ share: Double) -> Coordinate {
    Coordinate(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
  }

  /// Up to so many units in the last place away, along both axes.
  private mutating func shifted(_ point: Coordinate, by limit: Int) -> Coordinate {
    Coordinate(
      x: point.x + point.x.ulp * Double(Int.random(in: -limit...limit, using: &generator)),
      y: point.y + point.y.ulp * Double(Int.random(in: -limit...limit, using: &generator)))
  }
}
