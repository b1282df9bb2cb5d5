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
    // Up to where the edges of each vertex have been looked at.
    var seen = incidence.starts
    table.withPointers { edges in
      for isOdd in [true, false] {
        for start in 0..<edges.vertices.count where (incidence.count(at: start) % 2 == 1) == isOdd {
          while walk(from: Int32(start), edges, incidence, &seen) {}
        }
      }
    }
  }

  /// Walks along edges not yet taken as far as they lead; false where there is none.
  private mutating func walk(
    from start: Int32, _ edges: EdgePointers, _ incidence: VertexIncidence,
    _ seen: inout ContiguousArray<Int32>
  ) -> Bool {
    var vertex = start
    var length = 0
    while let edge = next(at: vertex, incidence, &seen) {
      precondition(vertices.count < Int32.max, "a locator holds fewer than 2^31 positions")
      places[Int(edge)] = Int32(vertices.count)
      let ends = edges.ends[Int(edge)]
      isUpward[Int(edge)] = ends.lower == vertex
      vertices.append(edges.vertices[Int(vertex)])
      vertex = ends.lower == vertex ? ends.upper : ends.lower
      length += 1
    }
    if length > 0 { vertices.append(edges.vertices[Int(vertex)]) }
    return length > 0
  }

  private func next(
    at vertex: Int32, _ incidence: VertexIncidence, _ seen: inout ContiguousArray<Int32>
  ) -> Int32? {
    var place = seen[Int(vertex)]
    let end = incidence.starts[Int(vertex) + 1]
    while place < end {
      let edge = incidence.items[Int(place)]
      place += 1
      if places[Int(edge)] < 0 {
        seen[Int(vertex)] = place
        return edge
      }
    }
    seen[Int(vertex)] = place
    return nil
  }
}
