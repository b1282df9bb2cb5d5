package import HotSpots

/// What to look for hot spots of, and how.
package struct HotSpotQuestion: Sendable, Equatable {
  /// Which rows are counted, by which cells.
  package var rows: Question
  /// The local statistic.
  package var method: HotSpotMethod
  /// Which cells are neighbours.
  package var weights: SpatialWeights.Rule
  /// How many permutations per cell; 0 leaves only the analytic p.
  package var permutations: Permutations
  /// The seed of the permutations.
  package var seed: UInt64
  /// How p is adjusted for the number of cells.
  package var fdr: FalseDiscoveryRate
  /// What becomes of cells without a neighbour.
  package var islands: SpatialWeights.Islands
  /// The least count that is shown; nil for the one that the data set calls for.
  package var k: Int?
  /// The number of threads; the answer does not depend on it.
  package var threads: Int

  /// Asks with the defaults of the command line.
  package init(
    _ rows: Question, method: HotSpotMethod = .giStar, weights: SpatialWeights.Rule = .queen,
    permutations: Permutations = .adaptive, seed: UInt64 = 1,
    fdr: FalseDiscoveryRate = .benjaminiHochberg, islands: SpatialWeights.Islands = .keep,
    k: Int? = nil, threads: Int = 2
  ) {
    self.rows = rows
    self.method = method
    self.weights = weights
    self.permutations = permutations
    self.seed = seed
    self.fdr = fdr
    self.islands = islands
    self.k = k
    self.threads = threads
  }

  /// Asks about the rows of a data set.
  package init(
    dataset: String, categories: [String] = [], from: String? = nil, to: String? = nil,
    net: String? = nil, level: String? = nil, exposure: String? = nil, batch: Int64? = nil,
    generation: Int64? = nil, method: HotSpotMethod = .giStar,
    weights: SpatialWeights.Rule = .queen, permutations: Permutations = .adaptive,
    seed: UInt64 = 1, fdr: FalseDiscoveryRate = .benjaminiHochberg,
    islands: SpatialWeights.Islands = .keep, k: Int? = nil, threads: Int = 2
  ) {
    self.init(
      Question(
        .dataset(dataset), categories: categories, from: from, to: to, net: net, level: level,
        exposure: exposure, batch: batch, generation: generation),
      method: method, weights: weights, permutations: permutations, seed: seed, fdr: fdr,
      islands: islands, k: k, threads: threads)
  }
}

/// Who is answered.
package enum HotSpotAudience: Sendable {
  /// Anybody: small counts of data sets of sensitivity 3 and 4 are withheld.
  case everyone
  /// Somebody who says what for: nothing is withheld, and that is written down.
  case reader(ReadPurpose)
  /// The program itself, which tells nobody a count: nothing is withheld.
  case program

  var isEveryone: Bool { if case .everyone = self { true } else { false } }
}
