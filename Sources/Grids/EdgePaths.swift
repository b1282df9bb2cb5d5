import Geometry

/// All edges as a few paths, so that consecutive edges share a position in memory.
///
/// An edge is named by the place of the first of its two positions. A walk goes on along any
/// edge not yet taken; begun first in the vertices where an odd number of edges meet, the walks
/// are as few as can be there (L. Euler, 1736), and each costs one position more than it has
/// edges.
struct EdgePaths {
  /// The positions of all paths, path after path.
  private(set) var vertices: ContiguousArray<Coordinate> = []
  /// The place of the first position of each edge.
  private(set) var places: ContiguousArray<Int32>
  /// Whether an edge runs upwards along its path, its lower end first.
  private(set) var isUpward: ContiguousArray<Bool>

  init(_ table: EdgeTable) {
    places = ContiguousArray(repeating: -1, count: table.count)
    isUpward = ContiguousArray(repeating: false, count: table.count)
    vertices.reserveCapacity(table.count + table.count / 8)
    let incidence = VertexIncidence(table)
    let vertexCount = table.vertices.count
    // How many of the edges of a vertex have been looked at.
    var seen = ContiguousArray<Int32>(repeating: 0, count: vertexCount)
    for isOdd in [true, false] {
      for start in 0..<vertexCount where (incidence.edges(at: start).count % 2 == 1) == isOdd {
        while walk(from: Int32(start), table, incidence, &seen) {}
      }
    }
  }

  /// Walks along edges not yet taken as far as they lead; false where there is none.
  private mutating func walk(
    from start: Int32, _ table: EdgeTable, _ incidence: VertexIncidence,
    _ seen: inout ContiguousArray<Int32>
  ) -> Bool {
    var vertex = start
    var length = 0
    while let edge = next(at: vertex, incidence, &seen) {
      precondition(vertices.count < Int32.max, "a locator holds fewer than 2^31 positions")
      places[Int(edge)] = Int32(vertices.count)
      isUpward[Int(edge)] = table.ends[Int(edge)].lower == vertex
      vertices.append(table.vertices[Int(vertex)])
      vertex = table.otherEnd(of: edge, than: vertex)
      length += 1
    }
    if length > 0 { vertices.append(table.vertices[Int(vertex)]) }
    return length > 0
  }

  private func next(
    at vertex: Int32, _ incidence: VertexIncidence, _ seen: inout ContiguousArray<Int32>
  ) -> Int32? {
    let meeting = incidence.edges(at: Int(vertex))
    while seen[Int(vertex)] < meeting.count {
      let edge = meeting[meeting.startIndex + Int(seen[Int(vertex)])]
      seen[Int(vertex)] += 1
      if places[Int(edge)] < 0 { return edge }
    }
    return nil
  }
}
