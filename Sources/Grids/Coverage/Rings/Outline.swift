import Geometry

/// The outline of a surface as lines with the surface on their left; a line there and back is none.
struct Outline {
  private struct Line: Hashable {
    var from: Coordinate
    var to: Coordinate
  }

  private var lines: Set<Line> = []
  private var order: [Line] = []

  /// Adds a path, line by line.
  mutating func add(_ path: [Coordinate]) {
    for (from, to) in zip(path, path.dropFirst()) where from != to {
      if lines.remove(Line(from: to, to: from)) != nil { continue }
      let line = Line(from: from, to: to)
      if lines.insert(line).inserted { order.append(line) }
    }
  }

  /// The polygons that the lines bound.
  ///
  /// - Throws: ``NoUnion`` where they bound nothing.
  func boundary() throws(NoUnion) -> MultiPolygon {
    var table = EdgeTable(capacity: order.count)
    var steps: [RingStep] = []
    for line in order where lines.contains(line) {
      let ends = table.vertices(along: [line.from, line.to])
      steps.append(table.step(from: ends[0], to: ends[1]))
    }
    return try PolygonAssembler(edges: table).multiPolygon(boundedBy: steps)
  }
}
