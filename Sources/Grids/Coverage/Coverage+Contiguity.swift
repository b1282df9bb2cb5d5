extension Coverage {
  /// The neighbours of each cell that share at least a vertex with it ("queen").
  ///
  /// Compressed rows: the neighbours of cell `i`, ascending and without itself, are
  /// `neighbours[offsets[i]..<offsets[i + 1]]`. Two cells are neighbours when they have
  /// a position in common, ordinate by ordinate; a vertex that lies inside a foreign
  /// edge does not count, and cells that merely come near each other are none.
  public func queenContiguity() -> (offsets: [Int32], neighbours: [Int32]) {
    let incidence = VertexIncidence(edges)
    var pairs: [UInt64] = []
    var cells: [Int32] = []
    for vertex in 0..<edges.vertices.count {
      cells.removeAll(keepingCapacity: true)
      for edge in incidence.edges(at: vertex) { edges.collectCells(of: edge, into: &cells) }
      Self.addPairs(among: cells, to: &pairs)
    }
    return compressed(pairs)
  }

  /// The neighbours of each cell that share at least an edge with it ("rook"), in the
  /// form of `queenContiguity()`.
  public func rookContiguity() -> (offsets: [Int32], neighbours: [Int32]) {
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

  private func compressed(_ pairs: [UInt64]) -> (offsets: [Int32], neighbours: [Int32]) {
    var offsets = [Int32](repeating: 0, count: cellCount + 1)
    var neighbours: [Int32] = []
    var last: UInt64?
    for pair in pairs.sorted() where pair != last {
      last = pair
      neighbours.append(Int32(truncatingIfNeeded: pair))
      offsets[Int(pair >> 32) + 1] += 1
    }
    for cell in 0..<cellCount { offsets[cell + 1] += offsets[cell] }
    return (offsets, neighbours)
  }
}
