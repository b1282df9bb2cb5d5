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
  /// Two cells are neighbours when they have a position in common, ordinate by ordinate; a
  /// vertex that lies inside a foreign edge does not count, and cells that merely come near each
  /// other are not neighbours.
  public func queenContiguity() -> Contiguity {
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
