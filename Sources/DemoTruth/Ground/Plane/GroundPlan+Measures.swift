import Geometry

/// What cuts are measured by.
extension GroundPlan {
  /// Squares of 100 m whose middles lie inside a ring.
  static func cells(inside ring: Ring, _ terrain: Terrain) -> [Cell] {
    var cells: [Cell] = []
    let ends = ring.coordinates
    for row in -62..<62 {
      let y = Double(row) * 100 + 50
      // Which places of a row are inside is for the few sides alone that cross it; the lines from one of them to
      // the next do not.
      let crossing = Ring(
        ends.indices.dropLast().filter { (ends[$0].y > y) != (ends[$0 + 1].y > y) }
          .flatMap { [ends[$0], ends[$0 + 1]] })
      for column in -80..<80 {
        let p = Coordinate(x: Double(column) * 100 + 50, y: y)
        guard crossing.holds(p) else { continue }
        cells.append(Cell(place: p, weight: terrain.dwellings(p)))
      }
    }
    return cells
  }

  /// Shares of a total by weights, each within bounds: largest remainders first.
  static func shares(of total: Int, by weights: [Double], in bounds: ClosedRange<Int>) -> [Int] {
    let sum = weights.reduce(0, +)
    let exact = weights.map { Double(total) * $0 / sum }
    var shares = exact.map { min(max(Int($0), bounds.lowerBound), bounds.upperBound) }
    while shares.reduce(0, +) != total {
      let step = shares.reduce(0, +) < total ? 1 : -1
      let open = shares.indices.filter { bounds.contains(shares[$0] + step) }
      let next = open.max { a, b in
        let (x, y) = (
          (exact[a] - Double(shares[a])) * Double(step),
          (exact[b] - Double(shares[b])) * Double(step)
        )
        return x != y ? x < y : a > b
      }
      guard let next else { break }
      shares[next] += step
    }
    return shares
  }

  static func extent(_ ring: [Coordinate], _ along: Coordinate) -> ClosedRange<Double> {
    var (low, high) = (Double.infinity, -Double.infinity)
    for point in ring {
      let at = point.dot(along)
      (low, high) = (min(low, at), max(high, at))
    }
    return low...max(low, high)
  }

  static func area(_ ring: [Coordinate]) -> Double { Ring(ring).signedArea }

  /// The centre of gravity of a ring that is not closed.
  static func centre(_ ring: [Coordinate]) -> Coordinate {
    let origin = ring[0]
    var sum = Coordinate(x: 0, y: 0)
    var twice = 0.0
    for index in ring.indices {
      let (a, b) = (ring[index] - origin, ring[(index + 1) % ring.count] - origin)
      let cross = a.cross(b)
      twice += cross
      sum = sum + (a + b) * cross
    }
    return origin + sum * (1 / (3 * twice))
  }
}
