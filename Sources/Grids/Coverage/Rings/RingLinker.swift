import Geometry

/// Takes the rings of one cell that meet themselves or each other apart into
/// loops that do not cross, by the even-odd rule, and tells what is wrong with them.
///
/// Edges run through an even number of times (spikes, lines between parts) bound
/// nothing and drop out. Where more than two edges are left at a vertex, those next
/// to each other around it belong together: the region between them is either
/// inside or outside, and no two such pairs cross. A ring that is there twice, or that
/// runs round twice, counts once, so that its ground is not lost.
struct RingLinker {
  /// Something at a place that is wrong with the rings, or worth knowing.
  struct Fault {
    var at: Coordinate
    var isInvalid: Bool
  }

  /// One passage of a ring through a vertex.
  private struct Passage {
    var ring: Int
    var incoming: Int32
    var outgoing: Int32
  }

  /// How the rings of the cell run through one edge.
  private struct Use {
    /// The rings that do so an odd number of times, with the direction of the last.
    var rings: [(ring: Int, isForward: Bool)] = []
    /// Whether a ring goes there and back.
    var isSpike = false

    mutating func add(_ ring: Int, _ isForward: Bool) {
      if let place = rings.firstIndex(where: { $0.ring == ring }) {
        rings.remove(at: place)
        isSpike = true
      } else {
        rings.append((ring, isForward))
      }
    }
  }

  /// The rings, each once.
  let rings: [CellRing]
  /// Of each ring, whether the cell is to the left of those who walk along it.
  private var isLeftAlong: [Bool] = []
  /// The edges that bound something, ascending.
  private var boundary: [Int32] = []
  private var uses: [Int32: Use] = [:]
  private var passages: [Int32: [Passage]] = [:]
  /// Where a ring is given again, runs round again, or bounds nothing.
  private var repeated: [Coordinate] = []

  init(rings given: [CellRing], _ edges: EdgeTable) {
    var known: Set<[Int32]> = []
    var rings: [CellRing] = []
    for var ring in given {
      let turns = Self.turns(ring.vertices)
      if turns > 1 {
        ring.vertices.removeLast(ring.vertices.count - ring.vertices.count / turns)
        ring.steps.removeLast(ring.steps.count - ring.steps.count / turns)
      }
      // A hole that is its shell takes the ground away again; a shell or a hole that is there twice
      // is there.
      let isNew = known.insert([ring.isShell ? 1 : 0] + Self.canonical(ring.vertices)).inserted
      if turns > 1 || !isNew { repeated.append(edges.lowerEnd(ring.steps[0].edge)) }
      if isNew { rings.append(ring) }
    }
    self.rings = rings
    for (number, ring) in rings.enumerated() {
      for step in ring.steps { uses[step.edge, default: Use()].add(number, step.isForward) }
      for (position, vertex) in ring.vertices.enumerated() {
        let incoming = ring.steps[position == 0 ? ring.steps.count - 1 : position - 1].edge
        passages[vertex, default: []].append(
          Passage(ring: number, incoming: incoming, outgoing: ring.steps[position].edge))
      }
    }
    boundary = uses.filter { $0.value.rings.count % 2 == 1 }.keys.sorted()
    for (number, ring) in rings.enumerated() {
      let border = ring.steps.lazy.filter { [self] in bounds($0.edge, of: number) }
      let lowest = CellRing.lowest(of: border, edges)
      if lowest == nil { repeated.append(edges.lowerEnd(ring.steps[0].edge)) }
      isLeftAlong.append(lowest?.isForward == ring.isShell)
    }
  }

  /// Whether a ring has an edge on its border, rather than in a spike.
  private func bounds(_ edge: Int32, of ring: Int) -> Bool {
    uses[edge]?.rings.contains { $0.ring == ring } ?? false
  }

  /// How often a ring runs round.
  private static func turns(_ vertices: [Int32]) -> Int {
    let count = vertices.count
    // Every position is there as often as the ring runs round.
    var most = vertices.count { $0 == vertices[0] }
    while most > 1 {
      let period = count / most
      if count % most == 0, period > 2,
        (period..<count).allSatisfy({ vertices[$0] == vertices[$0 - period] })
      {
        return most
      }
      most -= 1
    }
    return 1
  }

  /// The positions of a ring, whichever it begins with and whichever way it runs.
  private static func canonical(_ vertices: [Int32]) -> [Int32] {
    guard let least = vertices.min() else { return [] }
    var best: [Int32]?
    for turned in [vertices, vertices.reversed()] {
      for start in turned.indices where turned[start] == least {
        let candidate = Array(turned[start...] + turned[..<start])
        if best.map({ candidate.lexicographicallyPrecedes($0) }) ?? true { best = candidate }
      }
    }
    return best ?? []
  }
}

// MARK: Loops

extension RingLinker {
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
}

// MARK: Faults

extension RingLinker {
  /// Whether an edge bounds two rings, or a ring is there twice: that is a fault of its own.
  var usesEdgesTwice: Bool {
    !repeated.isEmpty || uses.values.contains { $0.rings.count > 1 }
  }

  /// Whether the ring that has an edge has the cell on the left of it, looking up along it; nil for an
  /// edge that bounds several rings or none.
  func isIntendedLeft(of edge: Int32) -> Bool? {
    guard let use = uses[edge], use.rings.count == 1 else { return nil }
    let (ring, isForward) = use.rings[0]
    return isForward == isLeftAlong[ring]
  }

  /// What is wrong, and what is worth knowing: at most one of a sort where an edge is concerned.
  func faults(_ edges: EdgeTable) -> [Fault] {
    var faults = repeated.prefix(1).map { Fault(at: $0, isInvalid: true) }
    if let edge = lowest(edges, where: isMisused) {
      faults.append(Fault(at: edges.lowerEnd(edge), isInvalid: true))
    }
    if let edge = lowest(edges, where: { $0.isSpike || $0.rings.count > 1 }) {
      faults.append(Fault(at: edges.lowerEnd(edge), isInvalid: false))
    }
    return faults + touches(edges)
  }

  private func lowest(_ edges: EdgeTable, where isMeant: (Use) -> Bool) -> Int32? {
    uses.filter { isMeant($0.value) }.keys.min {
      let (a, b) = (edges.lowerEnd($0), edges.lowerEnd($1))
      return a == b ? $0 < $1 : Coordinate.isLower(a, than: b)
    }
  }

  /// Whether an edge is used in a way that no rule of shells and holes allows: all but once, or by two
  /// parts that have it between them.
  private func isMisused(_ use: Use) -> Bool {
    guard use.rings.count > 1 else { return false }
    guard use.rings.count == 2 else { return true }
    let (first, second) = (use.rings[0], use.rings[1])
    let (one, other) = (rings[first.ring], rings[second.ring])
    guard one.isShell, other.isShell, one.part != other.part else { return true }
    return (first.isForward == isLeftAlong[first.ring])
      == (second.isForward == isLeftAlong[second.ring])
  }

  /// Where a ring touches itself, and where rings cross each other in a vertex.
  private func touches(_ edges: EdgeTable) -> [Fault] {
    var touches: [Fault] = []
    for vertex in passages.keys.sorted() {
      guard let here = passages[vertex], here.count > 1 else { continue }
      let at = edges.vertices[Int(vertex)]
      let rings = Set(here.map(\.ring))
      if rings.count < here.count { touches.append(Fault(at: at, isInvalid: false)) }
      if rings.count > 1 && hasCrossing(here, at: vertex, edges) {
        touches.append(Fault(at: at, isInvalid: true))
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
