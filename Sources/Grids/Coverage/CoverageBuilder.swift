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
    var rings: [CellRing] = []
    var meetsItself = false
    var place: Coordinate?
    for (part, polygon) in cell.polygons.enumerated() {
      for (number, ring) in polygon.rings.enumerated() {
        place = place ?? ring.coordinates.first { $0.isFinite }
        guard let vertices = vertices(of: ring, cell: index) else { continue }
        for vertex in vertices {
          if lastCell[Int(vertex)] == index { meetsItself = true }
          lastCell[Int(vertex)] = index
        }
        rings.append(
          CellRing(
            part: Int32(part), isShell: number == 0, vertices: vertices,
            steps: steps(along: vertices)))
      }
    }
    if rings.isEmpty && !problems.contains(where: { $0.cells == [index] }) {
      report(.invalidRing, index, at: place ?? Coordinate(x: 0, y: 0))
    }
    if meetsItself {
      addMeeting(rings, cell: index)
    } else {
      let sides = putSides(of: rings.map(\.steps), cell: index)
      if rings.count > 1 { checkNesting(rings, sides, cell: index) }
    }
  }

  /// Adds rings that meet themselves or each other.
  private mutating func addMeeting(_ rings: [CellRing], cell: Int32) {
    let linker = RingLinker(rings: rings, edges)
    for fault in linker.faults(edges) {
      report(fault.isInvalid ? .invalidRing : .selfTouch, cell, at: fault.at)
    }
    let loops = linker.loops(edges)
    let sides = putSides(of: loops, cell: cell)
    guard !linker.usesEdgesTwice else { return }
    // A step of a loop bounds the cell on the side that its ring says, or the rings are not
    // nested as shells and holes are.
    for (loop, isLeftAlong) in zip(loops, sides) {
      for step in loop {
        guard let isLeft = linker.isIntendedLeft(of: step.edge) else { continue }
        if (isLeft == step.isForward) == isLeftAlong { continue }
        return report(.invalidRing, cell, at: edges.lowerEnd(step.edge))
      }
    }
    checkHoles(rings, cell: cell)
  }

  /// Checks that each ring bounds the cell on the side where a shell or a hole does: else a hole lies
  /// outside its shell or in another hole, or a part in another part.
  private mutating func checkNesting(_ rings: [CellRing], _ sides: [Bool], cell: Int32) {
    for (ring, isLeftAlong) in zip(rings, sides) {
      guard let lowest = CellRing.lowest(of: ring.steps, edges) else { continue }
      if (lowest.isForward == ring.isShell) != isLeftAlong {
        return report(.invalidRing, cell, at: edges.lowerEnd(lowest.edge))
      }
    }
    checkHoles(rings, cell: cell)
  }

  /// Checks of rings that are within one another as they should be that each hole is in the shell of
  /// its own part.
  private mutating func checkHoles(_ rings: [CellRing], cell: Int32) {
    let shells = Dictionary(
      rings.lazy.filter(\.isShell).map { ($0.part, $0) }, uniquingKeysWith: { first, _ in first })
    guard shells.count > 1 else { return }
    for hole in rings where !hole.isShell {
      guard let probe = hole.steps.first(where: { !edges.isHorizontal($0.edge) }) else { continue }
      if let shell = shells[hole.part] {
        // The hole's own edge is counted as well.
        let around = shell.steps.map(\.edge) + [probe.edge]
        if !edges.isInside(leftOf: probe.edge, among: around) { continue }
      }
      return report(.invalidRing, cell, at: edges.lowerEnd(probe.edge))
    }
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
  ///
  /// - Returns: of each loop, whether the cell is to the left of those who walk along it.
  private mutating func putSides(of loops: [[RingStep]], cell: Int32) -> [Bool] {
    let probes = loops.map { loop in loop.first { !edges.isHorizontal($0.edge) } }
    let isInside = edges.isInside(leftOf: probes.map { $0?.edge }, of: loops)
    var sides: [Bool] = []
    sides.reserveCapacity(loops.count)
    for (number, loop) in loops.enumerated() {
      guard let probe = probes[number] else {
        report(.invalidRing, cell, at: edges.lowerEnd(loop[0].edge))
        sides.append(true)
        continue
      }
      let isLeftAlong = probe.isForward == isInside[number]
      for step in loop {
        edges.put(cell: cell, onLeft: step.isForward == isLeftAlong, of: step.edge)
      }
      sides.append(isLeftAlong)
    }
    return sides
  }

  private mutating func report(_ kind: CoverageProblem.Kind, _ cell: Int32, at: Coordinate) {
    problems.append(CoverageProblem(kind: kind, cells: [cell], at: at))
  }
}
