internal import Foundation

/// Gi\* and Gi of Getis and Ord: whether high or low values gather around a cell.
///
/// For each cell i with window W_i = number of cells in it,
///
///     Gi*:  z = (Σ x_j − W_i·x̄) / (s·sqrt((n·W_i − W_i²)/(n − 1))),  s² = Σ(x − x̄)²/n
///     Gi:   z = (Σ x_j − W_i·m_i) / (s_i·sqrt(((n−1)·W_i − W_i²)/(n − 2)))
///
/// The window of Gi\* holds the cell itself, that of Gi does not, and m_i, s_i
/// are over the other cells. Variances divide by the number of values (Ord and
/// Getis 1995, DOI 10.1111/j.1538-4632.1995.tb00912.x, as in spdep's
/// `localG`), not by one less as one printed example of 1996 does.
///
/// p is two-sided under the normal distribution. The permutation p holds x_i
/// fixed and draws as many distinct values of the other cells as the cell has
/// neighbours: p = min(1, 2·(min(#≥, #≤) + 1)/(R + 1)), never below 2/(R + 1),
/// in a fixed run; see ``Permutations/adaptive`` for the other.
/// The draws are keyed by (seed, key of the cell, permutation), so the result
/// is the same for any number of threads and any order of the cells.
///
/// A value that is not finite is missing: its cell is no part of n, of the
/// mean, of the draws, nor of its neighbours' windows. A cell without
/// neighbours, a window that holds all cells and values that are all equal
/// have no z and no p; ``CellStatistic/status`` says which it was.
///
///     let street = SpatialWeights(rows: [[1], [0, 2], [1, 3], [2, 4], [3]])
///     let cells = try GiStar(permutations: 999, seed: 1)
///       .statistics(of: [9, 8, 1, 0, 1], weights: street)
///     cells[0].z  // 1.98…: the start of the street is hot
public struct GiStar: LocalStatistic, Equatable {
  /// Whether the cell itself is in its window.
  public enum Window: Sendable, Equatable {
    /// Gi\*: the cell and its neighbours.
    case withCell

    /// Gi: the neighbours alone.
    case neighboursOnly
  }

  /// How many permutations per cell; 0 for the analytic p alone.
  public var permutations: Permutations

  /// The seed of the draws.
  public var seed: UInt64

  /// The number of threads to use; it does not change the result.
  public var threads: Int

  /// Whether the cell itself is in its window.
  public var window: Window

  /// Makes the method, with adaptive permutations and seed 1 where not told.
  public init(
    permutations: Permutations = .adaptive, seed: UInt64 = 1, threads: Int = 1,
    window: Window = .withCell
  ) {
    if case .fixed(let count) = permutations {
      precondition(count >= 0, "The number of permutations is \(count), below 0.")
    }
    self.permutations = permutations
    self.seed = seed
    self.threads = max(1, threads)
    self.window = window
  }

  /// The statistic of every cell, in the order of `values`.
  ///
  /// Keys name the cells for the draws, and must differ; where none are given
  /// a cell's key is its index. With keys that stay with the cells the result
  /// does not depend on the order of cells, to the last bit.
  ///
  /// - Parameter isCancelled: asked before each cell, on any thread, whether to give up.
  /// - Throws: `CancellationError` where `isCancelled` said so.
  /// - Complexity: O(cells × permutations × neighbours), in an adaptive run at most.
  public func statistics(
    of values: [Double], weights: SpatialWeights, keys: [UInt64]? = nil,
    isCancelled: @Sendable () -> Bool = { false }
  ) throws(CancellationError) -> [CellStatistic] {
    precondition(
      values.count == weights.count,
      "There are \(values.count) values, but weights of \(weights.count) cells.")
    precondition(
      keys.map { $0.count == values.count } ?? true,
      "There must be as many keys as values, \(values.count).")
    let sample = Sample(values: values, weights: weights, keys: keys)
    var results = [CellStatistic](repeating: CellStatistic(status: .missing), count: values.count)
    for rank in 0..<sample.count {
      results[sample.cells[rank]] = analytic(rank: rank, in: sample)
    }
    guard !permutations.isNone else { return results }
    let ranks = (0..<sample.count).filter { results[sample.cells[$0]].status == .defined }
    let rule = DrawRule(permutations, tests: ranks.count)
    let permuted = try ConditionalPermutation.tails(
      of: ranks, in: sample, rule: rule, seed: seed, threads: threads, isCancelled: isCancelled)
    for (rank, tail) in zip(ranks, permuted) {
      let cell = sample.cells[rank]
      let p = tail.twoSidedP(rule)
      // A fixed run gives its estimate as ever; an adaptive one none that chance alone made too small.
      let least = permutations == .adaptive ? results[cell].leastP ?? 0 : 0
      results[cell].pPermutation = max(p, least)
      results[cell].permutedSide = tail.side
      results[cell].permutations = tail.draws
    }
    return results
  }

  private func analytic(rank: Int, in sample: Sample) -> CellStatistic {
    let n = Double(sample.count)
    let isStar = window == .withCell
    let k = sample.neighbours(of: rank).count
    var result = CellStatistic(status: .defined, neighbourCount: k)

    let size = Double(isStar ? k + 1 : k)
    let all = isStar ? sample.sum : sample.sum - sample.values[rank]
    let lag = sample.lag(of: rank) + (isStar ? sample.values[rank] : 0)
    if all > 0, sample.smallest >= 0 { result.statistic = lag / all }
    if sample.count > 1 || isStar { result.expectation = size / (isStar ? n : n - 1) }

    if !sample.isConstant {
      result.deviate = sample.centred[rank] / (sample.squares / n).squareRoot()
    }
    guard k > 0 else {
      result.status = .isolate
      return result
    }
    guard k < sample.count - 1 else {
      result.status = .saturated
      return result
    }
    guard !(isStar ? sample.isConstant : sample.isConstant(without: rank)) else {
      result.status = .constant
      return result
    }
    let z = isStar ? starZ(rank, size: size, n: n, sample) : otherZ(rank, size: size, n: n, sample)
    result.z = z
    result.p = erfc(z.magnitude / 2.0.squareRoot())
    result.leastP = ConditionalPermutation.leastP(others: sample.count - 1, k: k)
    return result
  }

  /// z of Gi\*, on values less their mean, so that no digits cancel.
  private func starZ(_ rank: Int, size: Double, n: Double, _ sample: Sample) -> Double {
    let numerator = sample.centredLag(of: rank) + sample.centred[rank]
    let deviation = (sample.squares / n).squareRoot()
    return numerator / (deviation * ((n * size - size * size) / (n - 1)).squareRoot())
  }

  /// z of Gi; mean and deviation of the others follow from those of all.
  private func otherZ(_ rank: Int, size: Double, n: Double, _ sample: Sample) -> Double {
    let own = sample.centred[rank]
    let mean = -own / (n - 1)
    let variance = (sample.squares - own * own) / (n - 1) - mean * mean
    let numerator = sample.centredLag(of: rank) - size * mean
    let spread = (((n - 1) * size - size * size) / (n - 2)).squareRoot()
    return numerator / (variance.squareRoot() * spread)
  }
}
