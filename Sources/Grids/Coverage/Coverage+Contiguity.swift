/// Which cells of a coverage are neighbours of which, in compressed rows.
public struct Contiguity: Hashable, Sendable {
  /// Where the row of each cell starts in ``neighbours``, and at the end where the last one ends.
  public var offsets: [Int32]
  /// The neighbours of every cell, row by row, ascending inside a row, the cell itself left out.
  public var neighbours: [Int32]

  /// Makes a value of rows that are compressed already.
  public init(offsets: [Int32], neighbours: [Int32]) {
    self.offsets = offsets
    self.neighbours = neighbours
  }

  /// The number of cells.
  public var count: Int { offsets.count - 1 }

  /// The neighbours of a cell, ascending.
  public func neighbours(of cell: Int) -> ArraySlice<Int32> {
    neighbours[Int(offsets[cell])..<Int(offsets[cell + 1])]
  }
}

extension Coverage {
  /// The neighbours of each cell that share at least a vertex with it ("queen").
  ///
  /// Two cells are neighbours when they have a position in common, ordinate by ordinate. Without a
  /// reach a vertex that lies inside a foreign edge does not count, and cells that merely come near
  /// each other are not neighbours.
  ///
  /// - Parameter reach: within what distance borders that no other cell has make neighbours too, so
  ///   that a slit or a border drawn twice cuts nothing in two.
  public func queenContiguity(reach: Reach? = nil) -> Contiguity {
    let incidence = VertexIncidence(edges)
    var pairs: [UInt64] = []
    var cells: [Int32] = []
    for vertex in 0..<edges.vertices.count {
      cells.removeAll(keepingCapacity: true)
      for edge in incidence.edges(at: vertex) { edges.collectCells(of: edge, into: &cells) }
      Self.addPairs(among: cells, to: &pairs)
    }
    if let reach { addNear(within: reach, incidence, to: &pairs) }
    return compressed(pairs)
  }

  /// Adds the cells on both sides of what separates cells that should touch.
  private func addNear(
    within reach: Reach, _ incidence: VertexIncidence, to pairs: inout [UInt64]
  ) {
    let single = (0..<Int32(edges.count)).filter { DepthMap.net(of: $0, edges) != 0 }
    let near = NearEdges(single, edges, reach: reach)
    var found: Set<UInt64> = []
    near.forEachPair { first, second in
      var cells: [Int32] = []
      edges.collectCells(of: first, into: &cells)
      edges.collectCells(of: second, into: &cells)
      if cells.count < 2 { return }
      let origin = edges.lowerEnd(first)
      let scale = reach.scale(origin)
      let a = Segment(first, of: edges, from: origin, scale)
      let b = Segment(second, of: edges, from: origin, scale)
      let ends = edges.ends[Int(first)]
      let others = edges.ends[Int(second)]
      for (vertex, distance) in [
        (ends.lower, b.distance(to: a.start)), (ends.upper, b.distance(to: a.end)),
        (others.lower, a.distance(to: b.start)), (others.upper, a.distance(to: b.end)),
      ] where distance <= reach.metres {
        // Those that only have a corner there as well.
        var meeting = cells
        for edge in incidence.edges(at: Int(vertex)) {
          edges.collectCells(of: edge, into: &meeting)
        }
        for one in meeting {
          for other in meeting where other != one {
            found.insert(UInt64(UInt32(one)) << 32 | UInt64(UInt32(other)))
          }
        }
      }
    }
    pairs += found
  }

  /// The neighbours of each cell that share at least an edge with it ("rook").
  public func rookContiguity() -> Contiguity {
    var pairs: [UInt64] = []
    var cells: [Int32] = []
    for edge in 0..<Int32(edges.count) {
      cells.removeAll(keepingCapacity: true)
      edges.collectCells(of: edge, into: &cells)
      Self.addPairs(among: cells, to: &pairs)
    }
    return compressed(pairs)
  }

  private static func addPairs(among cells: [Int32], to pairs: inout [UInt64]) {
    guard cells.count > 1 else { return }
    for (position, first) in cells.enumerated() {
      for second in cells[(position + 1)...] {
        pairs.append(UInt64(UInt32(first)) << 32 | UInt64(UInt32(second)))
        pairs.append(UInt64(UInt32(second)) << 32 | UInt64(UInt32(first)))
      }
    }
  }

  private func compressed(_ pairs: [UInt64]) -> Contiguity {
    var offsets = [Int32](repeating: 0, count: cellCount + 1)
    var neighbours: [Int32] = []
    var last: UInt64?
    for pair in pairs.sorted() where pair != last {
      last = pair
      neighbours.append(Int32(truncatingIfNeeded: pair))
      offsets[Int(pair >> 32) + 1] += 1
    }
    for cell in 0..<cellCount { offsets[cell + 1] += offsets[cell] }
    return Contiguity(offsets: offsets, neighbours: neighbours)
  }
}
