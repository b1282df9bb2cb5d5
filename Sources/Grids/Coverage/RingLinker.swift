import Geometry

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
