/// What a local statistic says of one cell.
public struct CellStatistic: Sendable, Equatable {
  /// Whether the statistic could be computed, and if not, why.
  public enum Status: String, Sendable, Equatable, Codable {
    /// z and p are numbers.
    case defined

    /// The cell has no neighbour with a value: there is nothing local about it.
    case isolate

    /// The window holds every cell: its sum has no variance.
    case saturated

    /// The values that vary under the null hypothesis are all equal.
    case constant

    /// The cell has no value.
    case missing
  }

  /// A side of the permuted sums.
  public enum Side: Sendable, Equatable {
    /// Fewer permuted sums are as large as the observed one than as small.
    case high

    /// Fewer permuted sums are as small as the observed one than as large.
    case low
  }

  /// Whether z and p are defined, and if not, why.
  public var status: Status

  /// The number of neighbours with a value, the cell itself not counted.
  public var neighbourCount: Int

  /// The raw statistic; for Gi\*, the share of the window in the sum of all values, undefined where
  /// that sum is 0 and where any value is negative.
  public var statistic: Double?

  /// The expectation of the raw statistic under the null hypothesis.
  public var expectation: Double?

  /// The standard deviate; positive where high values gather.
  public var z: Double?

  /// The two-sided p of z under the normal distribution.
  public var p: Double?

  /// The two-sided p of the conditional permutations, where there were any.
  public var pPermutation: Double?

  /// The standard deviate of the cell's own value: (x − x̄)/s; undefined where all values are equal.
  public var deviate: Double?

  /// How many permutations gave it.
  public var permutations: Int?

  /// The least two-sided p that any number of permutations can show: 2/C(n − 1, k), as there are no
  /// more ways to choose the cell's k neighbours among the n − 1 other cells.
  public var leastP: Double?

  /// On which side of the permuted sums the observed one lies; nil in the middle.
  ///
  /// It can differ from the sign of z: z counts the cell's own value, which the
  /// permutations hold, and a mean that one huge value pulls up.
  public var permutedSide: Side?

  /// Makes the statistic of a cell.
  public init(
    status: Status, neighbourCount: Int = 0, statistic: Double? = nil, expectation: Double? = nil,
    z: Double? = nil, p: Double? = nil, pPermutation: Double? = nil, permutedSide: Side? = nil,
    permutations: Int? = nil, leastP: Double? = nil, deviate: Double? = nil
  ) {
    self.status = status
    self.neighbourCount = neighbourCount
    self.statistic = statistic
    self.expectation = expectation
    self.z = z
    self.p = p
    self.pPermutation = pPermutation
    self.permutedSide = permutedSide
    self.permutations = permutations
    self.leastP = leastP
    self.deviate = deviate
  }

  /// Whether the cell's value is part of the mean: it has one and was not left out.
  var isPartOfTheMean: Bool { expectation != nil }
}
