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
  /// Whether longitudes of 180 and -180 degrees are one place in the store's system.
  let isGeographic: Bool
  /// Whether the leaf cells reach that place, so that a position there may lie on either side.
  let meetsAntimeridian: Bool
  /// What tells the answers of this index from those of any other of its net: the generation, and how
  /// many problems its coverage has, which accepting a gap changes.
  let edition: String
  /// The codes of the leaf cells as bytes.
  let codes: CellCodes
  /// The accepted gaps of the leaf level.
  let gaps: [GenerationGap]
  /// Which leaf cells touch, once it was asked for.
  let contiguity = Mutex<Contiguity?>(nil)

  /// The index of levels, top first, and a locator of the last one's cells.
  init(
    generation: Generation, levels: [LevelCells], locator: Locator, gaps: [GenerationGap] = [],
    isGeographic: Bool = false
  ) {
    self.generation = generation
    self.levels = levels
    self.locator = locator
    self.gaps = gaps
    self.isGeographic = isGeographic
    meetsAntimeridian = isGeographic && Antimeridian.meets(locator.box)
    let problems = generation.problemCount ?? 0
    edition = problems > 0 ? "\(generation.id)p\(problems)" : "\(generation.id)"
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

  /// The accepted gap that a position outside all cells lies in, the innermost one.
  func gap(at position: Coordinate) -> GenerationGap? {
    // A gap across the antimeridian goes on beyond 180 degrees.
    let beyond = Coordinate(x: position.x + 360, y: position.y)
    return gaps.filter { $0.holds(position) || isGeographic && $0.holds(beyond) }
      .min { $0.area < $1.area }
  }
}
