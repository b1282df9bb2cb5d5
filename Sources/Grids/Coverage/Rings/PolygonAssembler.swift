public import Geometry

/// Surfaces that cannot be joined to one boundary.
public struct NoUnion: Error, Hashable, Sendable {
  /// Where that can be seen.
  public var at: Coordinate
}

/// Links edges, each run through with the surface on its left, to polygons.
struct PolygonAssembler {
  let edges: EdgeTable

  /// A loop without a repeated vertex.
  private struct Loop {
    var steps: [RingStep]
    var coordinates: [Coordinate]
    var box: Box
  }

  /// - Throws: ``NoUnion`` where the edges bound nothing: a walk along them does not come back, or a
  ///   hole lies in no shell.
  func multiPolygon(boundedBy boundary: [RingStep]) throws(NoUnion) -> MultiPolygon {
    var shells: [Loop] = []
    var holes: [Loop] = []
    let chain = Chain(boundary, edges)
    var position = [Int](repeating: -1, count: chain.vertexCount)
    for walk in walks(chain) {
      for loop in try split(walk, of: chain, &position) {
        if isCounterClockwise(loop) { shells.append(loop) } else { holes.append(loop) }
      }
    }
    shells.sort(by: isBefore)
    holes.sort(by: isBefore)
    var rings = shells.map { [Ring($0.coordinates)] }
    for hole in holes {
      guard let shell = shell(of: hole, among: shells) else {
        throw NoUnion(at: hole.coordinates[0])
      }
      rings[shell].append(Ring(hole.coordinates))
    }
    return MultiPolygon(rings.map { Polygon(rings: $0) })
  }

  /// The number of the ring that each edge is in, a ring without a repeated vertex each.
  func rings(boundedBy boundary: [RingStep]) -> [Int32: Int] {
    var rings: [Int32: Int] = [:]
    let chain = Chain(boundary, edges)
    var position = [Int](repeating: -1, count: chain.vertexCount)
    for walk in walks(chain) {
      guard let loops = try? split(walk, of: chain, &position) else { continue }
      for loop in loops {
        let number = rings.count
        for step in loop.steps { rings[step.edge] = number }
      }
    }
    return rings
  }

  /// Closed walks along the boundary.
  ///
  /// Where several ways lead on from a vertex, the
  /// walk keeps to the same piece of surface: it takes the first edge clockwise from the
  /// one it came by, so walks never cross.
  private func walks(_ chain: Chain) -> [[Int]] {
    var isUsed = chain.isRepeated
    var walks: [[Int]] = []
    for first in chain.steps.indices where !isUsed[first] {
      var walk: [Int] = []
      var place = first
      while !isUsed[place] {
        isUsed[place] = true
        walk.append(place)
        guard let next = next(after: place, chain) else { break }
        place = next
      }
      walks.append(walk)
    }
    return walks
  }

  private func next(after place: Int, _ chain: Chain) -> Int? {
    let ways = chain.leaving(chain.ends[place])
    guard ways.count > 1 else { return ways.first }
    // The surface lies to the left of the way in, so the way on bounds the same wedge if
    // it is the first one clockwise from the way back.
    let step = chain.steps[place]
    let order = edges.sortedAround(
      end(step), ways.map { chain.steps[$0].edge } + [step.edge])
    guard let position = order.firstIndex(of: step.edge) else { return nil }
    let partner = order[position == 0 ? order.count - 1 : position - 1]
    return ways.first { chain.steps[$0].edge == partner }
  }

  /// Cuts a walk at every vertex it meets twice.
  ///
  /// - Parameter position: where in the stack the step from each vertex is; -1 before and after.
  private func split(
    _ walk: [Int], of chain: Chain, _ position: inout [Int]
  ) throws(NoUnion) -> [Loop] {
    var loops: [Loop] = []
    var stack: [Int] = []
    for place in walk {
      position[chain.starts[place]] = stack.count
      stack.append(place)
      let end = chain.ends[place]
      guard end >= 0, position[end] >= 0 else { continue }
      let cut = stack[position[end]...]
      for place in cut { position[chain.starts[place]] = -1 }
      loops.append(loop(cut.map { chain.steps[$0] }))
      stack.removeLast(cut.count)
    }
    if let open = stack.first {
      for place in stack { position[chain.starts[place]] = -1 }
      throw NoUnion(at: edges.vertices[Int(start(chain.steps[open]))])
    }
    return loops
  }

  /// A loop that begins at its lowest position.
  private func loop(_ steps: [RingStep]) -> Loop {
    let vertices = steps.map { edges.vertices[Int(start($0))] }
    var lowest = 0
    for index in vertices.indices where Coordinate.isLower(vertices[index], than: vertices[lowest])
    {
      lowest = index
    }
    let coordinates = Array(vertices[lowest...] + vertices[..<lowest] + [vertices[lowest]])
    return Loop(
      steps: Array(steps[lowest...] + steps[..<lowest]), coordinates: coordinates,
      box: Box(around: coordinates))
  }

  /// Decided exactly by the turn at the lowest position.
  private func isCounterClockwise(_ loop: Loop) -> Bool {
    let points = loop.coordinates
    guard points.count > 3 else { return false }
    return Orientation.sign(from: points[points.count - 2], to: points[0], of: points[1]) > 0
  }

  private func isBefore(_ first: Loop, _ second: Loop) -> Bool {
    for (a, b) in zip(first.coordinates, second.coordinates) where a != b {
      return Coordinate.isLower(a, than: b)
    }
    return first.coordinates.count < second.coordinates.count
  }

  /// The smallest shell around a hole.
  private func shell(of hole: Loop, among shells: [Loop]) -> Int? {
    if shells.count == 1 { return shells[0].box.intersects(hole.box) ? 0 : nil }
    guard let probe = hole.steps.first(where: { !edges.isHorizontal($0.edge) }) else { return nil }
    var best: Int?
    for (index, shell) in shells.enumerated() where shell.box.intersects(hole.box) {
      let ring = shell.steps.map(\.edge) + [probe.edge]
      // The surface beside the hole must lie in the shell: count without the hole's edge.
      let isInside = edges.isInside(leftOf: probe.edge, among: ring) == false
      guard isInside else { continue }
      if let known = best,
        shells[known].box.width * shells[known].box.height <= shell.box.width * shell.box.height
      {
        continue
      }
      best = index
    }
    return best
  }

  private func start(_ step: RingStep) -> Int32 {
    let ends = edges.ends[Int(step.edge)]
    return step.isForward ? ends.lower : ends.upper
  }

  private func end(_ step: RingStep) -> Int32 {
    let ends = edges.ends[Int(step.edge)]
    return step.isForward ? ends.upper : ends.lower
  }
}

/// Steps with the vertices that they lead from and to, numbered for themselves, so that finding the way on
/// hashes nothing.
private struct Chain {
  let steps: [RingStep]
  /// The number of the vertex at which each step begins.
  private(set) var starts: [Int] = []
  /// The number of the vertex at which each step ends; -1 where no step begins there.
  private(set) var ends: [Int] = []
  /// Whether the same step stands before.
  private(set) var isRepeated: [Bool]
  /// The places of the steps in the order of the vertices at which they begin.
  private var order: [Int] = []
  /// Where in `order` the steps of each vertex begin, and where those of the last one end.
  private var groups: [Int] = []

  init(_ steps: [RingStep], _ edges: EdgeTable) {
    self.steps = steps
    isRepeated = [Bool](repeating: false, count: steps.count)
    starts = [Int](repeating: 0, count: steps.count)
    var vertices: [Int32] = []
    let keys = steps.indices.map { place in
      let ends = edges.ends[Int(steps[place].edge)]
      let start = steps[place].isForward ? ends.lower : ends.upper
      return UInt64(UInt32(bitPattern: start)) << 32 | UInt64(place)
    }.sorted()
    order.reserveCapacity(steps.count)
    for key in keys {
      let vertex = Int32(truncatingIfNeeded: key >> 32)
      let place = Int(key & 0xFFFF_FFFF)
      if vertex != vertices.last {
        vertices.append(vertex)
        groups.append(order.count)
      }
      starts[place] = vertices.count - 1
      order.append(place)
    }
    groups.append(order.count)
    for vertex in vertices.indices where groups[vertex + 1] - groups[vertex] > 1 {
      var known: Set<RingStep> = []
      for place in leaving(vertex) where !known.insert(steps[place]).inserted {
        isRepeated[place] = true
      }
    }
    ends = steps.map { step in
      let ends = edges.ends[Int(step.edge)]
      return Self.number(of: step.isForward ? ends.upper : ends.lower, in: vertices)
    }
  }

  /// The number of distinct vertices at which steps begin.
  var vertexCount: Int { groups.count - 1 }

  /// The places of the steps that begin at a vertex, in their order.
  func leaving(_ vertex: Int) -> ArraySlice<Int> {
    vertex < 0 ? [] : order[groups[vertex]..<groups[vertex + 1]]
  }

  private static func number(of vertex: Int32, in vertices: [Int32]) -> Int {
    var (low, high) = (0, vertices.count)
    while low < high {
      let middle = (low + high) / 2
      if vertices[middle] < vertex { low = middle + 1 } else { high = middle }
    }
    return low < vertices.count && vertices[low] == vertex ? low : -1
  }
}
