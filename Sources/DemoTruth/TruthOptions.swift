/// Which district is to be made.
package struct TruthOptions: Sendable, Hashable {
  /// Everything is a function of it: the district's own, not that of its city.
  package var seed: UInt64
  /// Which district of the city it is.
  package var division: Division
  /// Percent of the households, firms and events, 1 to 100; the ground is always whole.
  package var share: Int
  /// Whether anything is planted so that a method can be proved on it.
  package var plants: Bool
  /// How many threads make it; the truth is the same on any number.
  package var threads: Int

  package init(
    seed: UInt64 = 1, division: Division = .first, share: Int = 100, plants: Bool = true,
    threads: Int = 2
  ) {
    (self.seed, self.division) = (seed, division)
    self.share = min(max(share, 1), 100)
    self.plants = plants
    self.threads = max(threads, 1)
  }

  /// People on the day of the first delivery: 400,000 in a whole district.
  package var people: Int { 4_000 * share }
  /// Firms that are open on that day: 60,000 in a whole district.
  package var openFirms: Int { 600 * share }
}
