/// Finds the cheapest paths of a lattice, cheapest first: backwards from the end, guided by the exact cost
/// from the start.
struct PathSearch: Sendable {
  /// A path from a node to the end: its first edge and the rest of it.
  private struct Link: Sendable {
    let edge: Int32
    let rest: Int32
  }

  private struct Open: Sendable {
    let total: Int32
    let order: Int32
    let toEnd: Int32
    let node: Int32
    let link: Int32
  }

  private var links: [Link] = []
  private var heap: [Open] = []
  private var order: Int32 = 0
  /// Edges of the paths found, from the start on; `ends` has where each path ends and its cost.
  private(set) var edges: [Int32] = []
  private(set) var ends: [(end: Int, cost: Int32)] = []

  /// The cheapest path alone.
  mutating func best(of lattice: Lattice) {
    clear()
    guard let end = lattice.bestEnd() else { return }
    var node = Int32(end)
    while node >= 0 {
      let edge = lattice.nodes[Int(node)].best
      edges.append(edge)
      node = lattice.edges[Int(edge)].from
    }
    edges.reverse()
    ends.append((edges.count, lattice.nodes[end].distance))
  }

  /// Up to `limit` paths that cost at most `margin` more than the cheapest one.
  mutating func paths(of lattice: Lattice, limit: Int, margin: Int32) {
    clear()
    guard let best = lattice.bestEnd() else { return }
    let most = lattice.nodes[best].distance &+ margin
    for state in 0..<lattice.stateCount {
      let node = lattice.count * lattice.stateCount + state
      push(lattice.nodes[node].distance, 0, Int32(node), -1, most)
    }
    var steps = 0
    while let open = pop(), ends.count < limit, steps < 4096 {
      steps += 1
      if open.node < 0 {
        var link = open.link
        while link >= 0 {
          edges.append(links[Int(link)].edge)
          link = links[Int(link)].rest
        }
        ends.append((edges.count, open.total))
        continue
      }
      var edge = lattice.nodes[Int(open.node)].last
      while edge >= 0 {
        let step = lattice.edges[Int(edge)]
        let toEnd = open.toEnd &+ step.cost
        let before = step.from < 0 ? 0 : lattice.nodes[Int(step.from)].distance
        if before &+ toEnd <= most {
          links.append(Link(edge: edge, rest: open.link))
          push(before &+ toEnd, toEnd, step.from, Int32(links.count - 1), most)
        }
        edge = step.next
      }
    }
  }

  private mutating func clear() {
    links.removeAll(keepingCapacity: true)
    heap.removeAll(keepingCapacity: true)
    edges.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    order = 0
  }

  private static func precedes(_ one: Open, _ other: Open) -> Bool {
    one.total != other.total ? one.total < other.total : one.order < other.order
  }

  private mutating func push(
    _ total: Int32, _ toEnd: Int32, _ node: Int32, _ link: Int32, _ most: Int32
  ) {
    guard total <= most else { return }
    heap.append(Open(total: total, order: order, toEnd: toEnd, node: node, link: link))
    order &+= 1
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard Self.precedes(heap[child], heap[parent]) else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func pop() -> Open? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return top }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [parent * 2 + 1, parent * 2 + 2] where child < heap.count {
        if Self.precedes(heap[child], heap[least]) { least = child }
      }
      if least == parent { return top }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
