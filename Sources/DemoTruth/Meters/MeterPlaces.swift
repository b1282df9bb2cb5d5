/// What the meters must know of homes, people and firms.
package struct MeterPlaces: Sendable {
  package var dwellings: [Dwelling]
  /// How many people live in a dwelling on a day.
  package var residents: @Sendable (_ dwelling: Int, _ day: Int32) -> Int
  /// Who owns a dwelling on a day: a place in `people`; -1 where nobody of the district does.
  package var owner: @Sendable (_ dwelling: Int, _ day: Int32) -> Int32
  /// The firms, whose premises have meters too; nil for homes alone.
  package var firms: Firms?

  package init(
    dwellings: [Dwelling], firms: Firms?,
    residents: @escaping @Sendable (Int, Int32) -> Int,
    owner: @escaping @Sendable (Int, Int32) -> Int32
  ) {
    (self.dwellings, self.firms) = (dwellings, firms)
    (self.residents, self.owner) = (residents, owner)
  }
}
