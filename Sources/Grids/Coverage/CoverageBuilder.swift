import Geometry

/// Turns rings into edges with sides, cell by cell.
struct CoverageBuilder {
  private(set) var edges: EdgeTable
  private(set) var problems: [CoverageProblem] = []
  /// The cell that used a vertex last: a vertex met twice needs the slow path.
  private var lastCell: ContiguousArray<Int32> = []

  /// Ordinates beyond this are taken for mistakes: their squares stay finite.
  static let greatestOrdinate = 1e100

  /// Makes the edges of all cells.
  init(_ cells: [MultiPolygon]) {
    // Most positions and edges are those of two cells.
    let capacity = cells.reduce(0) { $0 + $1.vertexCount } * 9 / 16
    edges = EdgeTable(capacity: capacity)
    lastCell.reserveCapacity(capacity)
    for (index, cell) in cells.enumerated() { add(cell, as: Int32(index)) }
    lastCell = []
    edges.finish()
  }

  /// Adds a cell; its number must be greater than those added before.
  private mutating func add(_ cell: MultiPolygon, as index: Int32) {
    var rings: [[Int32]] = []
    var meetsItself = false
    var place: Coordinate?
    for ring in cell.rings {
      place = place ?? ring.coordinates.first { $0.isFinite }
      guard let vertices = vertices(of: ring, cell: index) else { continue }
      for vertex in vertices {
        if lastCell[Int(vertex)] == index { meetsItself = true }
        lastCell[Int(vertex)] = index
      }
      rings.append(vertices)
    }
    if rings.isEmpty && !problems.contains(where: { $0.cells == [index] }) {
      report(.invalidRing, index, at: place ?? Coordinate(x: 0, y: 0))
    }
    let loops: [[RingStep]]
    if meetsItself {
      let linker = RingLinker(rings: rings, edges: &edges)
      loops = linker.loops(edges)
      for touch in linker.touches(edges) {
        report(touch.isCrossing ? .invalidRing : .selfTouch, index, at: touch.at)
      }
    } else {
      loops = rings.map { steps(along: $0) }
    }
    putSides(of: loops, cell: index)
  }

  /// The positions of a ring, each once where it is repeated in succession; nil
  /// when they cannot bound a surface.
  private mutating func vertices(of ring: Ring, cell: Int32) -> [Int32]? {
    let limit = -Self.greatestOrdinate...Self.greatestOrdinate
    guard ring.coordinates.allSatisfy({ limit.contains($0.x) && limit.contains($0.y) }) else {
      let place = ring.coordinates.first { $0.isFinite } ?? Coordinate(x: 0, y: 0)
      report(.invalidRing, cell, at: place)
      return nil
    }
    var vertices: [Int32] = []
    vertices.reserveCapacity(ring.coordinates.count)
    for vertex in edges.vertices(along: ring.coordinates) {
      if Int(vertex) == lastCell.count { lastCell.append(-1) }
      if vertices.last != vertex { vertices.append(vertex) }
    }
    if vertices.count > 1 && vertices.first == vertices.last { vertices.removeLast() }
    guard vertices.count >= 3 else {
      report(.invalidRing, cell, at: ring.coordinates.first ?? Coordinate(x: 0, y: 0))
      return nil
    }
    return vertices
  }

  private mutating func steps(along ring: [Int32]) -> [RingStep] {
    var steps: [RingStep] = []
    steps.reserveCapacity(ring.count)
    for (position, vertex) in ring.enumerated() {
      let next = ring[position + 1 == ring.count ? 0 : position + 1]
      steps.append(edges.step(from: vertex, to: next))
    }
    return steps
  }

  /// Puts the cell on the inner side of every edge of its loops.
  private mutating func putSides(of loops: [[RingStep]], cell: Int32) {
    for loop in loops {
      guard let probe = loop.first(where: { !edges.isHorizontal($0.edge) }) else {
        report(.invalidRing, cell, at: edges.lowerEnd(loop[0].edge))
        continue
      }
      let isInside = edges.isInside(
        leftOf: probe.edge, among: loops.lazy.joined().map(\.edge))
      let isLeftAlong = probe.isForward == isInside
      for step in loop {
        edges.put(cell: cell, onLeft: step.isForward == isLeftAlong, of: step.edge)
      }
    }
  }

  private mutating func report(_ kind: CoverageProblem.Kind, _ cell: Int32, at: Coordinate) {
    problems.append(CoverageProblem(kind: kind, cells: [cell], at: at))
  }
}
