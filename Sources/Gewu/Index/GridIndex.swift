import Geometry
import Grids
import Synchronization
import Warehouse

/// Everything that look-ups need of one generation: a value in memory that never changes.
///
/// Only the leaf level is searched; the cells above come from arrays of parents.
final class GridIndex: Sendable {
  /// One level's cells as arrays, in the order of their codes.
  struct LevelCells: Sendable {
    /// The level.
    let level: Level
    /// The keys in the store.
    let rowIDs: [Int64]
    /// The codes, ascending.
    let codes: [String]
    /// The names.
    let names: [String?]
    /// The position of each cell's parent in the level above; -1 where it has none.
    let parents: [Int32]
    /// Whether all boundaries are unions of the cells below.
    let isDerived: Bool
  }

  /// The generation.
  let generation: Generation
  /// The levels that have cells, top first; the last is the leaf level.
  let levels: [LevelCells]
  /// Finds the leaf cell of a position.
  let locator: Locator
  /// The codes of the leaf cells as bytes.
  let codes: CellCodes
  /// Which leaf cells touch, once it was asked for.
  let contiguity = Mutex<Contiguity?>(nil)

  /// The index of levels, top first, and a locator of the last one's cells.
  init(generation: Generation, levels: [LevelCells], locator: Locator) {
    self.generation = generation
    self.levels = levels
    self.locator = locator
    codes = CellCodes(levels.last?.codes ?? [])
  }

  /// The position of a level among ``levels``; nil for one that has no cells.
  func index(ofLevel name: String) -> Int? {
    levels.firstIndex { $0.level.name == name }
  }

  /// For each leaf cell, the position of its cell on the level at `index`; -1 where
  /// it has none.
  func ancestors(atLevel index: Int) -> [Int32] {
    var positions = (levels.last?.codes.indices).map { $0.map(Int32.init) } ?? []
    var level = levels.count - 1
    while level > index {
      let parents = levels[level].parents
      positions = positions.map { $0 < 0 ? -1 : parents[Int($0)] }
      level -= 1
    }
    return positions
  }

  /// The cells from the top level down to the cell at `position` of the level at `index`.
  func path(to position: Int, atLevel index: Int) -> [LocateAnswer.Step] {
    var steps: [LocateAnswer.Step] = []
    var position = position
    for cells in levels[...index].reversed() {
      guard position >= 0 else { break }
      steps.append(
        LocateAnswer.Step(
          level: cells.level.name, code: cells.codes[position], name: cells.names[position]))
      position = Int(cells.parents[position])
    }
    return steps.reversed()
  }
}
