import Geometry

/// Which cells have which positions and edges, and which edges have a cell on one side only.
struct BorderUse {
  /// An edge without direction.
  struct Edge: Hashable {
    let lower: Coordinate
    let upper: Coordinate

    init(_ a: Coordinate, _ b: Coordinate) {
      (lower, upper) = Coordinate.isLower(b, than: a) ? (b, a) : (a, b)
    }
  }

  /// The cells that have an edge, each as often as it has it.
  private(set) var edges: [Edge: [Int32]] = [:]
  /// The cells that have a position, ascending.
  private(set) var vertices: [Coordinate: [Int32]] = [:]

  init(_ cells: [MultiPolygon]) {
    for (index, cell) in cells.enumerated() {
      let index = Int32(index)
      for ring in cell.rings {
        for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) where a != b {
          edges[Edge(a, b), default: []].append(index)
          if vertices[a]?.last != index { vertices[a, default: []].append(index) }
        }
      }
    }
  }

  /// The edges that only one cell has, in a fixed order, each with that cell.
  var single: [(edge: Edge, cell: Int32)] {
    edges.compactMap { edge, cells in cells.count == 1 ? (edge, cells[0]) : nil }
      .sorted { a, b in
        if a.edge.lower != b.edge.lower {
          return Coordinate.isLower(a.edge.lower, than: b.edge.lower)
        }
        return Coordinate.isLower(a.edge.upper, than: b.edge.upper)
      }
  }

  /// The ends of edges that only one cell has, those of the most cells first, then from south to
  /// north.
  var singleVertices: [Coordinate] {
    Set(single.flatMap { [$0.edge.lower, $0.edge.upper] }).sorted { a, b in
      let (first, second) = (vertices[a]?.count ?? 0, vertices[b]?.count ?? 0)
      return first != second ? first > second : Coordinate.isLower(a, than: b)
    }
  }
}
