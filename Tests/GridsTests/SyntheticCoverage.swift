import Geometry
import TestSupport

/// Valid coverages with everything that real ones have: crooked borders, islands, holes,
/// rings that touch themselves, cells of several parts.
struct SyntheticCoverage {
  private var generator: SeededGenerator
  private let columns: Int
  private let rows: Int
  private let bends: Int
  /// Ordinates are whole multiples of this; 0 for doubles with all their digits.
  private let step: Double

  /// The cells, each once; shells counter-clockwise, holes clockwise.
  private(set) var cells: [MultiPolygon] = []

  init(seed: UInt64, columns: Int, rows: Int, bends: Int, step: Double = 0) {
    generator = SeededGenerator(seed: seed)
    self.columns = columns
    self.rows = rows
    self.bends = bends
    self.step = step
    build()
  }

  private mutating func build() {
    var corners: [[Coordinate]] = []
    for j in 0...rows {
      corners.append((0...columns).map { i in jittered(Double(i), Double(j), by: 0.2) })
    }
    // Border lines between corners, without their last position.
    var across: [[[Coordinate]]] = []
    var upward: [[[Coordinate]]] = []
    for j in 0...rows {
      across.append((0..<columns).map { line(corners[j][$0], corners[j][$0 + 1]) })
    }
    for j in 0..<rows {
      upward.append((0...columns).map { line(corners[j][$0], corners[j + 1][$0]) })
    }
    var shells: [[Coordinate]] = []
    for j in 0..<rows {
      for i in 0..<columns {
        let right = upward[j][i + 1]
        let top = Array(across[j + 1][i].dropFirst().reversed())
        let left = Array(upward[j][i].dropFirst().reversed())
        shells.append(
          across[j][i] + right + [corners[j + 1][i + 1]] + top + [corners[j + 1][i]] + left)
      }
    }
    assemble(shells, corners)
  }

  private mutating func assemble(_ shells: [[Coordinate]], _ corners: [[Coordinate]]) {
    var rings = shells.map { [Ring($0)] }
    var extra: [MultiPolygon] = []
    // Every fifth cell gets an island; every tenth leaves its hole open as an enclave of two
    // cells that touch in a point.
    for number in stride(from: 2, to: shells.count, by: 5) {
      let x = Double(number % columns) + 0.5
      let y = Double(number / columns) + 0.5
      let island = diamond(x, y, 0.125)
      rings[number].append(Ring(island.reversed()))
      extra.append(MultiPolygon([Polygon(rings: [Ring(island)])]))
      if number % 10 == 2 {
        let second = diamond(x + 0.1875, y, 0.0625)
        rings[number].append(Ring(second.reversed()))
        extra.append(MultiPolygon([Polygon(rings: [Ring(second)])]))
      }
    }
    cells = rings.map { MultiPolygon([Polygon(rings: $0)]) }
    mergeDiagonal(shells, corners)
    mergeParts()
    cells += extra
  }

  /// The first cell and the one up and right of it as one ring that touches itself.
  private mutating func mergeDiagonal(_ shells: [[Coordinate]], _ corners: [[Coordinate]]) {
    let meeting = corners[1][1]
    let first = rotated(shells[0], to: meeting)
    let second = rotated(shells[columns + 1], to: meeting)
    let holes = cells[0].rings.dropFirst() + cells[columns + 1].rings.dropFirst()
    cells[0] = MultiPolygon([Polygon(rings: [Ring(first + second)] + holes)])
    cells.remove(at: columns + 1)
  }

  /// The last cell and one far from it as one cell of two parts.
  private mutating func mergeParts() {
    let last = cells.removeLast()
    cells[columns - 1] = MultiPolygon(cells[columns - 1].polygons + last.polygons)
  }

  private func rotated(_ ring: [Coordinate], to start: Coordinate) -> [Coordinate] {
    guard let position = ring.firstIndex(of: start) else { return ring }
    return Array(ring[position...] + ring[..<position])
  }

  private func diamond(_ x: Double, _ y: Double, _ radius: Double) -> [Coordinate] {
    [
      Coordinate(x: x, y: y - radius), Coordinate(x: x + radius, y: y),
      Coordinate(x: x, y: y + radius), Coordinate(x: x - radius, y: y),
    ]
  }

  private mutating func line(_ a: Coordinate, _ b: Coordinate) -> [Coordinate] {
    var points = [a]
    for bend in 1..<max(bends, 1) {
      let share = Double(bend) / Double(bends)
      let point = jittered(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, by: 0.04)
      if point != points.last && point != b { points.append(point) }
    }
    return points
  }

  private mutating func jittered(_ x: Double, _ y: Double, by amount: Double) -> Coordinate {
    Coordinate(
      x: rounded(x + Double.random(in: -amount...amount, using: &generator)),
      y: rounded(y + Double.random(in: -amount...amount, using: &generator)))
  }

  private func rounded(_ value: Double) -> Double {
    guard step == 0 else { return (value / step).rounded() * step }
    // Keeps the last digit within what the oracle can hold.
    return (value * 0x1p90).rounded() * 0x1p-90
  }
}
