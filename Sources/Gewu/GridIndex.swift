import Geometry
import Grids
import Warehouse

/// Everything that look-ups need of one generation, in memory and immutable.
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
  /// The coverage of the leaf level.
  let coverage: Coverage
  /// Finds the leaf cell of a position.
  let locator: Locator

  /// The codes of the leaf cells as bytes.
  let codes: CodeTable

  /// Builds the index of a generation.
  convenience init(generation: Generation, session: Session) throws {
    var built: [LevelCells] = []
    var leaf: [MultiPolygon] = []
    for level in try session.levels(net: generation.net) {
      let records = try session.grids(level: level, generation: generation.id)
      guard !records.isEmpty else { continue }
      let above = built.last.map { GridIndex.positions(of: $0.codes) } ?? [:]
      built.append(
        LevelCells(
          level: level, rowIDs: records.map(\.id), codes: records.map(\.code),
          names: records.map(\.name),
          parents: records.map { record in
            record.parentCode.flatMap { above[$0] }.map(Int32.init) ?? -1
          }, isDerived: records.allSatisfy { $0.origin != .loaded }))
      leaf = records.map { $0.boundary ?? MultiPolygon([]) }
    }
    self.init(generation: generation, levels: built, leaf: leaf)
  }

  /// Builds an index of levels, top first, and the boundaries of the last one's cells.
  init(generation: Generation, levels: [LevelCells], leaf: [MultiPolygon]) {
    self.generation = generation
    self.levels = levels
    coverage = Coverage(cells: leaf)
    locator = Locator(coverage: coverage)
    codes = CodeTable(levels.last?.codes ?? [])
  }

  /// The position of a level among ``levels``; nil for one that has no cells.
  func index(ofLevel name: String) -> Int? {
    levels.firstIndex { $0.level.name == name }
  }

  /// Which cells of the level at `index` share an edge or a corner.
  ///
  /// Taken from the leaf cells: two cells are neighbours where any of the leaf
  /// cells below them are, whatever boundaries were loaded for the level itself.
  func contiguity(atLevel index: Int) -> [[Int]] {
    let leaf = coverage.queenContiguity()
    let cells = ancestors(atLevel: index)
    var rows = Array(repeating: Set<Int>(), count: levels[index].codes.count)
    for position in cells.indices where cells[position] >= 0 {
      for link in leaf.offsets[position]..<leaf.offsets[position + 1] {
        let other = cells[Int(leaf.neighbours[Int(link)])]
        if other >= 0, other != cells[position] {
          rows[Int(cells[position])].insert(Int(other))
        }
      }
    }
    return rows.map { $0.sorted() }
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

  private static func positions(of codes: [String]) -> [String: Int] {
    Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
