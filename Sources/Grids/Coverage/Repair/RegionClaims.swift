import Geometry

/// Gives narrow gaps and narrow overlaps to one cell each.
struct RegionClaims {
  /// A region with what is done about it.
  private struct Claim {
    var cycle: Int
    /// The cells that are changed.
    var changed: [Int32]
    var step: RepairStep
  }

  private(set) var steps: [RepairStep] = []
  private let edges: EdgeTable
  private let map: DepthMap?
  private let state: RepairState
  private var claims: [Claim] = []

  init(_ edges: EdgeTable, _ map: DepthMap?, _ state: RepairState) {
    self.edges = edges
    self.map = map
    self.state = state
    guard let map, state.options.sliverWidth > 0 else { return }
    let rays = RayCounter(edges: edges, directory: map.directory)
    for (number, cycle) in map.cycles.enumerated()
    where cycle.area > 0 && cycle.depth != 1 && isFree(cycle, map) {
      if cycle.depth == 0 {
        claimGap(number, cycle, map)
      } else if cycle.depth > 1 {
        claimOverlap(number, cycle, map, rays)
      }
    }
    keepWithinShares()
    steps = claims.map(\.step)
  }

  /// Whether no cell that stays as it is would have to be cut, and none whose rings are invalid is
  /// beside the region.
  private func isFree(_ cycle: DepthMap.Cycle, _ map: DepthMap) -> Bool {
    var cells: [Int32] = []
    for piece in cycle.pieces {
      let ends = [map.start(of: piece).near, map.end(of: piece).near]
      for edge in map.sources(of: piece) {
        cells.removeAll(keepingCapacity: true)
        edges.collectCells(of: edge, into: &cells)
        if cells.contains(where: { state.isBroken[Int($0)] }) { return false }
        let own = [edges.lowerEnd(edge), edges.upperEnd(edge)]
        if !ends.allSatisfy(own.contains), cells.contains(where: { state.isFrozen[Int($0)] }) {
          return false
        }
      }
    }
    return true
  }

  private func lowest(_ cycle: DepthMap.Cycle, _ map: DepthMap) -> Coordinate {
    var lowest = map.start(of: cycle.pieces[0]).near
    for piece in cycle.pieces {
      let place = map.start(of: piece).near
      if Coordinate.isLower(place, than: lowest) { lowest = place }
    }
    return lowest
  }

  /// The mean width of a region, and its area, in metres.
  private func size(_ cycle: DepthMap.Cycle, _ map: DepthMap) -> (width: Double, area: Double) {
    let scale = state.reach.scale(map.start(of: cycle.pieces[0]).near)
    let around = cycle.pieces.reduce(0) { $0 + length(of: $1, map) }
    let area = cycle.area * scale.x * scale.y
    return (around > 0 ? 2 * area / around : 0, area)
  }

  private func length(of piece: Int32, _ map: DepthMap) -> Double {
    let start = map.start(of: piece)
    let offset = map.end(of: piece).offset(from: start)
    let scale = state.reach.scale(start.near)
    let (x, y) = (offset.x * scale.x, offset.y * scale.y)
    return (x * x + y * y).squareRoot()
  }

  private mutating func claimGap(_ number: Int, _ cycle: DepthMap.Cycle, _ map: DepthMap) {
    let (width, area) = size(cycle, map)
    guard width <= state.options.sliverWidth, !state.kept.contains(lowest(cycle, map)) else {
      return
    }
    var lengths: [Int32: Double] = [:]
    for piece in cycle.pieces {
      for edge in map.sources(of: piece) {
        for cell in edges.cells(onLeft: piece & 1 == 1, of: edge) {
          lengths[cell, default: 0] += length(of: piece, map)
        }
      }
    }
    // Where a cell around it has no problem, the gap is ground of cells that are not looked at.
    guard lengths.keys.allSatisfy({ state.isSick[Int($0)] }) else { return }
    let order = lengths.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let taker = order.first {
      !state.isFrozen[Int($0)] && area <= state.options.share * state.sizes[Int($0)].area
    }
    guard let taker else { return }
    add(number, cycle, map, .fillGap, [taker], order.filter { $0 != taker }, area)
  }

  private mutating func claimOverlap(
    _ number: Int, _ cycle: DepthMap.Cycle, _ map: DepthMap, _ rays: RayCounter
  ) {
    let (width, area) = size(cycle, map)
    guard width <= state.options.sliverWidth else { return }
    // The smallest keeps it: of the others it is the smaller share.
    let owners = CoverageChecker.owners(of: cycle, map, rays, edges).sorted {
      (state.sizes[Int($0)].area, $0) < (state.sizes[Int($1)].area, $1)
    }
    guard owners.count == cycle.depth, owners.count > 1 else { return }
    let losers = Array(owners.dropFirst())
    let isPossible = losers.allSatisfy {
      !state.isFrozen[Int($0)] && state.isSick[Int($0)]
        && area <= state.options.share * state.sizes[Int($0)].area
    }
    guard isPossible else { return }
    add(number, cycle, map, .cutOverlap, losers, [owners[0]], area)
  }

  private mutating func add(
    _ number: Int, _ cycle: DepthMap.Cycle, _ map: DepthMap, _ kind: RepairStep.Kind,
    _ changed: [Int32], _ others: [Int32], _ area: Double
  ) {
    let whole = state.sizes[Int(changed[0])].area
    claims.append(
      Claim(
        cycle: number, changed: changed,
        step: RepairStep(
          kind: kind, cells: changed + others, at: map.start(of: cycle.pieces[0]).near,
          area: cycle.area, share: whole > 0 ? area / whole : 1, distance: 0)))
  }

  /// Of a cell that would lose and win more than its share in all, nothing is changed.
  private mutating func keepWithinShares() {
    var sums: [Int32: Double] = [:]
    for claim in claims {
      let area = claim.step.share * state.sizes[Int(claim.changed[0])].area
      for cell in claim.changed { sums[cell, default: 0] += area }
    }
    claims.removeAll { claim in
      claim.changed.contains { (sums[$0] ?? 0) > state.options.share * state.sizes[Int($0)].area }
    }
  }
}

// MARK: Applying

extension RegionClaims {
  /// The cells with edges that cross each other where none of the regions is: giving these away leaves
  /// them crossed.
  func crossedCells(_ contacts: [EdgeContact]) -> Set<Int32> {
    var crossed: Set<Int32> = []
    var claimed: IndexTable<FinePosition.Key>?
    for contact in contacts where contact.kind == .crossing {
      var (ones, others): ([Int32], [Int32]) = ([], [])
      edges.collectCells(of: contact.first, into: &ones)
      edges.collectCells(of: contact.second, into: &others)
      let common = ones.filter(others.contains)
      if common.isEmpty { continue }
      let nodes = claimed ?? claimedNodes()
      claimed = nodes
      let at = FinePosition(
        crossing: edges.lowerEnd(contact.first), edges.upperEnd(contact.first),
        edges.lowerEnd(contact.second), edges.upperEnd(contact.second))
      if nodes.known(at.key) == nil { crossed.formUnion(common) }
    }
    return crossed
  }

  /// The corners of the regions.
  private func claimedNodes() -> IndexTable<FinePosition.Key> {
    var nodes = IndexTable<FinePosition.Key>(capacity: 64)
    guard let map else { return nodes }
    for claim in claims {
      for piece in map.cycles[claim.cycle].pieces { _ = nodes.index(of: map.start(of: piece).key) }
    }
    return nodes
  }

  func apply(to cells: inout [MultiPolygon]) {
    guard let map else { return }
    let cuts = cuts(map)
    var touched = Set(claims.lazy.flatMap(\.changed))
    for edge in cuts.keys {
      var own: [Int32] = []
      edges.collectCells(of: edge, into: &own)
      touched.formUnion(own)
    }
    var isTouched = [Bool](repeating: false, count: cells.count)
    for cell in touched { isTouched[Int(cell)] = true }
    var outlines = Outlines(count: cells.count, capacity: edges.count)
    for edge in 0..<Int32(edges.count) {
      var isHere = false
      edges.forEachUse(of: edge) { cell, _ in isHere = isHere || isTouched[Int(cell)] }
      guard isHere else { continue }
      var from = edges.lowerEnd(edge)
      for to in cuts[edge] ?? [] {
        add(outlines.line(from: from, to: to), of: edge, to: &outlines, isTouched)
        from = to
      }
      add(outlines.line(from: from, to: edges.upperEnd(edge)), of: edge, to: &outlines, isTouched)
    }
    for claim in claims {
      for piece in map.cycles[claim.cycle].pieces {
        let (from, to) = (map.start(of: piece).near, map.end(of: piece).near)
        guard let line = outlines.line(from: from, to: to) else { continue }
        for cell in claim.changed {
          outlines.add(line, isForward: claim.step.kind == .fillGap, to: cell)
        }
      }
    }
    for cell in touched {
      // A cell without a boundary is one that no repair lets stand.
      cells[Int(cell)] = (try? outlines.boundary(of: cell)) ?? MultiPolygon([])
    }
  }

  /// Adds a line of an edge to the outlines of those of its cells that are changed.
  private func add(
    _ line: RingStep?, of edge: Int32, to outlines: inout Outlines, _ isTouched: [Bool]
  ) {
    guard let line else { return }
    edges.forEachUse(of: edge) { cell, isLeft in
      if isTouched[Int(cell)] { outlines.add(line, isForward: isLeft, to: cell) }
    }
  }

  /// The positions that the borders of the claimed regions have within edges, from the lower end on.
  private func cuts(_ map: DepthMap) -> [Int32: [Coordinate]] {
    var isClaimed = [Bool](repeating: false, count: map.nodes.count)
    for claim in claims {
      for piece in map.cycles[claim.cycle].pieces { isClaimed[Int(map.startNode(piece))] = true }
    }
    var cuts: [Int32: [Coordinate]] = [:]
    for piece in 0..<Int32(map.pieceCount) {
      for directed in [2 * piece, 2 * piece + 1] where isClaimed[Int(map.startNode(directed))] {
        let at = map.start(of: directed).near
        for edge in map.sources(of: directed) {
          if at == edges.lowerEnd(edge) || at == edges.upperEnd(edge) { continue }
          var own: [Int32] = []
          edges.collectCells(of: edge, into: &own)
          if own.contains(where: { state.isFrozen[Int($0)] }) { continue }
          if cuts[edge]?.contains(at) ?? false { continue }
          cuts[edge, default: []].append(at)
        }
      }
    }
    for edge in cuts.keys {
      let a = edges.lowerEnd(edge)
      let b = edges.upperEnd(edge)
      cuts[edge]?.sort {
        ($0.x - a.x) * (b.x - a.x) + ($0.y - a.y) * (b.y - a.y) < ($1.x - a.x) * (b.x - a.x)
          + ($1.y - a.y) * (b.y - a.y)
      }
    }
    return cuts
  }
}
