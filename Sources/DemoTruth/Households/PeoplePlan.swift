/// What is wanted of the people: how many, from which seed, with plants or without.
package struct PeoplePlan: Sendable {
  package var seed: UInt64
  /// Which district of the city they live in.
  package var division = Division.first
  /// How many people live in the district on the day of month 1.
  package var people: Int
  /// Whether anything is planted.
  package var plants: Bool
  package var threads: Int

  package init(seed: UInt64, people: Int, plants: Bool = true, threads: Int = 2) {
    (self.seed, self.people, self.plants, self.threads) = (seed, people, plants, threads)
  }
}
