/// Finds hot and cold spots among counted cells: a local statistic, its p, and classes.
///
/// A pure function of counts, exposures, weights and the settings here.
/// Without exposures the values are the counts; with exposures they are the
/// rates count / exposure, and a cell whose exposure is missing, not positive
/// or not finite has no rate: it is classed `low_data` and is no part of n, of
/// the mean, of the draws, nor of its neighbours' windows.
///
/// The class is by the permutation p, or by the analytic p where there are no
/// permutations, adjusted where ``fdr`` says so; its side is the sign of z, and
/// a cell whose permuted sums point to the other side is `none`. Draws are keyed by the cell's
/// code, so a cell's row is the same in whatever order the cells come.
public struct HotSpotAnalysis: Sendable, Equatable {
  /// The statistic.
  public var method: HotSpotMethod

  /// The number of permutations per cell; 0 for the analytic p alone.
  public var permutations: Int

  /// The seed of the draws.
  public var seed: UInt64

  /// How p is adjusted for the number of cells.
  public var fdr: FalseDiscoveryRate

  /// The number of threads to use; it does not change the result.
  public var threads: Int

  /// Makes an analysis: Gi\*, 999 permutations, seed 1, adjusted, one thread.
  public init(
    method: HotSpotMethod = .giStar, permutations: Int = 999, seed: UInt64 = 1,
    fdr: FalseDiscoveryRate = .benjaminiHochberg, threads: Int = 1
  ) {
    self.method = method
    self.permutations = permutations
    self.seed = seed
    self.fdr = fdr
    self.threads = threads
  }

  /// The report of the cells, one row each, in the order given.
  ///
  /// Codes must differ. All arrays and the weights are as long as `codes`.
  ///
  /// - Parameter isCancelled: asked before each cell, on any thread, whether to give up.
  /// - Throws: `CancellationError` where `isCancelled` said so, within the time that one cell takes
  ///   on one thread.
  public func report(
    codes: [String], counts: [Int], exposures: [Double?]? = nil, weights: SpatialWeights,
    isCancelled: @Sendable () -> Bool = { false }
  ) throws(CancellationError) -> HotSpotReport {
    precondition(
      counts.count == codes.count && weights.count == codes.count
        && exposures.map { $0.count == codes.count } ?? true,
      """
      There are \(codes.count) codes, \(counts.count) counts, weights of \(weights.count) cells \
      and \(exposures?.count ?? codes.count) exposures.
      """)
    let rates = exposures.map { zip(counts, $0).map(Self.rate) }
    let values = rates.map { $0.map { $0 ?? .nan } } ?? counts.map(Double.init)
    let statistics =
      try method.statistic(permutations: permutations, seed: seed, threads: threads)
      .statistics(
        of: values, weights: weights, keys: codes.map(Self.key), isCancelled: isCancelled)

    let chosen = statistics.map { permutations > 0 ? $0.pPermutation : $0.p }
    let adjusted = fdr == .benjaminiHochberg ? BenjaminiHochberg.adjust(chosen) : nil
    let cells = codes.indices.map { cell in
      let local = statistics[cell]
      return HotSpotCell(
        code: codes[cell], count: counts[cell], exposure: exposures?[cell], rate: rates?[cell],
        statistic: local.statistic, z: local.z, p: local.p, pPermutation: local.pPermutation,
        pAdjusted: adjusted?[cell],
        hotSpotClass: HotSpotClass(
          status: local.status, z: local.z, p: (adjusted ?? chosen)[cell],
          side: local.permutedSide))
    }
    let contradictions = codes.indices.count { cell in
      HotSpotClass.reaches(0.10, (adjusted ?? chosen)[cell])
        && HotSpotClass.contradict(z: statistics[cell].z, side: statistics[cell].permutedSide)
    }
    let statuses = statistics.map(\.status)
    let summary = HotSpotSummary(
      method: method, statuses: statuses, permutations: permutations, seed: seed, fdr: fdr)
    return HotSpotReport(
      cells: cells, summary: summary,
      warnings: HotSpotWarning.warnings(
        of: summary, isConstant: statuses.contains(.constant), contradictions: contradictions))
  }

  /// count / exposure, where the exposure can be divided by.
  static func rate(count: Int, exposure: Double?) -> Double? {
    guard let exposure, exposure > 0, exposure.isFinite else { return nil }
    return Double(count) / exposure
  }

  /// The key of a cell's draws: FNV-1a (Fowler, Noll and Vo) of its code's UTF-8, 64 bits.
  static func key(of code: String) -> UInt64 {
    code.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
