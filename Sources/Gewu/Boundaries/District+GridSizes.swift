import Datasets
import Geometry
import Grids
import Warehouse

extension District {
  /// Measures the grids of a generation by the household norm of their net; nil where no data set, or
  /// more than one, has households and none is named.
  ///
  /// A household with a position is in the grid of that position, one that names its grid in that. A
  /// grid is rural where its code says village (the community segment is 200…399), else urban.
  func sizes(
    of generation: Generation, dataset name: String?, session: StoreTransaction
  ) throws -> GridSizeReport? {
    let sets = try session.datasets().filter { entry in
      try name.map { $0 == entry.name }
        ?? (session.manifest(of: entry).subject == .household)
    }
    if let name, sets.isEmpty { _ = try Self.dataset(name, session: session) }
    guard let dataset = sets.first, sets.count == 1,
      let net = try session.net(named: generation.net)
    else { return nil }
    let index = try indexes.read(generation, session)
    guard let leaf = index.levels.last else { return nil }
    let households = try count(dataset, leaf: leaf, index: index, session: session)
    var report = GridSizeReport(
      dataset: dataset.name, households: households.reduce(0, +), urbanNorm: net.urbanHouseholds,
      ruralNorm: net.ruralHouseholds, over: [], under: [])
    let grammar = CodeGrammar.named(net.codeGrammar) ?? .free
    for (code, count) in zip(leaf.codes, households) {
      let isRural = grammar.isRural(code) == true
      let grid = GridSizeReport.Grid(
        code: code, kind: isRural ? "rural" : "urban", households: count,
        norm: isRural ? net.ruralHouseholds : net.urbanHouseholds)
      if count > grid.norm { report.over.append(grid) }
      if 2 * count < grid.norm { report.under.append(grid) }
    }
    report.over.sort { ($1.households, $0.code) < ($0.households, $1.code) }
    report.under.sort { ($0.households, $0.code) < ($1.households, $1.code) }
    return report
  }

  /// The households of each grid, in the order of the codes.
  private func count(
    _ dataset: DatasetEntry, leaf: GridIndex.LevelCells, index: GridIndex, session: StoreTransaction
  ) throws -> [Int] {
    let positions = Dictionary(
      leaf.codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let codes = try session.codes(ofLevel: leaf.level)
    var counts = [Int](repeating: 0, count: leaf.codes.count)
    try session.forEachPlacedRow(of: dataset) { row in
      if let position = row.position, row.method != "code" {
        let cell = index.locate(position).cell
        if cell >= 0 { counts[Int(cell)] += 1 }
      } else if let code = row.gridID.flatMap({ codes[$0] }), let position = positions[code] {
        counts[position] += 1
      }
    }
    return counts
  }
}

/// How many households the grids of a generation have, measured by the norm of their kind; something
/// to know, not a fault of the boundaries.
package struct GridSizeReport: Sendable, Equatable, Codable {
  /// A grid that is too large or too small.
  package struct Grid: Sendable, Equatable, Codable {
    package var code: String
    /// `urban` or `rural`.
    package var kind: String
    package var households: Int
    /// The norm of its kind.
    package var norm: Int
  }

  /// The data set that the households are counted from.
  package var dataset: String
  /// The households that are in a grid.
  package var households: Int
  /// The norm of urban grids.
  package var urbanNorm: Int
  /// The norm of rural grids.
  package var ruralNorm: Int
  /// Grids with more households than the norm, the largest first.
  package var over: [Grid]
  /// Grids with less than half of the norm, the smallest first.
  package var under: [Grid]

  package enum CodingKeys: String, CodingKey {
    case dataset, households, over, under
    case urbanNorm = "urban_norm"
    case ruralNorm = "rural_norm"
  }
}
