import HotSpots
import Warehouse

/// Rows and exposures of cells of all levels brought to the cells of one level, over the same ground.
///
/// The exposure of a cell is the amount given for it; where none is, the sum of its parts' exposures, each
/// by the same rule, so that an amount is never added to those of its parts. Rows count where their exposure
/// does: in a part without one they are no part of the rate. Rows attached to a cell whose parts are only
/// partly known could lie anywhere in it, and are not counted.
struct CellCounts {
  /// The rows of each cell: those that are divided by its exposure, where it has one.
  let counts: [Int]
  /// The exposure of each cell, where one is asked for; nil where it is not known.
  let exposures: [Double?]?
  /// The cells that may lack rows.
  let incomplete: Set<Int>
  /// What became of each row.
  let balance: RowBalance

  /// Counts.
  ///
  /// - Parameters:
  ///   - rank: the level, a place among the tiers of the tree.
  ///   - amounts: the exposure of cells of any level; nil where none is asked for.
  ///   - doubtful: cells that may lack rows.
  ///   - isWhole: whether a cell with rows on ground without an exposure has none, so that its count is the same
  ///     whatever the exposure.
  init(
    _ slice: RowSlice, quarantined: Int, in tree: CellTree, rank: Int,
    amounts: [Int64: Double]? = nil, doubtful: Set<Int64> = [],
    isWhole: Bool = false
  ) {
    let exposed = amounts.map { Self.exposed(tree, from: rank, amounts: $0) }
    let places = Self.places(tree, rank: rank, isExposed: exposed?.isKnown)
    let cells = tree.tiers[rank].cells.indices
    var incomplete: Set<Int> = []
    for cell in doubtful {
      if case .below(let target, _) = places[cell] { incomplete.insert(target) }
    }
    var balance = RowBalance(total: slice.total + quarantined)
    balance[.quarantined] = quarantined
    balance[.outsidePeriod] = slice.outsidePeriod
    balance[.unattached] = slice.unattached.values.reduce(0, +)
    var (on, off) = (
      Array(repeating: 0, count: cells.count), Array(repeating: 0, count: cells.count)
    )
    for (cell, rows) in slice.byCell {
      switch places[cell] {
      case nil: balance[.earlierGeneration] += rows
      case .elsewhere: balance[.otherLevel] += rows
      case .below(let target, let isExposed):
        if isExposed { on[target] += rows } else { off[target] += rows }
      }
    }
    var exposures = exposed?.amounts
    for cell in cells {
      if isWhole, off[cell] > 0 { exposures?[cell] = nil }
      let hasValue =
        exposures.map { HotSpotAnalysis.rate(count: on[cell], exposure: $0[cell]) != nil } ?? true
      if incomplete.contains(cell) {
        balance[.earlierGeneration] += on[cell] + off[cell]
      } else if hasValue {
        balance[.counted] += on[cell]
        balance[.withoutExposure] += off[cell]
      } else {
        balance[.withoutExposure] += on[cell] + off[cell]
      }
      // What has no value is told whole.
      if incomplete.contains(cell) || !hasValue { on[cell] += off[cell] }
    }
    counts = on
    self.exposures = exposures
    self.incomplete = incomplete
    self.balance = balance
  }

  /// Where a cell of the generation is, seen from the level.
  private enum Place {
    /// It is the cell of the level at this position, or lies in it; its rows are divided by an
    /// exposure, where one is asked for.
    case below(Int, isExposed: Bool)
    /// Above the level, or in no cell of it.
    case elsewhere
  }

  private static func places(
    _ tree: CellTree, rank: Int, isExposed: [[Bool]]?
  ) -> [Int64: Place] {
    var places: [Int64: Place] = [:]
    for tier in tree.tiers[..<rank] {
      for cell in tier.cells { places[cell] = .elsewhere }
    }
    var above: [Place] = []
    for (depth, tier) in tree.tiers[rank...].enumerated() {
      let own = tier.cells.indices.map { position -> Place in
        let isKnown = isExposed?[depth][position] ?? true
        if depth == 0 { return .below(position, isExposed: isKnown) }
        let parent = Int(tier.parents[position])
        guard parent >= 0, case .below(let target, let inherited) = above[parent] else {
          return .elsewhere
        }
        return .below(target, isExposed: inherited || isKnown)
      }
      for (cell, place) in zip(tier.cells, own) { places[cell] = place }
      above = own
    }
    return places
  }

  /// The exposures of the level's cells, and for each tier from there down whether a cell's exposure is
  /// known as a whole.
  private static func exposed(
    _ tree: CellTree, from rank: Int, amounts: [Int64: Double]
  ) -> (amounts: [Double?], isKnown: [[Bool]]) {
    var isKnown: [[Bool]] = []
    var below: (tier: CellTree.Tier, amounts: [Double?], isKnown: [Bool])?
    for tier in tree.tiers[rank...].reversed() {
      var sums = [Double?](repeating: nil, count: tier.cells.count)
      var (parts, known) = (
        Array(repeating: 0, count: tier.cells.count), Array(repeating: 0, count: tier.cells.count)
      )
      if let below {
        for (position, parent) in below.tier.parents.enumerated() where parent >= 0 {
          let parent = Int(parent)
          if let amount = below.amounts[position] { sums[parent] = (sums[parent] ?? 0) + amount }
          parts[parent] += 1
          if below.isKnown[position] { known[parent] += 1 }
        }
      }
      let own = tier.cells.map { amounts[$0] }
      let whole = own.indices.map { own[$0] != nil || parts[$0] > 0 && known[$0] == parts[$0] }
      isKnown.append(whole)
      below = (tier, own.indices.map { own[$0] ?? sums[$0] }, whole)
    }
    return (below?.amounts ?? [], isKnown.reversed())
  }
}

/// The cells of all levels of a generation with their parents, by their rows in the store.
struct CellTree: Sendable {
  /// One level's cells.
  struct Tier: Sendable {
    let cells: [Int64]
    /// The place of each cell's parent in the tier above; -1 where it has none.
    let parents: [Int32]
  }

  /// The tiers, top first.
  let tiers: [Tier]

  init(tiers: [Tier]) {
    self.tiers = tiers
  }

  init(_ index: GridIndex) {
    tiers = index.levels.map { Tier(cells: $0.rowIDs, parents: $0.parents) }
  }
}
