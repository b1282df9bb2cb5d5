import Geometry

/// Links edges, each run through with the surface on its left, to polygons.
struct PolygonAssembler {
  let edges: EdgeTable

  /// A loop without a repeated vertex.
  private struct Loop {
    var steps: [RingStep]
    var coordinates: [Coordinate]
    var box: Box
  }

  func multiPolygon(boundedBy boundary: [RingStep]) -> MultiPolygon {
    var shells: [Loop] = []
    var holes: [Loop] = []
    for walk in walks(boundary) {
      for loop in split(walk) {
        if isCounterClockwise(loop) { shells.append(loop) } else { holes.append(loop) }
      }
    }
    shells.sort(by: isBefore)
    holes.sort(by: isBefore)
    var rings = shells.map { [Ring($0.coordinates)] }
    for hole in holes {
      if let shell = shell(of: hole, among: shells) { rings[shell].append(Ring(hole.coordinates)) }
    }
    return MultiPolygon(rings.map { Polygon(rings: $0) })
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
  private func split(_ walk: [RingStep]) -> [Loop] {
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
    if shells.count == 1 { return 0 }
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

/// Takes the rings of one cell that meet themselves or each other apart into
/// loops that do not cross, by the even-odd rule.
///
/// Edges run through an even number of times (spikes, lines between parts) bound
/// nothing and drop out. Where more than two edges are left at a vertex, those next
/// to each other around it belong together: the region between them is either
/// inside or outside, and no two such pairs cross.
struct RingLinker {
  /// A place where a ring meets itself, or crosses another ring of its cell.
  struct Touch {
    var at: Coordinate
    var isCrossing: Bool
  }

  /// One passage of a ring through a vertex.
  private struct Passage {
    var ring: Int
    var incoming: Int32
    var outgoing: Int32
  }

  /// The edges that bound something, ascending.
  private var boundary: [Int32] = []
  private var passages: [Int32: [Passage]] = [:]
  private var spikes: Set<Int32> = []

  init(rings: [[Int32]], edges: inout EdgeTable) {
    var uses: [Int32: Int] = [:]
    for (number, ring) in rings.enumerated() {
      var steps: [Int32] = []
      for (position, vertex) in ring.enumerated() {
        let next = ring[position + 1 == ring.count ? 0 : position + 1]
        steps.append(edges.step(from: vertex, to: next).edge)
      }
      for edge in steps { uses[edge, default: 0] += 1 }
      for (position, vertex) in ring.enumerated() {
        let incoming = steps[position == 0 ? steps.count - 1 : position - 1]
        passages[vertex, default: []].append(
          Passage(ring: number, incoming: incoming, outgoing: steps[position]))
      }
    }
    boundary = uses.filter { $0.value % 2 == 1 }.keys.sorted()
    spikes = Set(uses.filter { $0.value % 2 == 0 }.keys)
  }

  /// The loops of the boundary; each edge is in exactly one.
  func loops(_ edges: EdgeTable) -> [[RingStep]] {
    var around: [Int32: [Int32]] = [:]
    for edge in boundary {
      around[edges.ends[Int(edge)].lower, default: []].append(edge)
      around[edges.ends[Int(edge)].upper, default: []].append(edge)
    }
    for (vertex, meeting) in around where meeting.count > 2 {
      around[vertex] = edges.sortedAround(vertex, meeting)
    }
    var loops: [[RingStep]] = []
    var isUsed: Set<Int32> = []
    for start in boundary where !isUsed.contains(start) {
      var loop: [RingStep] = []
      var edge = start
      var vertex = edges.ends[Int(start)].lower
      while isUsed.insert(edge).inserted {
        let ends = edges.ends[Int(edge)]
        let isForward = ends.lower == vertex
        loop.append(RingStep(edge: edge, isForward: isForward))
        vertex = isForward ? ends.upper : ends.lower
        let meeting = around[vertex] ?? []
        guard let position = meeting.firstIndex(of: edge) else { break }
        let partner = position ^ 1
        guard partner < meeting.count else { break }
        edge = meeting[partner]
      }
      loops.append(loop)
    }
    return loops
  }

  /// Where a ring touches itself, and where rings cross each other in a vertex.
  func touches(_ edges: EdgeTable) -> [Touch] {
    var touches: [Touch] = []
    for vertex in passages.keys.sorted() {
      guard let here = passages[vertex], here.count > 1 else { continue }
      let at = edges.vertices[Int(vertex)]
      let rings = Set(here.map(\.ring))
      if rings.count < here.count { touches.append(Touch(at: at, isCrossing: false)) }
      if rings.count > 1 && hasCrossing(here, at: vertex, edges) {
        touches.append(Touch(at: at, isCrossing: true))
      }
    }
    return touches
  }

  /// Whether two passages of different rings separate each other around a vertex.
  private func hasCrossing(_ here: [Passage], at vertex: Int32, _ edges: EdgeTable) -> Bool {
    let meeting = Set(here.flatMap { [$0.incoming, $0.outgoing] })
    let order = edges.sortedAround(vertex, meeting.sorted())
    for (number, first) in here.enumerated() {
      guard let i = order.firstIndex(of: first.incoming),
        let j = order.firstIndex(of: first.outgoing)
      else { continue }
      let between = min(i, j)...max(i, j)
      for second in here[(number + 1)...] where second.ring != first.ring {
        guard let k = order.firstIndex(of: second.incoming),
          let l = order.firstIndex(of: second.outgoing),
          Set([i, j, k, l]).count == 4
        else { continue }
        if between.contains(k) != between.contains(l) { return true }
      }
    }
    return false
  }
}
