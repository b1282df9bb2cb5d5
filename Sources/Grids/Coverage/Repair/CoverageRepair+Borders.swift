import Geometry

extension CoverageRepair {
  /// Moves positions on borders that fit no neighbour to one of another cell within the tolerance.
  ///
  /// Two positions of one cell never become one: what a boundary says in detail stays. Positions that
  /// more cells have stay, and others move to them.
  mutating func snap() {
    let use = BorderUse(cells)
    var kept = PositionBuckets(size: max(tolerance, .leastNormalMagnitude), xScale: xScale)
    var owners: [Coordinate: Set<Int32>] = [:]
    var moves: [Coordinate: Coordinate] = [:]
    for position in use.singleVertices {
      let own = use.vertices[position] ?? []
      let near = kept.positions(in: box(around: position))
        .filter { distance($0, position) <= tolerance && owners[$0]?.isDisjoint(with: own) == true }
        .min { a, b in
          let (first, second) = (distance(a, position), distance(b, position))
          return first != second ? first < second : Coordinate.isLower(a, than: b)
        }
      guard let near else {
        kept.insert(position)
        owners[position] = Set(own)
        continue
      }
      moves[position] = near
      steps.append(
        Step(
          kind: .snap, cells: own + (owners[near] ?? []).sorted(), at: near,
          distance: distance(near, position)))
      owners[near]?.formUnion(own)
    }
    for cell in Set(moves.keys.flatMap { use.vertices[$0] ?? [] }).sorted() {
      rewrite(cell) { Ring($0.coordinates.map { moves[$0] ?? $0 }) }
    }
  }

  /// Puts positions of other cells into the edges that they are beside, where both have a cell on one
  /// side only.
  ///
  /// - Returns: whether there was any.
  mutating func splitEdges() -> Bool {
    let use = BorderUse(cells)
    let single = use.single
    guard !single.isEmpty else { return false }
    let mean =
      single.reduce(0) { $0 + distance($1.edge.lower, $1.edge.upper) } / Double(single.count)
    var positions = PositionBuckets(size: max(mean, tolerance), xScale: xScale)
    for position in use.singleVertices { positions.insert(position) }
    var inserted: [BorderUse.Edge: [Coordinate]] = [:]
    var changed: Set<Int32> = []
    for (edge, cell) in single {
      var beside: [(share: Double, at: Coordinate)] = []
      for position in positions.positions(in: box(around: edge)) {
        guard let owners = use.vertices[position], !owners.contains(cell),
          let place = place(of: position, along: edge)
        else { continue }
        beside.append((place.share, position))
        steps.append(
          Step(
            kind: .split, cells: [cell] + owners, at: position,
            area: abs(
              Ring([edge.lower, position, edge.upper]).signedArea), distance: place.distance))
      }
      guard !beside.isEmpty else { continue }
      inserted[edge] = beside.sorted { $0.share < $1.share }.map(\.at)
      changed.insert(cell)
    }
    for cell in changed.sorted() {
      rewrite(cell) { ring in
        var coordinates: [Coordinate] = []
        for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
          coordinates.append(a)
          guard let between = inserted[BorderUse.Edge(a, b)] else { continue }
          coordinates += Coordinate.isLower(a, than: b) ? between : between.reversed()
        }
        return Ring(coordinates)
      }
    }
    return !changed.isEmpty
  }

  /// Where along an edge a position beside it lies, 0…1 without the ends; nil where it is further off
  /// than the tolerance.
  private func place(
    of position: Coordinate, along edge: BorderUse.Edge
  ) -> (share: Double, distance: Double)? {
    let (a, b) = (edge.lower, edge.upper)
    let (x, y) = ((b.x - a.x) * xScale, b.y - a.y)
    let (u, v) = ((position.x - a.x) * xScale, position.y - a.y)
    let length = x * x + y * y
    let share = (u * x + v * y) / length
    guard share > 0, share < 1, position != a, position != b else { return nil }
    let off = abs(x * v - y * u) / length.squareRoot()
    return off <= tolerance ? (share, off) : nil
  }

  private func box(around position: Coordinate) -> Box {
    box(around: BorderUse.Edge(position, position))
  }

  private func box(around edge: BorderUse.Edge) -> Box {
    var box = Box(around: [edge.lower, edge.upper])
    box.minX -= tolerance / xScale
    box.maxX += tolerance / xScale
    box.minY -= tolerance
    box.maxY += tolerance
    return box
  }
}
