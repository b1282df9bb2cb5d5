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
    for walk in walks(boundary) {
      for loop in try split(walk) {
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
    for walk in walks(boundary) {
      guard let loops = try? split(walk) else { continue }
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
  private func walks(_ boundary: [RingStep]) -> [[RingStep]] {
    var leaving: [Int32: [RingStep]] = [:]
    for step in boundary { leaving[start(step), default: []].append(step) }
    var used: Set<RingStep> = []
    var walks: [[RingStep]] = []
    for first in boundary where !used.contains(first) {
      var walk: [RingStep] = []
      var step = first
      while used.insert(step).inserted {
        walk.append(step)
        guard let next = next(after: step, leaving) else { break }
        step = next
      }
      walks.append(walk)
    }
    return walks
  }

  private func next(after step: RingStep, _ leaving: [Int32: [RingStep]]) -> RingStep? {
    let vertex = end(step)
    guard let ways = leaving[vertex], ways.count > 1 else { return leaving[vertex]?.first }
    // The surface lies to the left of the way in, so the way on bounds the same wedge if
    // it is the first one clockwise from the way back.
    let order = edges.sortedAround(vertex, ways.map(\.edge) + [step.edge])
    guard let position = order.firstIndex(of: step.edge) else { return nil }
    let partner = order[position == 0 ? order.count - 1 : position - 1]
    return ways.first { $0.edge == partner }
  }

  /// Cuts a walk at every vertex it meets twice.
  private func split(_ walk: [RingStep]) throws(NoUnion) -> [Loop] {
    var loops: [Loop] = []
    var stack: [RingStep] = []
    var position: [Int32: Int] = [:]
    for step in walk {
      position[start(step)] = stack.count
      stack.append(step)
      if let begin = position[end(step)] {
        let cut = Array(stack[begin...])
        stack.removeSubrange(begin...)
        for step in cut { position[start(step)] = nil }
        loops.append(loop(cut))
      }
    }
    if let open = stack.first { throw NoUnion(at: edges.vertices[Int(start(open))]) }
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
