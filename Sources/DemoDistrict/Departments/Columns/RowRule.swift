import DemoTruth

/// Which subjects of the truth a data set has, by the predicate of `rows.csv`.
struct RowRule: Sendable {
  /// How many of the kind there are in the whole truth.
  let count: @Sendable (SharedTruth) -> Int
  /// Whether the department has the one on a day.
  let isIn: @Sendable (Sight, Int) -> Bool
  /// Whose draw decides whether the one is among the rows, where only some are: data sets with the same name
  /// have the same ones, and all of a group come together.
  let draw: String?
  let group: @Sendable (Sight, Int) -> Int
  /// The groups that come before all others, such as those with something planted.
  let first: @Sendable (SharedTruth) -> Set<Int>

  /// What the rows of a data set that is met by rank are ordered by, the largest first.
  let rank: (@Sendable (Sight, Int) -> Int)?

  init(
    draw: String? = nil, rank: (@Sendable (Sight, Int) -> Int)? = nil,
    group: @escaping @Sendable (Sight, Int) -> Int = { $1 },
    first: @escaping @Sendable (SharedTruth) -> Set<Int> = { _ in [] },
    count: @escaping @Sendable (SharedTruth) -> Int,
    isIn: @escaping @Sendable (Sight, Int) -> Bool
  ) {
    (self.draw, self.rank, self.group, self.first) = (draw, rank, group, first)
    (self.count, self.isIn) = (count, isIn)
  }
}
