import Foundation
import Warehouse

/// Brings what was counted a cell of any level to the cells of one level.
struct CellCounts {
  /// For each key of a cell in the store, the position of the level's cell that
  /// it is or lies in.
  private let positions: [Int64: Int]
  private let count: Int

  /// Reads the ways up to the level at `rank` of an index.
  init(index: GridIndex, level rank: Int) {
    count = index.levels[rank].codes.count
    var positions: [Int64: Int] = [:]
    for (position, rowID) in index.levels[rank].rowIDs.enumerated() { positions[rowID] = position }
    var above = Array(0..<count)
    for cells in index.levels[(rank + 1)...] {
      var own: [Int] = []
      own.reserveCapacity(cells.codes.count)
      for (position, parent) in cells.parents.enumerated() {
        let target = parent >= 0 ? above[Int(parent)] : -1
        own.append(target)
        if target >= 0 { positions[cells.rowIDs[position]] = target }
      }
      above = own
    }
    self.positions = positions
  }

  /// Sums the amounts of all cells at or below each cell of the level; nil for a
  /// cell that nothing was given for.
  func sums(of amounts: [Int64: Double]) -> [Double?] {
    var sums = [Double?](repeating: nil, count: count)
    for (rowID, amount) in amounts.sorted(by: { $0.key < $1.key }) {
      guard let position = positions[rowID] else { continue }
      sums[position] = (sums[position] ?? 0) + amount
    }
    return sums
  }

  /// The rows counted at or below each cell of the level.
  func counts(of rows: [Int64: Int]) -> [Int] {
    sums(of: rows.mapValues(Double.init)).map { Int($0 ?? 0) }
  }
}
