import DemoTruth
import Geometry

/// The borders of the district: a bent lattice whose edges are drawn once, so that neighbours share
/// every position.
///
/// Lines lie closer in the middle, where people live; nodes are moved by keyed draws, and each edge
/// between two nodes is a wiggly line with keyed positions of its own. All positions are rounded to
/// 1e-7 degrees (about 1 cm) before anything uses them.
struct Lattice {
  static let columns = 30
  static let rows = 24
  /// The lower left corner, degrees, and the extent: about 15 by 12 km.
  static let origin = Coordinate(longitude: 120.30, latitude: 30.05)
  static let extent = Coordinate(x: 0.156, y: 0.108)

  private let seed: UInt64
  private let nodes: [Coordinate]

  init(seed: UInt64) {
    self.seed = seed
    let stream = Draw.stream(seed, "lattice.node")
    var nodes: [Coordinate] = []
    for row in 0...Self.rows {
      for column in 0...Self.columns {
        var draw = Draw(stream, row * 1_000 + column)
        let x = (Double(column) + (draw.unit() - 0.5) * 0.3) / Double(Self.columns)
        let y = (Double(row) + (draw.unit() - 0.5) * 0.3) / Double(Self.rows)
        nodes.append(
          Self.rounded(
            Coordinate(
              x: Self.origin.x + Self.extent.x * Self.bent(x),
              y: Self.origin.y + Self.extent.y * Self.bent(y))))
      }
    }
    self.nodes = nodes
  }

  /// Draws the lines closer together in the middle: a cubic that keeps 0, 1/2 and 1.
  private static func bent(_ share: Double) -> Double {
    let d = share - 0.5
    return 0.5 + d * (0.8 + 0.8 * d * d)
  }

  /// The number of decimal places of all positions.
  private static func rounded(_ position: Coordinate) -> Coordinate {
    Coordinate(
      x: (position.x * 1e7).rounded() / 1e7, y: (position.y * 1e7).rounded() / 1e7)
  }

  private func node(_ column: Int, _ row: Int) -> Coordinate {
    nodes[row * (Self.columns + 1) + column]
  }

  /// The line of the edge from a node to the one east or north of it, both ends included.
  private func edge(_ column: Int, _ row: Int, isEast: Bool) -> [Coordinate] {
    let from = node(column, row)
    let to = isEast ? node(column + 1, row) : node(column, row + 1)
    let stream = Draw.stream(seed, isEast ? "lattice.east" : "lattice.north")
    var draw = Draw(stream, row * 1_000 + column)
    let pieces = draw.number(5...9)
    let across = Coordinate(x: -(to.y - from.y), y: to.x - from.x)
    var line = [from]
    for piece in 1..<pieces {
      let share = Double(piece) / Double(pieces)
      let swing = (draw.unit() - 0.5) * 0.07 * (1 - abs(2 * share - 1) * 0.5)
      line.append(
        Self.rounded(
          Coordinate(
            x: from.x + (to.x - from.x) * share + across.x * swing,
            y: from.y + (to.y - from.y) * share + across.y * swing)))
    }
    line.append(to)
    return line
  }

  /// The sides of a cell, each a line, counter-clockwise from the south.
  func sides(_ column: Int, _ row: Int) -> [[Coordinate]] {
    [
      edge(column, row, isEast: true), edge(column + 1, row, isEast: false),
      edge(column, row + 1, isEast: true).reversed(), edge(column, row, isEast: false).reversed(),
    ]
  }

  /// The border of a cell, counter-clockwise, closed.
  func border(_ column: Int, _ row: Int) -> [Coordinate] {
    let sides = sides(column, row)
    return sides[0] + sides.dropFirst().flatMap { $0.dropFirst() }
  }

  /// A position inside a cell: `u` runs from west to east and `v` from south to north, 0…1.
  ///
  /// Between 0.2 and 0.8 it is more than 10 m from any border: no cell is narrower than 250 m, and
  /// no edge swings by more than 35 m.
  func position(_ column: Int, _ row: Int, _ u: Double, _ v: Double) -> Coordinate {
    let (a, b) = (node(column, row), node(column + 1, row))
    let (c, d) = (node(column, row + 1), node(column + 1, row + 1))
    return Coordinate(
      x: (a.x * (1 - u) + b.x * u) * (1 - v) + (c.x * (1 - u) + d.x * u) * v,
      y: (a.y * (1 - u) + b.y * u) * (1 - v) + (c.y * (1 - u) + d.y * u) * v)
  }
}
