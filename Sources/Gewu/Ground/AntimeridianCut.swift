import Geometry

/// Cuts boundaries whose edges jump over the antimeridian: from a longitude to one more than 180
/// degrees away the shorter way leads across it.
///
/// Two cells that share an edge are cut in the same place, bit for bit. A boundary without such an edge
/// comes back as it is; so does one whose only jumps are from -180 to 180 degrees, which is all around
/// the globe and not across the line.
struct AntimeridianCut {
  /// A vertex in the turn that it was reached in: its place is `x + 360 * turn`.
  private struct Vertex {
    var x: Double
    var y: Double
    var turn: Int

    var value: Double { x + 360 * Double(turn) }
    /// -1 west of the line, 1 east of it, 0 on it.
    var side: Int { turn > 0 ? 1 : x == Antimeridian.longitude ? 0 : -1 }
  }

  /// A boundary that goes around a pole, or around the globe, and cannot be cut into parts.
  struct AroundPole: Error {}

  /// The boundary cut, and whether any of its edges was taken across the line.
  ///
  /// - Throws: ``AroundPole``.
  static func cut(_ boundary: MultiPolygon) throws(AroundPole) -> (MultiPolygon, isCut: Bool) {
    guard boundary.box.width > Antimeridian.longitude, boundary.rings.contains(where: jumps) else {
      return (boundary, false)
    }
    var polygons: [Polygon] = []
    for polygon in boundary.polygons {
      if polygon.rings.contains(where: jumps) {
        polygons += try cut(polygon)
      } else {
        polygons.append(polygon)
      }
    }
    return (MultiPolygon(polygons), true)
  }

  /// Whether an edge of a ring is longer than half a turn, so that it is taken the shorter way.
  static func jumps(_ ring: Ring) -> Bool {
    zip(ring.coordinates, ring.coordinates.dropFirst()).contains { a, b in
      abs(a.x - b.x) > Antimeridian.longitude && abs(a.x - b.x) < 360
    }
  }

  private static func cut(_ polygon: Polygon) throws(AroundPole) -> [Polygon] {
    var rings: [[Vertex]] = []
    var extent = 0.0...0.0
    for ring in polygon.rings {
      var vertices = try unrolled(ring)
      let (low, high) = (vertices.map(\.value).min() ?? 0, vertices.map(\.value).max() ?? 0)
      if rings.isEmpty {
        extent = low...high
      } else if low < extent.lowerBound, high + 360 <= extent.upperBound {
        // A hole that was written a turn before the part of the shell that it lies in.
        for index in vertices.indices { vertices[index].turn += 1 }
      }
      rings.append(withCrossings(vertices))
    }
    return [-1, 1].flatMap { AntimeridianHalf(rings, side: $0).polygons }
  }

  /// The vertices of a ring, each next to the one before; the least lies between -180 and 180 degrees.
  private static func unrolled(_ ring: Ring) throws(AroundPole) -> [Vertex] {
    var vertices: [Vertex] = []
    for position in ring.coordinates {
      var vertex = Vertex(x: position.x, y: position.y, turn: 0)
      if vertex.x == -Antimeridian.longitude { (vertex.x, vertex.turn) = (-vertex.x, -1) }
      if let last = vertices.last {
        while vertex.value - last.value > Antimeridian.longitude { vertex.turn -= 1 }
        while last.value - vertex.value > Antimeridian.longitude { vertex.turn += 1 }
      }
      vertices.append(vertex)
    }
    guard let first = vertices.first, let last = vertices.last, first.turn == last.turn else {
      throw AroundPole()
    }
    let least = vertices.map(\.turn).min() ?? 0
    for index in vertices.indices { vertices[index].turn -= least }
    let isNarrow = vertices.allSatisfy { vertex in
      vertex.turn == 0 || vertex.turn == 1 && vertex.x != Antimeridian.longitude
    }
    guard isNarrow else { throw AroundPole() }
    return vertices
  }

  /// The ring with a vertex on the line wherever an edge crosses it.
  private static func withCrossings(_ ring: [Vertex]) -> [Vertex] {
    var all: [Vertex] = []
    for vertex in ring {
      if let last = all.last, last.side * vertex.side < 0 {
        let (west, east) = last.side < 0 ? (last, vertex) : (vertex, last)
        // From west to east whichever way the ring runs, so that neighbours agree.
        let share = (Antimeridian.longitude - west.x) / (east.x + 360 - west.x)
        all.append(
          Vertex(
            x: Antimeridian.longitude, y: west.y + share * (east.y - west.y), turn: 0))
      }
      all.append(vertex)
    }
    return all
  }

  /// What of a polygon lies on one side of the line.
  private struct AntimeridianHalf {
    private let side: Int
    private var whole: [Ring] = []
    private var holes: [Ring] = []
    /// Runs of vertices on the side, each from a place on the line to another.
    private var chains: [[Coordinate]] = []

    init(_ rings: [[Vertex]], side: Int) {
      self.side = side
      for (index, ring) in rings.enumerated() {
        guard ring.contains(where: { $0.side == side }) else { continue }
        if ring.contains(where: { $0.side == -side }) {
          addChains(of: ring)
        } else {
          let own = Ring(ring.map(coordinate))
          if index == 0 { whole.append(own) } else { holes.append(own) }
        }
      }
    }

    var polygons: [Polygon] {
      var parts = (whole + linked).map { [$0] }
      for hole in holes {
        let place = parts.firstIndex { part in
          hole.coordinates.contains { part[0].holds($0) }
        }
        if let place { parts[place].append(hole) }
      }
      return parts.map { Polygon(rings: $0) }
    }

    private func coordinate(_ vertex: Vertex) -> Coordinate {
      let x = vertex.side == 0 ? Antimeridian.longitude * Double(-side) : vertex.x
      return Coordinate(x: x, y: vertex.y)
    }

    private mutating func addChains(of ring: [Vertex]) {
      let open = Array(ring.dropLast())
      guard let start = open.firstIndex(where: { $0.side == 0 }) else { return }
      var chain: [Coordinate] = []
      for vertex in open[start...] + open[..<start] + [open[start]] {
        if vertex.side == 0 {
          if chain.count > 1 { chains.append(chain + [coordinate(vertex)]) }
          chain = [coordinate(vertex)]
        } else if vertex.side == side {
          chain.append(coordinate(vertex))
        }
      }
    }

    /// The chains joined along the line: between the first and the second of their ends from the
    /// south it lies inside, then outside, and so on.
    private var linked: [Ring] {
      let ends = chains.indices.flatMap { [2 * $0, 2 * $0 + 1] }.sorted { height($0) < height($1) }
      var partner = [Int](repeating: 0, count: ends.count)
      for pair in stride(from: 0, to: ends.count - 1, by: 2) {
        partner[ends[pair]] = ends[pair + 1]
        partner[ends[pair + 1]] = ends[pair]
      }
      var isUsed = [Bool](repeating: false, count: chains.count)
      var rings: [Ring] = []
      for first in chains.indices where !isUsed[first] {
        var ring: [Coordinate] = []
        var end = 2 * first
        while !isUsed[end / 2] {
          isUsed[end / 2] = true
          let chain = chains[end / 2]
          ring += end.isMultiple(of: 2) ? chain : chain.reversed()
          end = partner[end ^ 1]
        }
        rings.append(Ring(Self.withoutRepeats(ring)))
      }
      return rings
    }

    /// Each chain has two ends: 2n where it begins, 2n + 1 where it stops.
    private func height(_ end: Int) -> Double {
      let chain = chains[end / 2]
      return (end.isMultiple(of: 2) ? chain.first : chain.last)?.y ?? 0
    }

    private static func withoutRepeats(_ ring: [Coordinate]) -> [Coordinate] {
      ring.indices.filter { $0 == 0 || ring[$0] != ring[$0 - 1] }.map { ring[$0] }
    }
  }
}
