import Geometry

/// Puts the positions of some surfaces into those edges of each other that they lie on.
///
/// A position on a slanting edge is mostly beside it by a rounding: what is meant to lie on it lies
/// within four units in the last place of the largest ordinate, nanometres on the ground.
enum RingNoding {
  private struct Cut {
    var share: Double
    var at: Coordinate
  }

  /// The surfaces with the positions put in; the same where there are none.
  static func noded(_ parts: [MultiPolygon]) -> [MultiPolygon] {
    let edges = CoverageBuilder(parts).edges
    let most = edges.vertices.reduce(0) { max($0, max($1.x.magnitude, $1.y.magnitude)) }
    guard most < CoverageBuilder.greatestOrdinate else { return parts }
    let reach = Reach(metres: 4 * most.ulp) { _ in (1, 1) }
    let near = NearEdges(Array(0..<Int32(edges.count)), edges, reach: reach)
    var cuts: [Int32: [Cut]] = [:]
    near.forEachPair { first, second in
      for (edge, other) in [(first, second), (second, first)] {
        for vertex in [edges.ends[Int(other)].lower, edges.ends[Int(other)].upper] {
          let at = edges.vertices[Int(vertex)]
          if let share = share(of: at, on: edge, edges, within: reach.metres) {
            cuts[edge, default: []].append(Cut(share: share, at: at))
          }
        }
      }
    }
    guard !cuts.isEmpty else { return parts }
    var lines: [Line: [Coordinate]] = [:]
    for (edge, cuts) in cuts {
      var inside: [Coordinate] = []
      for cut in cuts.sorted(by: { $0.share < $1.share }) where inside.last != cut.at {
        inside.append(cut.at)
      }
      lines[Line(from: edges.lowerEnd(edge), to: edges.upperEnd(edge))] = inside
    }
    return parts.map { part in
      MultiPolygon(
        part.polygons.map { Polygon(rings: $0.rings.map { noded($0, lines) }) })
    }
  }

  private struct Line: Hashable {
    var from: Coordinate
    var to: Coordinate
  }

  private static func noded(_ ring: Ring, _ lines: [Line: [Coordinate]]) -> Ring {
    var positions: [Coordinate] = []
    for position in ring.coordinates {
      if let last = positions.last {
        if let inside = lines[Line(from: last, to: position)] {
          positions += inside
        } else if let inside = lines[Line(from: position, to: last)] {
          positions += inside.reversed()
        }
      }
      positions.append(position)
    }
    return Ring(positions)
  }

  /// How far along an edge a position on it lies, 0…1; nil for one beside it or at an end.
  private static func share(
    of position: Coordinate, on edge: Int32, _ edges: EdgeTable, within limit: Double
  ) -> Double? {
    let (a, b) = (edges.lowerEnd(edge), edges.upperEnd(edge))
    if position == a || position == b { return nil }
    let (x, y) = (b.x - a.x, b.y - a.y)
    let share = ((position.x - a.x) * x + (position.y - a.y) * y) / (x * x + y * y)
    guard share > 0, share < 1 else { return nil }
    let off = (x * (position.y - a.y) - y * (position.x - a.x)) / (x * x + y * y).squareRoot()
    return abs(off) <= limit ? share : nil
  }
}
