import Geometry
import Grids
import Synchronization
import Warehouse

extension GridIndex {
  /// Which cells of the level at `index` share an edge or a corner.
  ///
  /// Taken from the leaf cells: two cells are neighbours where any of the leaf
  /// cells below them are, whatever boundaries were loaded for the level itself. A slit between cells parts no
  /// neighbours: cells within the scale's gap width of each other are.
  func contiguity(
    atLevel index: Int, scale: GroundScale, session: StoreTransaction
  ) throws -> [[Int]] {
    let leaf = try leafContiguity(scale: scale, session: session)
    let cells = ancestors(atLevel: index)
    var rows = Array(repeating: Set<Int>(), count: levels[index].codes.count)
    for position in cells.indices where cells[position] >= 0 {
      for neighbour in leaf.neighbours(of: position) {
        let other = cells[Int(neighbour)]
        if other >= 0, other != cells[position] {
          rows[Int(cells[position])].insert(Int(other))
        }
      }
    }
    return rows.map { $0.sorted() }
  }

  /// Worked out from the boundaries when it is first asked for, and kept.
  private func leafContiguity(
    scale: GroundScale, session: StoreTransaction
  ) throws -> Contiguity {
    try contiguity.withLock { known in
      if let known { return known }
      let boundaries = try leafBoundaries(session: session)
      let found = Coverage(cells: isGeographic ? Antimeridian.joined(boundaries) : boundaries)
        .queenContiguity(reach: scale.reach(metres: GroundScale.gapWidth))
      known = found
      return found
    }
  }
}
