import Geometry

/// The regions into which the plane falls by the number of cells that cover them.
///
/// Only edges with more cells on one side than on the other change that number, on a
/// valid coverage those of its outer border. They are cut where they meet, pieces that
/// coincide are merged, and the pieces are linked to cycles that run around a region
/// with the region on their left. How many cells cover a region is counted by an exact
/// ray for one region of each connected set of pieces, and carried on from piece to
/// piece.
struct DepthMap {
  /// A closed walk around a region, the region on its left.
  struct Cycle {
    /// Positive for the outer border of a bounded region.
    var area = 0.0
    /// The number of cells that cover the region.
    var depth = 0
    /// The directed pieces.
    var pieces: [Int32] = []
  }

  let edges: EdgeTable
  let directory: EdgeDirectory
  private(set) var nodes: [FinePosition] = []
  private(set) var cycles: [Cycle] = []
  /// The pieces by their ends, in whatever order.
  private var pieceTable: IndexTable<EdgeEnds>
  /// The ends of each piece, as the first of its edges runs.
  private var ends: [EdgeEnds] = []
  private var nodeTable: IndexTable<FinePosition.Key>
  /// The node of each vertex; -1 where none is known yet.
  private var vertexNodes: ContiguousArray<Int32>
  /// How many more cells a piece has on its left than on its right.
  private var nets: [Int32] = []
  /// The first edge that each piece is part of.
  private var sources: [Int32] = []
  /// The further ones, of the few pieces that have any.
  private var furtherSources: [Int32: [Int32]] = [:]
  /// The cycle of each directed piece: twice its number, plus one when downwards.
  private var cycleOf: [Int32] = []

  init(_ edges: EdgeTable, _ directory: EdgeDirectory, contacts: [EdgeContact]) {
    self.edges = edges
    self.directory = directory
    pieceTable = IndexTable(capacity: 64)
    nodeTable = IndexTable(capacity: 64)
    vertexNodes = ContiguousArray(repeating: -1, count: edges.vertices.count)
    cut(at: contacts)
    link()
    countDepths(contacts)
    vertexNodes = []
  }

  /// How many more cells an edge has on its left than on its right.
  static func net(of edge: Int32, _ edges: EdgeTable) -> Int32 {
    var net: Int32 = (edges.left[Int(edge)] >= 0 ? 1 : 0) - (edges.right[Int(edge)] >= 0 ? 1 : 0)
    if edges.isCrowded(edge) {
      for use in edges.extraUses(of: edge) { net += use.isLeft ? 1 : -1 }
    }
    return net
  }

  /// The number of pieces, each of which runs in two directions.
  var pieceCount: Int { ends.count }

  /// The edges that a directed piece is part of.
  func sources(of piece: Int32) -> Sources {
    Sources(
      first: sources[Int(piece >> 1)],
      further: furtherSources.isEmpty ? [] : furtherSources[piece >> 1] ?? [])
  }

  /// The edges that a piece is part of: nearly always one.
  struct Sources: Sequence, IteratorProtocol {
    fileprivate var first: Int32?
    fileprivate var further: [Int32]
    private var place = 0

    fileprivate init(first: Int32, further: [Int32]) {
      (self.first, self.further) = (first, further)
    }

    mutating func next() -> Int32? {
      if let edge = first {
        first = nil
        return edge
      }
      guard place < further.count else { return nil }
      place += 1
      return further[place - 1]
    }
  }

  /// The cycle on the other side of a directed piece.
  func opposite(_ piece: Int32) -> Cycle { cycles[Int(cycleOf[Int(piece ^ 1)])] }

  /// Where a directed piece begins.
  func start(of piece: Int32) -> FinePosition { nodes[Int(startNode(piece))] }

  /// Where a directed piece ends.
  func end(of piece: Int32) -> FinePosition { nodes[Int(startNode(piece ^ 1))] }

  /// The node where a directed piece begins.
  func startNode(_ piece: Int32) -> Int32 {
    let ends = ends[Int(piece >> 1)]
    return piece & 1 == 0 ? ends.lower : ends.upper
  }
}

// MARK: Cutting

extension DepthMap {
  private mutating func cut(at contacts: [EdgeContact]) {
    var cuts: [(edge: Int32, node: Int32)] = []
    for contact in contacts where contact.kind != .overlap {
      guard Self.net(of: contact.first, edges) != 0, Self.net(of: contact.second, edges) != 0
      else { continue }
      if contact.kind == .crossing {
        let position = FinePosition(
          crossing: edges.lowerEnd(contact.first), edges.upperEnd(contact.first),
          edges.lowerEnd(contact.second), edges.upperEnd(contact.second))
        let node = node(at: position)
        cuts.append((contact.first, node))
        cuts.append((contact.second, node))
      } else {
        cuts.append((contact.first, node(atVertex: contact.vertex)))
      }
    }
    cuts.sort { $0.edge < $1.edge }
    var place = 0
    for edge in 0..<Int32(edges.count) {
      let first = place
      while place < cuts.count && cuts[place].edge == edge { place += 1 }
      let net = Self.net(of: edge, edges)
      if net != 0 { addPieces(of: edge, net, cutAt: cuts[first..<place].map(\.node)) }
    }
  }

  private mutating func node(at position: FinePosition) -> Int32 {
    let found = nodeTable.index(of: position.key)
    if found.isNew { nodes.append(position) }
    return found.index
  }

  private mutating func node(atVertex vertex: Int32) -> Int32 {
    if vertexNodes[Int(vertex)] < 0 {
      vertexNodes[Int(vertex)] = node(at: FinePosition(edges.vertices[Int(vertex)]))
    }
    return vertexNodes[Int(vertex)]
  }

  private mutating func addPieces(of edge: Int32, _ net: Int32, cutAt inside: [Int32]) {
    var last = node(atVertex: edges.ends[Int(edge)].lower)
    let end = node(atVertex: edges.ends[Int(edge)].upper)
    if inside.isEmpty { return addPiece(from: last, to: end, of: edge, net) }
    let direction = nodes[Int(end)].offset(from: nodes[Int(last)])
    let isSteep = direction.y > direction.x.magnitude
    let ordered = inside.sorted {
      let offset = nodes[Int($1)].offset(from: nodes[Int($0)])
      return (isSteep ? offset.y : direction.x < 0 ? -offset.x : offset.x) > 0
    }
    for next in ordered + [end] where next != last {
      addPiece(from: last, to: next, of: edge, net)
      last = next
    }
  }

  private mutating func addPiece(from a: Int32, to b: Int32, of edge: Int32, _ net: Int32) {
    let found = pieceTable.index(of: EdgeEnds(lower: min(a, b), upper: max(a, b)))
    if found.isNew {
      nets.append(0)
      sources.append(edge)
      ends.append(EdgeEnds(lower: a, upper: b))
    }
    let isAlong = ends[Int(found.index)].lower == a
    nets[Int(found.index)] += isAlong ? net : -net
    if !found.isNew { furtherSources[found.index, default: []].append(edge) }
  }
}

// MARK: Linking

extension DepthMap {
  private mutating func link() {
    // The directed pieces by the node where they begin.
    var starts = [Int32](repeating: 0, count: nodes.count + 1)
    for piece in 0..<Int32(nets.count) where nets[Int(piece)] != 0 {
      starts[Int(ends[Int(piece)].lower) + 1] += 1
      starts[Int(ends[Int(piece)].upper) + 1] += 1
    }
    for node in nodes.indices { starts[node + 1] += starts[node] }
    var places = starts
    var leaving = [Int32](repeating: 0, count: Int(starts[nodes.count]))
    for piece in 0..<Int32(nets.count) where nets[Int(piece)] != 0 {
      for directed in [2 * piece, 2 * piece + 1] {
        let node = Int(startNode(directed))
        leaving[Int(places[node])] = directed
        places[node] += 1
      }
    }
    // By the directions of the edges themselves, which are exact even where the node between them is
    // rounded.
    let isBefore: (Int32, Int32) -> Bool = { [edges, sources] first, second in
      let a = Self.direction(first, edges, sources)
      let b = Self.direction(second, edges, sources)
      return EdgeTable.isBefore(from: a.from, to: a.to, than: b.from, to: b.to)
    }
    // The piece to follow after each directed piece: the first one clockwise from the
    // way back, which keeps the region on the left.
    var next = [Int32](repeating: -1, count: nets.count * 2)
    for node in nodes.indices where starts[node] < starts[node + 1] {
      let around = Int(starts[node])..<Int(starts[node + 1])
      if around.count > 2 { leaving[around].sort(by: isBefore) }
      var clockwise = leaving[around.upperBound - 1]
      for place in around {
        next[Int(leaving[place] ^ 1)] = clockwise
        clockwise = leaving[place]
      }
    }
    cycleOf = [Int32](repeating: -1, count: nets.count * 2)
    for first in 0..<Int32(next.count) where next[Int(first)] >= 0 && cycleOf[Int(first)] < 0 {
      var cycle = Cycle()
      var piece = first
      while cycleOf[Int(piece)] < 0 {
        cycleOf[Int(piece)] = Int32(cycles.count)
        cycle.pieces.append(piece)
        piece = next[Int(piece)]
      }
      cycle.area = area(around: cycle.pieces)
      cycles.append(cycle)
    }
  }

  private static func direction(
    _ piece: Int32, _ edges: EdgeTable, _ sources: [Int32]
  ) -> (from: Coordinate, to: Coordinate) {
    let edge = sources[Int(piece >> 1)]
    let low = edges.lowerEnd(edge)
    let high = edges.upperEnd(edge)
    return piece & 1 == 0 ? (low, high) : (high, low)
  }

  private func area(around pieces: [Int32]) -> Double {
    let origin = start(of: pieces[0])
    var twice = 0.0
    var size = 0.0
    for piece in pieces {
      let a = start(of: piece).offset(from: origin)
      let b = end(of: piece).offset(from: origin)
      twice += a.x * b.y - b.x * a.y
      size += abs(a.x * b.y) + abs(b.x * a.y)
    }
    // The area of a hairline can be all rounding, and its sign decides whether it is a region at all.
    return abs(twice) > 0x1p-40 * size ? twice / 2 : fineArea(around: pieces, from: origin)
  }

  /// The area with twice the digits.
  private func fineArea(around pieces: [Int32], from origin: FinePosition) -> Double {
    let (x, y) = (origin.fineX, origin.fineY)
    var twice = DoubleDouble(0)
    for piece in pieces {
      let (a, b) = (start(of: piece), end(of: piece))
      twice =
        twice + ((a.fineX - x) * (b.fineY - y) - (b.fineX - x) * (a.fineY - y))
    }
    return twice.head / 2
  }
}

// MARK: Counting

extension DepthMap {
  private mutating func countDepths(_ contacts: [EdgeContact]) {
    var isKnown = [Bool](repeating: false, count: cycles.count)
    // The cycles of each connected set, and an edge by which a ray is exact.
    var sets: [(cycles: [Int], probe: (edge: Int32, cycle: Int)?)] = []
    for first in cycles.indices where !isKnown[first] {
      var connected = [first]
      isKnown[first] = true
      var place = 0
      while place < connected.count {
        let cycle = connected[place]
        place += 1
        for piece in cycles[cycle].pieces {
          let other = Int(cycleOf[Int(piece ^ 1)])
          if isKnown[other] { continue }
          isKnown[other] = true
          // Upwards the left side has `net` cells more than the right one.
          let net = Int(nets[Int(piece >> 1)])
          cycles[other].depth = cycles[cycle].depth + (piece & 1 == 0 ? -net : net)
          connected.append(other)
        }
      }
      sets.append((connected, probe(of: connected)))
    }
    let probes = sets.compactMap { $0.probe?.edge }
    let rays = RayCounter(edges: edges, directory: directory)
    // A few rays are cheaper than what makes many cheap.
    let slabs = probes.count > 16 ? DepthSlabs(edges, probes: probes, contacts: contacts) : nil
    for (connected, probe) in sets {
      guard let probe else { continue }
      let depth = slabs?.depth(leftOf: probe.edge) ?? rays.depth(leftOf: probe.edge)
      // The depths of connected cycles are relative so far.
      let shift = depth - cycles[probe.cycle].depth
      for cycle in connected { cycles[cycle].depth += shift }
    }
  }

  /// An edge upwards along one of some cycles, whose first piece begins where the edge does; nil where
  /// there is none.
  private func probe(of connected: [Int]) -> (edge: Int32, cycle: Int)? {
    for cycle in connected {
      for piece in cycles[cycle].pieces where piece & 1 == 0 {
        let edge = sources[Int(piece >> 1)]
        let isFirst = start(of: piece).key == FinePosition(edges.lowerEnd(edge)).key
        if isFirst, !edges.isHorizontal(edge) { return (edge, cycle) }
      }
    }
    return nil
  }
}
