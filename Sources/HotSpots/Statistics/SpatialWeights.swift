/// Which cells are neighbours of which: binary weights in compressed rows.
///
/// Row `i` is `neighbours[offsets[i]..<offsets[i + 1]]`. A link has weight 1
/// and a pair without a link weight 0; rows need not be symmetric. Whether a
/// cell counts itself is for the statistic to say, so a link of a cell to
/// itself may be given or left out: ``GiStar`` counts the cell exactly once
/// and Gi never.
///
/// Binary weights are enough for Gi and Gi\*: z does not change when a row
/// is multiplied by a constant c > 0, because the numerator
/// Σw·x − W·m becomes c times itself, and so does
/// sqrt(n·Σw² − W²), the only place of the weights in the denominator.
///
///     let line = SpatialWeights(offsets: [0, 1, 3, 4], neighbours: [1, 0, 2, 1])
///     line.cardinality(of: 1)  // 2
public struct SpatialWeights: Sendable, Equatable {
  /// By what rule cells are neighbours; the raw values are stable.
  public enum Rule: String, Sendable, Codable, CaseIterable {
    /// Cells that share at least a corner.
    case queen
  }

  /// What becomes of a cell with a value that has no neighbour with one; the raw values are stable.
  public enum Islands: String, Sendable, Codable, CaseIterable {
    /// It has no statistic, but its value is part of the mean and of the draws.
    case keep

    /// It has no statistic, and the others are analysed as if it were not there.
    case drop

    /// It and the nearest cell with a value become neighbours.
    case nearest
  }

  /// Where each row starts, and at the end the number of links; `count + 1` long.
  public let offsets: [Int32]

  /// The neighbours of every cell, row by row, ascending inside a row.
  public let neighbours: [Int32]

  /// Makes weights of compressed rows, in any order inside a row.
  ///
  /// Rows that are not well formed are a fault of the caller and stop the
  /// program with a sentence: offsets that do not start at 0, decrease or do
  /// not end at the number of links, a neighbour that is no cell, a neighbour
  /// named twice in a row. Linear in links, but for the sorting of rows.
  public init(offsets: [Int32], neighbours: [Int32]) {
    precondition(
      offsets.first == 0,
      "Weights need offsets that start with 0; these start with \(offsets.prefix(1)).")
    precondition(
      offsets.last.map(Int.init) == neighbours.count,
      "The last offset \(offsets.suffix(1)) must be the number of links \(neighbours.count).")
    var sorted = neighbours
    let count = offsets.count - 1
    for row in 0..<count {
      let start = Int(offsets[row])
      let end = Int(offsets[row + 1])
      precondition(
        start <= end && end <= neighbours.count,
        "Row \(row) of the weights runs from \(start) to \(end), of \(neighbours.count) links.")
      sorted[start..<end].sort()
      for position in start..<end {
        let neighbour = sorted[position]
        precondition(
          neighbour >= 0 && neighbour < count,
          "Cell \(row) has the neighbour \(neighbour), but there are \(count) cells.")
        precondition(
          position == start || sorted[position - 1] != neighbour,
          "Cell \(row) has the neighbour \(neighbour) twice.")
      }
    }
    self.offsets = offsets
    self.neighbours = sorted
  }

  /// Makes weights of one list of neighbours a cell.
  public init(rows: [[Int]]) {
    var offsets: [Int32] = [0]
    var neighbours: [Int32] = []
    for row in rows {
      neighbours.append(contentsOf: row.map(Int32.init))
      offsets.append(Int32(neighbours.count))
    }
    self.init(offsets: offsets, neighbours: neighbours)
  }

  /// The number of cells.
  public var count: Int { offsets.count - 1 }

  /// The number of links, those of a cell to itself included.
  public var linkCount: Int { neighbours.count }

  /// The neighbours of a cell, ascending.
  public func neighbours(of cell: Int) -> ArraySlice<Int32> {
    neighbours[Int(offsets[cell])..<Int(offsets[cell + 1])]
  }

  /// The number of neighbours of a cell, itself not counted.
  public func cardinality(of cell: Int) -> Int {
    let row = neighbours(of: cell)
    return row.contains(Int32(cell)) ? row.count - 1 : row.count
  }

  /// The number of neighbours of every cell, itself not counted.
  public var cardinalities: [Int] { (0..<count).map(cardinality(of:)) }

  /// The cells that have no neighbour but themselves, ascending.
  public var islands: [Int] { (0..<count).filter { cardinality(of: $0) == 0 } }

  /// The same weights with every cell a neighbour of itself.
  public var includingSelf: SpatialWeights {
    mapRows { cell, row in row.contains(cell) ? Array(row) : Array(row) + [cell] }
  }

  /// The same weights with no cell a neighbour of itself.
  public var excludingSelf: SpatialWeights {
    mapRows { cell, row in row.filter { $0 != cell } }
  }

  /// The same weights with the two cells of every pair neighbours of each other.
  public func linking(_ pairs: [(Int, Int)]) -> SpatialWeights {
    var added: [Int32: Set<Int32>] = [:]
    for (one, other) in pairs where one != other {
      added[Int32(one), default: []].insert(Int32(other))
      added[Int32(other), default: []].insert(Int32(one))
    }
    return mapRows { cell, row in Array(row) + (added[cell] ?? []).subtracting(row) }
  }

  private func mapRows(_ transform: (Int32, ArraySlice<Int32>) -> [Int32]) -> SpatialWeights {
    var offsets: [Int32] = [0]
    var links: [Int32] = []
    offsets.reserveCapacity(count + 1)
    links.reserveCapacity(neighbours.count + count)
    for cell in 0..<count {
      links.append(contentsOf: transform(Int32(cell), neighbours(of: cell)))
      offsets.append(Int32(links.count))
    }
    return SpatialWeights(offsets: offsets, neighbours: links)
  }
}
