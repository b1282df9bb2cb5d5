import Geometry

extension LocatorIndex {
  /// The nearest cell and the place on its border; squares are searched in growing
  /// rings around the position until none can hold anything nearer.
  func nearest(to point: Coordinate, xScale: Double) -> NearestCell? {
    guard point.isFinite, !box.isEmpty else { return nil }
    let clamped = Coordinate(
      x: min(max(point.x, box.minX), box.maxX), y: min(max(point.y, box.minY), box.maxY))
    let part = part(of: clamped)
    let column = Int(part.column) / SquareLattice.fineness
    let row = Int(part.row) / SquareLattice.fineness
    let outX = (point.x - clamped.x) * xScale
    let outY = point.y - clamped.y
    let outside = outX * outX + outY * outY
    let width = columns == 1 ? .infinity : xScale * Double(SquareLattice.fineness) / scaleX
    let height = rows == 1 ? .infinity : Double(SquareLattice.fineness) / scaleY
    let step = min(width, height)
    var best: Candidate?
    for ring in 0..<max(columns, rows) {
      if let best, ring > 1 {
        let clear = step.isFinite ? Double(ring - 1) * step : 0
        // The box is convex: whatever lies in it is further from the position than
        // from the place where the position is clamped to it, by at least this.
        if best.distance < (clear * clear + outside) * (1 - 0x1p-40) { break }
      }
      search(ring: ring, column, row, point, xScale, &best)
    }
    return best.map {
      NearestCell(cell: $0.cell, point: $0.point, distance: $0.distance.squareRoot())
    }
  }

  private struct Candidate {
    var cell: Int32
    var point: Coordinate
    var distance: Double
    var edge: LocatorBlock.Edge
  }

  private func search(
    ring: Int, _ column: Int, _ row: Int, _ point: Coordinate, _ xScale: Double,
    _ best: inout Candidate?
  ) {
    let firstRow = max(row - ring, 0)
    let lastRow = min(row + ring, rows - 1)
    guard firstRow <= lastRow else { return }
    for j in firstRow...lastRow {
      let isWhole = abs(j - row) == ring
      let step = isWhole || ring == 0 ? 1 : 2 * ring
      for i in stride(from: column - ring, through: column + ring, by: step)
      where i >= 0 && i < columns {
        forEachEdge(in: entries[j * columns + i]) { edge in
          improve(&best, with: edge, point, xScale)
        }
      }
    }
  }

  private func improve(
    _ best: inout Candidate?, with edge: LocatorBlock.Edge, _ point: Coordinate, _ xScale: Double
  ) {
    let (near, distance) = Self.nearest(on: edge, to: point, xScale: xScale)
    if let known = best {
      if known.distance < distance { return }
      // Several edges end in the nearest vertex: the lowest of them decides, so that
      // the order of the cells does not.
      if known.distance == distance && !isLower(edge, than: known.edge) { return }
    }
    let cell = Int32(edge.left != 0 ? edge.left : edge.right) - 1
    best = Candidate(cell: cell, point: near, distance: distance, edge: edge)
  }

  /// The place on an edge that is nearest to a position, and the square of its distance.
  static func nearest(
    on edge: LocatorBlock.Edge, to point: Coordinate, xScale: Double
  ) -> (point: Coordinate, distance: Double) {
    let a = edge.lower
    let b = edge.upper
    let dx = (b.x - a.x) * xScale
    let dy = b.y - a.y
    let along = (point.x - a.x) * xScale * dx + (point.y - a.y) * dy
    let share = min(max(along / (dx * dx + dy * dy), 0), 1)
    let near =
      share == 0
      ? a : share == 1 ? b : Coordinate(x: a.x + share * (b.x - a.x), y: a.y + share * dy)
    let x = (point.x - near.x) * xScale
    let y = point.y - near.y
    return (near, x * x + y * y)
  }

  private func isLower(_ edge: LocatorBlock.Edge, than other: LocatorBlock.Edge) -> Bool {
    edge.lower != other.lower
      ? Coordinate.isLower(edge.lower, than: other.lower)
      : Coordinate.isLower(edge.upper, than: other.upper)
  }
}

extension LocatorIndex {
  /// The nearest place of each cell whose border comes as near as `distance` to a position,
  /// with the distance.
  ///
  /// A cell that reaches into the circle without its border contains the whole circle.
  func borders(within distance: Double, of point: Coordinate, xScale: Double) -> [Int32:
    NearestCell]
  {
    var found: [Int32: NearestCell] = [:]
    let reach = Coordinate(x: distance / xScale, y: distance)
    // What rounding could cut off at the rim is less than this.
    let slack = 0x1p-40 * distance
    let around = Box(
      minX: max(point.x - reach.x - slack / xScale, box.minX),
      minY: max(point.y - reach.y - slack, box.minY),
      maxX: min(point.x + reach.x + slack / xScale, box.maxX),
      maxY: min(point.y + reach.y + slack, box.maxY))
    guard !around.isEmpty else { return found }
    let first = part(of: Coordinate(x: around.minX, y: around.minY))
    let last = part(of: Coordinate(x: around.maxX, y: around.maxY))
    let fineness = Int32(SquareLattice.fineness)
    for row in first.row / fineness...last.row / fineness {
      for column in first.column / fineness...last.column / fineness {
        forEachEdge(in: entries[square(column * fineness, row * fineness)]) { edge in
          let (near, squared) = Self.nearest(on: edge, to: point, xScale: xScale)
          let away = squared.squareRoot()
          guard away <= distance else { return }
          forEachCell(beside: edge) { cell in
            if away < found[cell]?.distance ?? .infinity {
              found[cell] = NearestCell(cell: cell, point: near, distance: away)
            }
          }
        }
      }
    }
    return found
  }
}
