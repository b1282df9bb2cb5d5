import Geometry

/// The borders of cells with problems that fit no neighbour, and which of them are near each other.
struct BorderContacts {
  let edges: EdgeTable
  let incidence: VertexIncidence
  /// Edges of which an end of one is near the other, in a fixed order; those with a cell in common are left
  /// out, as positions of one cell never become one.
  private(set) var pairs: [(Int32, Int32)] = []
  /// The ends of such edges.
  private(set) var vertices: [Int32] = []
  /// The place of each vertex in ``vertices``; −1 for those that are not there.
  private(set) var places: ContiguousArray<Int32>
  /// The cells that each of the vertices has, ascending.
  private(set) var owners: [[Int32]] = []
  /// Of each of the vertices, the places of those within the tolerance of it.
  private(set) var neighbours: [[Int32]] = []

  init(_ edges: EdgeTable, isSick: [Bool], tolerance: Double, reach: Reach) {
    self.edges = edges
    incidence = VertexIncidence(edges)
    places = ContiguousArray(repeating: -1, count: edges.vertices.count)
    // The edges that have more cells on one side than on the other.
    let border = (0..<Int32(edges.count)).filter { edge in
      guard DepthMap.net(of: edge, edges) != 0 else { return false }
      var isHere = false
      edges.forEachUse(of: edge) { cell, _ in isHere = isHere || isSick[Int(cell)] }
      return isHere
    }
    // Ends move by as much as the tolerance, on both sides.
    let wide = Reach(metres: 3 * tolerance, scale: reach.scale)
    let near = NearEdges(border, edges, reach: wide)
    var found: [UInt64] = []
    near.forEachPair { first, second in
      if !edges.haveCommonCell(first, second), Self.areNear(first, second, edges, wide) {
        found.append(UInt64(UInt32(first)) << 32 | UInt64(UInt32(second)))
      }
    }
    found.sort()
    var last: UInt64?
    for key in found where key != last {
      last = key
      pairs.append((Int32(truncatingIfNeeded: key >> 32), Int32(truncatingIfNeeded: key)))
    }
    findNeighbours(within: tolerance, reach)
  }

  private static func areNear(
    _ first: Int32, _ second: Int32, _ edges: EdgeTable, _ reach: Reach
  ) -> Bool {
    let origin = edges.lowerEnd(first)
    let scale = reach.scale(origin)
    let a = Segment(first, of: edges, from: origin, scale)
    let b = Segment(second, of: edges, from: origin, scale)
    let limit = reach.metres
    return b.distance(to: a.start) <= limit || b.distance(to: a.end) <= limit
      || a.distance(to: b.start) <= limit || a.distance(to: b.end) <= limit
  }

  private mutating func findNeighbours(within tolerance: Double, _ reach: Reach) {
    for (first, second) in pairs {
      let (one, other) = (edges.ends[Int(first)], edges.ends[Int(second)])
      enter(one.lower)
      enter(one.upper)
      enter(other.lower)
      enter(other.upper)
      let scale = reach.scale(edges.lowerEnd(first))
      join(one.lower, other.lower, within: tolerance, scale)
      join(one.lower, other.upper, within: tolerance, scale)
      join(one.upper, other.lower, within: tolerance, scale)
      join(one.upper, other.upper, within: tolerance, scale)
    }
  }

  private mutating func join(
    _ a: Int32, _ b: Int32, within tolerance: Double, _ scale: (x: Double, y: Double)
  ) {
    if a == b { return }
    let (here, there) = (edges.vertices[Int(a)], edges.vertices[Int(b)])
    let (x, y) = ((there.x - here.x) * scale.x, (there.y - here.y) * scale.y)
    guard x * x + y * y <= tolerance * tolerance else { return }
    let (p, q) = (places[Int(a)], places[Int(b)])
    if neighbours[Int(p)].contains(q) { return }
    neighbours[Int(p)].append(q)
    neighbours[Int(q)].append(p)
  }

  private mutating func enter(_ vertex: Int32) {
    guard places[Int(vertex)] < 0 else { return }
    places[Int(vertex)] = Int32(vertices.count)
    vertices.append(vertex)
    var cells: [Int32] = []
    for edge in incidence.edges(at: Int(vertex)) { edges.collectCells(of: edge, into: &cells) }
    owners.append(cells.sorted())
    neighbours.append([])
  }
}
