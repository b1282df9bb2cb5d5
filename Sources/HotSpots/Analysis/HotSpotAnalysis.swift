/// Finds hot and cold spots among counted cells: a local statistic, its p, and classes.
///
/// A pure function of counts, exposures, weights and the settings here.
/// Without exposures the values are the counts; with exposures they are the
/// rates count / exposure, and a cell whose exposure is missing, not positive
/// or not finite has no rate: it is classed `low_data` and is no part of n, of
/// the mean, of the draws, nor of its neighbours' windows. So is a cell whose count is not known.
///
/// The class is by the permutation p, or by the analytic p where there are no
/// permutations, adjusted where ``fdr`` says so; its side is the sign of z, and
/// a cell whose permuted sums point to the other side is `none`. Draws are keyed by the cell's
/// code, so a cell's row is the same in whatever order the cells come.
public struct HotSpotAnalysis: Sendable, Equatable {
  /// The statistic.
  public var method: HotSpotMethod

  /// How many permutations per cell; 0 for the analytic p alone.
  public var permutations: Permutations

  /// The seed of the draws.
  public var seed: UInt64

  /// How p is adjusted for the number of cells.
  public var fdr: FalseDiscoveryRate

  /// What becomes of cells without a neighbour.
  public var islands: SpatialWeights.Islands

  /// The number of threads to use; it does not change the result.
  public var threads: Int

  /// Makes an analysis: Gi\*, adaptive permutations, seed 1, adjusted, islands kept, one thread.
  public init(
    method: HotSpotMethod = .giStar, permutations: Permutations = .adaptive, seed: UInt64 = 1,
    fdr: FalseDiscoveryRate = .benjaminiHochberg, islands: SpatialWeights.Islands = .keep,
    threads: Int = 1
  ) {
    self.method = method
    self.permutations = permutations
    self.seed = seed
    self.fdr = fdr
    self.islands = islands
    self.threads = threads
  }

  /// The report of the cells, one row each, in the order given.
  ///
  /// Codes must differ. All arrays and the weights are as long as `codes`.
  ///
  /// - Parameters:
  ///   - withheld: the cells whose counts are not to be told, by what stands for them in the statistics of
  ///     all; see ``Withholding``. They are `suppressed` and have no figure; `counts` says nothing of them.
  ///   - incomplete: the cells whose count is not known, because some of what is in them was not
  ///     counted; they have no value.
  ///   - nearest: where ``islands`` are to have the nearest cell as a neighbour, which one that is: the
  ///     nearest to a cell among those that a test lets through; nil where there is none.
  ///   - isCancelled: asked before each cell, on any thread, whether to give up.
  /// - Throws: `CancellationError` where `isCancelled` said so, within the time that one cell takes
  ///   on one thread.
  public func report(
    codes: [String], counts: [Int], exposures: [Double?]? = nil, weights: SpatialWeights,
    withheld: [Int: Double] = [:], incomplete: Set<Int> = [],
    nearest: (Int, (Int) -> Bool) -> Int? = { _, _ in nil },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws(CancellationError) -> HotSpotReport {
    precondition(
      counts.count == codes.count && weights.count == codes.count
        && exposures.map { $0.count == codes.count } ?? true,
      """
      There are \(codes.count) codes, \(counts.count) counts, weights of \(weights.count) cells \
      and \(exposures?.count ?? codes.count) exposures.
      """)
    let amounts = codes.indices.map { withheld[$0] ?? Double(counts[$0]) }
    let rates = exposures.map { exposures in
      codes.indices.map { cell in
        incomplete.contains(cell) ? nil : Self.rate(amounts[cell], exposure: exposures[cell])
      }
    }
    let values = codes.indices.map { cell in
      incomplete.contains(cell) ? .nan : rates.map { $0[cell] ?? .nan } ?? amounts[cell]
    }
    let ground = settle(values, weights, nearest)
    var statistics =
      try method.statistic(permutations: permutations, seed: seed, threads: threads)
      .statistics(
        of: ground.values, weights: ground.weights, keys: codes.map(Self.key),
        isCancelled: isCancelled)
    for cell in ground.dropped { statistics[cell].status = .isolate }

    let expected = Self.expected(amounts, exposures, statistics)
    let chosen = statistics.map { permutations.isNone ? $0.p : $0.pPermutation }
    let adjusted = fdr == .benjaminiHochberg ? BenjaminiHochberg.adjust(chosen) : nil
    let summary = HotSpotSummary(
      of: self, statistics: statistics, dropped: ground.dropped.count, linked: ground.linked)
    let cells = codes.indices.map { cell in
      let local = statistics[cell]
      let neighbours = local.status == .missing ? nil : local.neighbourCount
      guard withheld[cell] == nil else {
        return HotSpotCell(
          code: codes[cell], count: nil, exposure: exposures?[cell], neighbours: neighbours,
          hotSpotClass: .suppressed)
      }
      return HotSpotCell(
        code: codes[cell], count: counts[cell], exposure: exposures?[cell], rate: rates?[cell],
        expected: expected[cell],
        neighbours: neighbours, statistic: local.statistic, z: local.z, p: local.p,
        pPermutation: local.pPermutation,
        permutations: local.permutations,
        pAttainable: local.permutations == nil
          ? nil : local.leastP.map { max($0, summary.smallestP ?? 0) },
        pAdjusted: adjusted?[cell],
        hotSpotClass: HotSpotClass(
          status: local.status, z: local.z, p: (adjusted ?? chosen)[cell],
          side: local.permutedSide))
    }
    let contradictions = codes.indices.count { cell in
      withheld[cell] == nil && HotSpotClass.reaches(0.10, (adjusted ?? chosen)[cell])
        && HotSpotClass.contradict(z: statistics[cell].z, side: statistics[cell].permutedSide)
    }
    return HotSpotReport(
      cells: cells, summary: summary,
      warnings: HotSpotWarning.warnings(
        of: summary, incomplete: incomplete.count,
        isConstant: statistics.contains { $0.status == .constant },
        contradictions: contradictions, loneHighs: Self.loneHighs(cells, statistics)),
      weights: ground.weights)
  }

  /// Values and neighbours once the islands are seen to.
  private struct Ground {
    var values: [Double]
    var weights: SpatialWeights
    /// The islands that are left out.
    var dropped: [Int] = []
    /// How many islands have a neighbour now.
    var linked = 0
  }

  private func settle(
    _ values: [Double], _ weights: SpatialWeights, _ nearest: (Int, (Int) -> Bool) -> Int?
  ) -> Ground {
    var ground = Ground(values: values, weights: weights)
    guard islands != .keep else { return ground }
    let alone = values.indices.filter { cell in
      values[cell].isFinite
        && !weights.neighbours(of: cell).contains { Int($0) != cell && values[Int($0)].isFinite }
    }
    if islands == .drop {
      for cell in alone { ground.values[cell] = .nan }
      ground.dropped = alone
    } else {
      let pairs = alone.compactMap { cell in
        nearest(cell) { $0 != cell && values[$0].isFinite }.map { (cell, $0) }
      }
      ground.weights = weights.linking(pairs)
      ground.linked = pairs.count
    }
    return ground
  }

  /// count / exposure, where the exposure can be divided by and the quotient is a number.
  package static func rate(count: Int, exposure: Double?) -> Double? {
    rate(Double(count), exposure: exposure)
  }

  private static func rate(_ amount: Double, exposure: Double?) -> Double? {
    guard let exposure, exposure > 0, exposure.isFinite else { return nil }
    let rate = amount / exposure
    return rate.isFinite ? rate : nil
  }

  /// How many there would be in each cell that counts, were all alike.
  private static func expected(
    _ amounts: [Double], _ exposures: [Double?]?, _ statistics: [CellStatistic]
  ) -> [Double?] {
    let used = statistics.indices.filter { statistics[$0].isPartOfTheMean }
    let all = used.reduce(0.0) { $0 + amounts[$1] }
    let sizes = used.map { exposures?[$0] ?? 1 }
    let share = all / sizes.reduce(0, +)
    var expected = [Double?](repeating: nil, count: amounts.count)
    for (cell, size) in zip(used, sizes) where (size * share).isFinite {
      expected[cell] = size * share
    }
    return expected
  }

  /// The cells that are high by themselves but not hot, as those around them are not; see
  /// ``HotSpotWarning/loneHigh(cells:highest:count:)``.
  private static func loneHighs(
    _ cells: [HotSpotCell], _ statistics: [CellStatistic]
  ) -> [HotSpotCell] {
    zip(cells, statistics)
      .filter { $0.hotSpotClass == .none && ($1.deviate ?? 0) > HotSpotWarning.farDeviate }
      .sorted { ($0.1.deviate ?? 0, $1.0.code) > ($1.1.deviate ?? 0, $0.0.code) }
      .map(\.0)
  }

  /// The key of a cell's draws: FNV-1a (Fowler, Noll and Vo) of its code's UTF-8, 64 bits.
  static func key(of code: String) -> UInt64 {
    code.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
