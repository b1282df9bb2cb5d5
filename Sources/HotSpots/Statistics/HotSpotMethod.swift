/// The local statistics that a hot-spot analysis can use: the one list of them.
///
/// The raw values are part of the contract.
public enum HotSpotMethod: String, Sendable, Codable, CaseIterable {
  /// Gi\* of Getis and Ord.
  case giStar = "gi-star"

  /// The statistic, with the permutations of a run.
  public func statistic(permutations: Permutations, seed: UInt64, threads: Int)
    -> any LocalStatistic
  {
    switch self {
    case .giStar: GiStar(permutations: permutations, seed: seed, threads: threads)
    }
  }
}
