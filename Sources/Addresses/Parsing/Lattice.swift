/// All ways to read a text, as a graph.
///
/// A node is a place with the kind read last, an edge an element or
/// a stretch that is left unused. Costs of the cheapest way from the start are kept for each node.
struct Lattice: Sendable {
  enum Content: Sendable {
    case division(Int32)
    case name(ElementKind)
    /// A division that stands after its parts: number of its word.
    case named(Int32, ElementKind)
    case number(Int32, ElementKind)
    case remark
    case unused
  }

  struct Edge: Sendable {
    /// -1 for the start of the text.
    let from: Int32
    /// Next edge that leads to the same node, -1 for none.
    let next: Int32
    let cost: Int32
    let start: Int32
    let end: Int32
    let content: Content
  }

  struct Node: Sendable {
    /// Last edge to the node, the cheapest one, and its cost from the start.
    var last: Int32
    var best: Int32
    var distance: Int32
  }

  private(set) var edges: [Edge] = []
  /// By place and state; what is beyond the text's end is of a text before it.
  private(set) var nodes: [Node] = []
  private var live: [UInt64] = []
  private(set) var stateCount = 0
  private(set) var count = 0

  static let unreached = Int32.max / 4
  /// A way that costs more than this above the best one at a place is not followed.
  private static let beam: Int32 = 50

  mutating func reset(count: Int, stateCount: Int) {
    edges.removeAll(keepingCapacity: true)
    self.count = count
    self.stateCount = stateCount
    let none = Node(last: -1, best: -1, distance: Self.unreached)
    TextMarks.fill(&nodes, (count + 1) * stateCount, none)
    TextMarks.fill(&live, count + 1, 0)
  }

  /// States reached at a place that are worth following, as bits, with the cheapest cost.
  func states(at place: Int) -> UInt64 {
    var open = live[place]
    var lowest = Self.unreached
    while open != 0 {
      let state = open.trailingZeroBitCount
      open &= open - 1
      lowest = min(lowest, nodes[place * stateCount + state].distance)
    }
    open = live[place]
    var kept: UInt64 = 0
    while open != 0 {
      let state = open.trailingZeroBitCount
      open &= open - 1
      if nodes[place * stateCount + state].distance <= lowest + Self.beam {
        kept |= 1 << UInt64(state)
      }
    }
    return kept
  }

  @inline(__always)
  mutating func connect(
    from: Int32, to place: Int, _ state: Int, cost: Int32, start: Int32, end: Int32,
    _ content: Content
  ) {
    let number = place * stateCount + state
    let total = (from < 0 ? 0 : nodes[Int(from)].distance) &+ cost
    var node = nodes[number]
    guard total <= node.distance &+ Self.beam else { return }
    edges.append(
      Edge(from: from, next: node.last, cost: cost, start: start, end: end, content: content))
    node.last = Int32(edges.count - 1)
    if total < node.distance {
      node.distance = total
      node.best = node.last
    }
    nodes[number] = node
    live[place] |= 1 << UInt64(state)
  }

  /// The cheapest node at the end of the text.
  func bestEnd() -> Int? {
    var best: Int?
    for state in 0..<stateCount {
      let node = count * stateCount + state
      guard nodes[node].distance < Self.unreached else { continue }
      if let known = best, nodes[known].distance <= nodes[node].distance { continue }
      best = node
    }
    return best
  }
}
