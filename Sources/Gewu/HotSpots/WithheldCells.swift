import Datasets
import HotSpots
import Warehouse

/// What is withheld of the cells of a level, by the counts of all levels.
///
/// All levels are published, so that each answer withholds what all of them together call for, and the same
/// whichever level is asked about.
struct WithheldCells {
  /// The least count that is shown.
  let k: Int
  /// What stands in statistics for the cells of the level that are withheld, by their places in it.
  let estimates: [Int: Double]

  /// Withholds.
  ///
  /// - Parameters:
  ///   - rows: the rows attached to cells of whatever level.
  ///   - codes: those of the cells of each tier.
  ///   - rank: the level, a place among the tiers of the tree.
  init(_ rows: [Int64: Int], codes: [[String]], in tree: CellTree, rank: Int, k: Int) {
    var (cells, starts) = ([Withholding.Cell](), [Int]())
    for (tier, codes) in zip(tree.tiers, codes) {
      let above = starts.last
      starts.append(cells.count)
      for (place, code) in codes.enumerated() {
        let parent = Int(tier.parents[place])
        cells.append(
          Withholding.Cell(
            code: code, count: rows[tier.cells[place]] ?? 0,
            parent: parent >= 0 ? above.map { $0 + parent } : nil))
      }
    }
    // Parents stand before their parts, so that each has all of its own when it is added to the one above.
    for place in cells.indices.reversed() {
      if let parent = cells[place].parent { cells[parent].count += cells[place].count }
    }
    let withholding = Withholding(cells, k: k)
    let level = tree.tiers[rank].cells.indices.map { starts[rank] + $0 }
    self.k = k
    estimates = Dictionary(
      uniqueKeysWithValues: withholding.estimates(of: level).map { ($0 - starts[rank], $1) })
  }

  /// The counts of the level without those that are withheld, so that no further step has them.
  func clearing(_ counts: [Int]) -> [Int] {
    counts.indices.map { estimates[$0] == nil ? counts[$0] : 0 }
  }
}

extension District {
  /// The least count that an audience is shown; nil where all are.
  ///
  /// Of a protected data set one table is published: its current rows by the cells of the generation that
  /// answers, on all levels of the base net. Another one, with fewer rows or over other cells, would tell
  /// what either withholds by their difference, and is given to nobody without a purpose.
  ///
  /// - Parameter sensitivity: the level of whose rows they are; nil where nobody said it.
  /// - Throws: ``HotSpotFault`` where the question cuts another table, or smaller counts are asked for.
  func leastCount(
    for question: HotSpotQuestion, _ audience: HotSpotAudience, ofLevel sensitivity: Int?,
    in index: GridIndex, session: StoreTransaction
  ) throws -> Int? {
    guard case .everyone = audience, let sensitivity,
      sensitivity >= FeatureSource.withheldLevel
    else { return question.k }
    let asked = question.rows
    let answering = try session.answeringGeneration(net: index.generation.net)
    let settings: [(name: String, isOther: Bool)] = [
      ("category", !asked.categories.isEmpty), ("from", asked.from != nil),
      ("to", asked.to != nil), ("net", !asked.isOfBaseNet), ("batch", asked.batch != nil),
      ("generation", asked.generation != nil && answering?.id != index.generation.id),
    ]
    let others = settings.filter(\.isOther).map(\.name)
    guard others.isEmpty else {
      throw HotSpotFault.otherTable(
        settings: others, dataset: asked.source.dataset, level: sensitivity)
    }
    guard let k = question.k else { return Withholding.standardK }
    guard k >= Withholding.standardK else {
      throw HotSpotFault.smallK(
        k, least: Withholding.standardK, dataset: asked.source.dataset, level: sensitivity)
    }
    return k
  }
}
